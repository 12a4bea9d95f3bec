package dev.rozgar.bootstrap.demo;

import dev.rozgar.domain.job.PostingWindow;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

/// The moments of one job's life, in order.
///
/// @param later when whatever came after the publication happened
record Term(Instant created, Instant published, Instant later, Instant expires) {

    /// Shown now.
    static Term live(Dice dice, Instant now) {
        Instant published = ago(Shapes.AGE_DAYS.draw(dice), now);
        return new Term(
                before(published, dice),
                published,
                dice.between(published, now),
                now.plus(days(Shapes.DAYS_LEFT.draw(dice))));
    }

    /// Shown from a day that is still to come.
    static Term ahead(Dice dice, Instant now) {
        Instant published = now.plus(days(1 + dice.unit() * 13));
        return new Term(before(now, dice), published, now, published.plus(Duration.ofDays(30)));
    }

    /// Shown until a day that has passed.
    static Term over(Dice dice, Instant now) {
        Instant published = ago(20 + dice.unit() * 60, now);
        Instant expires = dice.between(published.plus(Duration.ofDays(5)), now.minus(Duration.ofHours(1)));
        return new Term(before(published, dice), published, expires, expires);
    }

    /// Over for so long that it may be filed away.
    static Term longOver(Dice dice, Instant now) {
        Instant published = ago(230 + dice.unit() * 60, now);
        Instant expires = published.plus(Duration.ofDays(30));
        return new Term(before(published, dice), published, expires, expires);
    }

    Term publishedAt(Instant moment) {
        return new Term(moment.minus(Duration.ofHours(5)), moment, moment, expires);
    }

    PostingWindow window(Dice dice, Instant now) {
        Instant open = published.isAfter(now) || expires.isBefore(now) ? published : now;
        boolean immediate = dice.chance(0.45);
        return new PostingWindow(
                published.isAfter(now) ? Optional.of(published) : Optional.empty(),
                Optional.of(expires),
                dice.chance(Shapes.APPLY_BY)
                        ? Optional.of(dice.between(open.plus(Duration.ofHours(1)), expires))
                        : Optional.empty(),
                !immediate && dice.chance(0.4)
                        ? Optional.of(expires.atZone(ZoneOffset.UTC).toLocalDate())
                        : Optional.empty(),
                immediate);
    }

    private static Instant before(Instant moment, Dice dice) {
        return dice.between(moment.minus(Duration.ofDays(3)), moment);
    }

    private static Instant ago(double days, Instant now) {
        return now.minus(days(days));
    }

    private static Duration days(double days) {
        return Duration.ofSeconds((long) (days * 86_400));
    }
}
