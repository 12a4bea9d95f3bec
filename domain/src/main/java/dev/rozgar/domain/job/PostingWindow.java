package dev.rozgar.domain.job;

import dev.rozgar.domain.Faults;
import dev.rozgar.domain.Millis;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/// When the job is shown and when the work begins.
///
/// @param publishAt not before; empty: as soon as it is approved
/// @param expiresAt shown until just before this moment; must be there before the job is submitted
/// @param applyBy   the last moment to apply, not after `expiresAt`
/// @param startDate first day of work, years 1900 to 9999; not with `immediate`
public record PostingWindow(
        Optional<Instant> publishAt,
        Optional<Instant> expiresAt,
        Optional<Instant> applyBy,
        Optional<LocalDate> startDate,
        boolean immediate) {
    public PostingWindow {
        var faults = new Faults();
        publishAt = faults.keep("publish_at", publishAt, o -> o.map(Millis::of));
        expiresAt = faults.keep("expires_at", expiresAt, o -> o.map(Millis::of));
        applyBy = faults.keep("apply_by", applyBy, o -> o.map(Millis::of));
        faults.unless(
                publishAt.isEmpty() || expiresAt.isEmpty() || publishAt.get().isBefore(expiresAt.get()),
                "expires_at",
                "CONTRADICTION",
                "must be after publish_at");
        faults.unless(
                applyBy.isEmpty() || expiresAt.isEmpty() || !applyBy.get().isAfter(expiresAt.get()),
                "apply_by",
                "CONTRADICTION",
                "must not be after expires_at");
        faults.unless(
                startDate.isEmpty()
                        || (startDate.get().getYear() >= 1900 && startDate.get().getYear() <= 9999),
                "start_date",
                "MALFORMED",
                "must lie in the years 1900 to 9999");
        faults.unless(!immediate || startDate.isEmpty(), "immediate", "CONTRADICTION", "cannot come with start_date");
        faults.raise();
    }

    /// From approval until then.
    public static PostingWindow until(Instant expiresAt) {
        return new PostingWindow(Optional.empty(), Optional.of(expiresAt), Optional.empty(), Optional.empty(), false);
    }

    /// The same window with an end.
    public PostingWindow expiringAt(Instant end) {
        return new PostingWindow(publishAt, Optional.of(end), applyBy, startDate, immediate);
    }

    /// The same job shown again from now: moments that have passed are dropped.
    PostingWindow reopened(Instant until, Instant now) {
        return new PostingWindow(
                Optional.empty(),
                Optional.of(until),
                applyBy.filter(a -> a.isAfter(now) && !a.isAfter(until)),
                startDate,
                immediate);
    }
}
