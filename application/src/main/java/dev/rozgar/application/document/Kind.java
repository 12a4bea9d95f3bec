package dev.rozgar.application.document;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// What a field of a document holds. Every derivation (SQL, mapping, OpenAPI, parsing of filters) is one `switch` over
/// it.
public enum Kind {
    /// A 64-bit whole number.
    WHOLE("a whole number, such as 42"),
    /// A number with at most [#MAX_SCALE] decimals.
    DECIMAL("a number with at most 4 decimals, such as 18500.50"),
    /// `true` or `false`.
    FLAG("true or false"),
    /// An exact string: a code, a slug, a name that is compared whole.
    KEYWORD("a text of 1 to 255 characters"),
    /// Words for people; searched by word, and compared whole where a filter or sort is declared.
    TEXT("a text of 1 to 255 characters"),
    /// A place at any level of the tree of places ([PlacePath]), compared without regard to case and accents.
    PLACE("a place such as IN, IN/maharashtra, IN/maharashtra/mumbai or place:ID"),
    /// An instant in UTC with millisecond precision, RFC 3339 on the wire.
    MOMENT("a date-time with offset, such as 2026-03-01T09:30:00Z"),
    /// A calendar day, RFC 3339 full-date on the wire.
    DAY("a date, such as 2026-03-01"),
    /// A clock time, `HH:MM` on the wire.
    TIME("a time, such as 09:30"),
    /// `{"lat": …, "lon": …}` in degrees, WGS 84.
    POINT("a point");

    static final int MAX_SCALE = 4;
    private static final int MAX_PRECISION = 16;
    private static final int MAX_TEXT = 255;
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999Z");

    private final String expectation;

    Kind(String expectation) {
        this.expectation = expectation;
    }

    /// What a filter value of this kind looks like, for a message to a person.
    public String expectation() {
        return expectation;
    }

    /// Whether values have an order that a range filter can use.
    public boolean isOrdered() {
        return switch (this) {
            case WHOLE, DECIMAL, MOMENT, DAY -> true;
            case FLAG, KEYWORD, TEXT, PLACE, TIME, POINT -> false;
        };
    }

    /// Reads a value as it stands in a query string or a cursor; empty where it is not one of this kind.
    public Optional<Value> parse(String text) {
        try {
            return switch (this) {
                case WHOLE -> Optional.of(new Value.Whole(Long.parseLong(text)));
                case DECIMAL -> decimal(text);
                case FLAG -> flag(text);
                case KEYWORD, TEXT -> word(text);
                case PLACE -> PlacePath.of(text).flatMap(Kind::word);
                case MOMENT -> moment(text);
                case DAY -> day(text);
                case TIME, POINT -> Optional.empty();
            };
        } catch (NumberFormatException | DateTimeException notOne) {
            return Optional.empty();
        }
    }

    private static Optional<Value> decimal(String text) {
        // Bounded before it is parsed: 1e999999999 is a legal BigDecimal and a very long number.
        if (text.length() > MAX_PRECISION + 2 || text.indexOf('e') >= 0 || text.indexOf('E') >= 0)
            return Optional.empty();
        BigDecimal number = new BigDecimal(text);
        return number.scale() > MAX_SCALE || number.precision() > MAX_PRECISION
                ? Optional.empty()
                : Optional.of(new Value.Decimal(number));
    }

    private static Optional<Value> flag(String text) {
        return switch (text) {
            case "true" -> Optional.of(new Value.Flag(true));
            case "false" -> Optional.of(new Value.Flag(false));
            default -> Optional.empty();
        };
    }

    private static Optional<Value> word(String text) {
        boolean legal =
                !text.isEmpty() && text.length() <= MAX_TEXT && text.chars().noneMatch(Character::isISOControl);
        return legal ? Optional.of(new Value.Word(text)) : Optional.empty();
    }

    private static Optional<Value> moment(String text) {
        Instant instant = OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MILLIS);
        return instant.isBefore(EARLIEST) || instant.isAfter(LATEST)
                ? Optional.empty()
                : Optional.of(new Value.Moment(instant));
    }

    private static Optional<Value> day(String text) {
        LocalDate day = LocalDate.parse(text);
        return day.getYear() < 1 || day.getYear() > 9999 ? Optional.empty() : Optional.of(new Value.Day(day));
    }
}
