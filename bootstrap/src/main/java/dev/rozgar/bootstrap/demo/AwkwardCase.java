package dev.rozgar.bootstrap.demo;

import static dev.rozgar.bootstrap.demo.Alteration.expiry;
import static dev.rozgar.bootstrap.demo.Alteration.part;
import static dev.rozgar.bootstrap.demo.Alteration.text;
import static dev.rozgar.bootstrap.demo.Alteration.title;

import dev.rozgar.domain.job.LanguageTag;
import dev.rozgar.domain.job.Openings;
import dev.rozgar.domain.job.PayPeriod;
import dev.rozgar.domain.job.RequisitionId;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Jobs that have broken job boards before. They are the first jobs of every demo, in this order; the requisition id of
/// each begins with its name (`LATITUDE_ZERO-1`), by which tests and people find it.
public enum AwkwardCase {
    LATITUDE_ZERO(part(OddParts.at(0, 72.5))),
    LONGITUDE_ZERO(part(OddParts.at(51.4779, 0))),
    NULL_ISLAND(part(OddParts.at(0, 0))),
    SOUTH_POLE(part(OddParts.at(-90, 0))),
    DATE_LINE(part(OddParts.at(-16.5, 180))),
    SAME_POINT(Life.PUBLISHED, 100, part(OddParts.at(18.9398, 72.8354))),
    FIFTY_LOCATIONS(part(OddParts.everywhere(50))),
    PAY_MISSING(Alteration.NO_PAY),
    PAY_UNDISCLOSED(part(OddParts.pay("18000", "24000", PayPeriod.MONTH, false))),
    PAY_MIN_EQUALS_MAX(part(OddParts.pay("21000", "21000", PayPeriod.MONTH, true))),
    PAY_WITH_PAISE(part(OddParts.pay("178.05", "199.99", PayPeriod.DAY, true))),
    PAY_ZERO_TO_HUGE(part(OddParts.pay("0", "9999999999.99", PayPeriod.HOUR, true))),
    HTML_100K(part(OddParts.longHtml())),
    TEXT_100K(part(OddParts.longText())),
    TEXT_CONTROL("Line one\nLine two\tafter a tab\n\n\u00a0\u200bLast line"),
    TEXT_JSON("{\"title\": null, \"\\u0041\": [1, 2,], '<b>': \"</script>\"}"),
    TEXT_SQL("'; drop table job; -- 100%_sure \\' $1 ?"),
    TITLE_DEVANAGARI(title("डिलीवरी राइडर की तुरंत आवश्यकता है")),
    TITLE_MIXED_SCRIPT(title("AC Technician / एसी टेक्नीशियन / ஏசி டெக்னீஷியன்")),
    TITLE_RIGHT_TO_LEFT(title("درزی (Tailor) کی ضرورت ہے")),
    TITLE_EMOJI(title("🚚 Driver wanted 👩🏽‍🔧🇮🇳 join today 🙏")),
    TITLE_LINE_SEPARATOR(title("Loader\u2028Night Shift")),
    TITLE_QUOTES(title("\"Best\" cook's 'dhaba' – “tandoor” «chef»")),
    TITLE_BACKSLASHES(title("C:\\Drivers\\HMV \\n \\u0000 \\\\")),
    TITLE_MARKUP(title("<b>Guard</b> &amp; <script>alert(1)</script>")),
    TITLE_WILDCARDS(title("100%_sure * job? [a-z]+ (x|y)")),
    TITLE_COMBINING(title("Cafe\u0301 waiter A\u030angstro\u0308m")),
    TITLE_SHORTEST(title("X")),
    TITLE_LONGEST(title("🛵".repeat(50) + "राइडर".repeat(10))),
    TITLE_NULL_WORD(title("null")),
    TITLE_NUMBER(title("007")),
    SKILL_C_SHARP(part(OddParts.skill("C#"))),
    SKILL_C_PLUS_PLUS(part(OddParts.skill("C++"))),
    SKILL_DOT_NET(part(OddParts.skill(".net"))),
    SKILL_CI_CD(part(OddParts.skill("ci/cd"))),
    SKILL_C_KORKORT(part(OddParts.skill("c-körkort"))),
    ALL_REQUIREMENTS(part(OddParts.fullRequirements())),
    ALL_SHIFTS(part(OddParts.fullWorkTime())),
    ALL_CATEGORIES(part(OddParts.fullClassification())),
    ALL_BENEFITS(Alteration.EVERY_BENEFIT),
    ALL_OPENINGS(part(new Openings(100_000, 99_999))),
    LANGUAGE_LONG(part(new LanguageTag("sl-Latn-IT-rozaj-nedis-1994"))),
    EXPIRY_AT_THE_SECOND(expiry(now -> now.truncatedTo(ChronoUnit.SECONDS).plus(Duration.ofHours(6)))),
    EXPIRY_IS_NOW(expiry(now -> now)),
    EXPIRY_LAST_MOMENT(expiry(_ -> Instant.parse("9999-12-31T23:59:59.999Z"))),
    PUBLISHED_NOW(Alteration.NONE),
    PUBLISHED_TOGETHER(Life.PUBLISHED, 6, Alteration.NONE),
    REPOST(Life.PUBLISHED, 3, Alteration.NONE),
    DRAFT(Life.DRAFT),
    IN_REVIEW(Life.IN_REVIEW),
    CHANGES_REQUESTED(Life.CHANGES_REQUESTED),
    SCHEDULED(Life.SCHEDULED),
    PAUSED(Life.PAUSED),
    FILLED(Life.FILLED),
    EXPIRED(Life.EXPIRED),
    CLOSED(Life.CLOSED),
    REJECTED(Life.REJECTED),
    ARCHIVED(Life.ARCHIVED),
    SUSPENDED_EMPLOYER(Life.PUBLISHED, 2, Alteration.NONE);

    private final Life life;
    private final int copies;
    private final Alteration alteration;

    AwkwardCase(Life life, int copies, Alteration alteration) {
        this.life = life;
        this.copies = copies;
        this.alteration = alteration;
    }

    AwkwardCase(Alteration alteration) {
        this(Life.PUBLISHED, 1, alteration);
    }

    AwkwardCase(Life life) {
        this(life, 1, Alteration.NONE);
    }

    AwkwardCase(String description) {
        this(text(description));
    }

    /// How many jobs of the kind there are.
    public int copies() {
        return copies;
    }

    /// How many awkward jobs there are, all kinds together.
    public static int total() {
        return Place.ALL.size();
    }

    /// The requisition id of one of them, counted from 1.
    public RequisitionId requisition(int copy) {
        return new RequisitionId(name() + "-" + copy);
    }

    Life life() {
        return life;
    }

    Alteration alteration() {
        return alteration;
    }

    /// All of them say the same.
    boolean isRepeated() {
        return this == REPOST;
    }

    Term term(Term ordinary, Instant now) {
        return switch (this) {
            case PUBLISHED_NOW -> ordinary.publishedAt(now);
            case PUBLISHED_TOGETHER -> ordinary.publishedAt(now.minus(Duration.ofDays(1)));
            default -> ordinary;
        };
    }

    /// Which one the job of that number is; empty for ordinary jobs.
    static Optional<Place> at(int which) {
        return which < Place.ALL.size() ? Optional.of(Place.ALL.get(which)) : Optional.empty();
    }

    /// One job among the awkward ones.
    ///
    /// @param copy from 1
    record Place(AwkwardCase kind, int copy) {
        private static final List<Place> ALL = Arrays.stream(AwkwardCase.values())
                .flatMap(kind -> IntStream.rangeClosed(1, kind.copies).mapToObj(copy -> new Place(kind, copy)))
                .toList();
    }
}
