package dev.rozgar.bootstrap.intake;

import dev.rozgar.domain.InvalidValues;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Reads numbers, dates and times as people write them. Refuses with [InvalidValues], as the domain does.
final class Forms {
    private static final Pattern NUMBER =
            Pattern.compile("\\d{1,3}(?:,\\d{2,3})*(?:\\.\\d{1,15})?|\\d{1,15}(?:\\.\\d{1,15})?");
    private static final Pattern CURRENCY =
            Pattern.compile("^(?:\\p{Sc}|[A-Z]{3}|Rs\\.?)\\s*|\\s*(?:\\p{Sc}|[A-Z]{3}|/-)$");
    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .appendPattern("[h:mm a][h a][h:mma][ha][H:mm]")
            .toFormatter(Locale.ENGLISH);

    private Forms() {}

    /// `$105,746`, `₹ 18 000.50`, `1,05,000`, `USD 12`: digits with or without commas and a point, a currency around.
    static BigDecimal number(String text) {
        var bare = CURRENCY.matcher(text.strip()).replaceAll("");
        if (bare.length() > 30 || !NUMBER.matcher(bare).matches()) {
            throw InvalidValues.of("MALFORMED", "must be a number, not " + quoted(text));
        }
        return new BigDecimal(bare.replace(",", ""));
    }

    /// A whole number.
    static int whole(String text) {
        try {
            return number(text).intValueExact();
        } catch (ArithmeticException tooLarge) {
            throw InvalidValues.of("MALFORMED", "must be a whole number, not " + quoted(text));
        }
    }

    /// Degrees of latitude or longitude, with a sign.
    static double degrees(String text) {
        var bare = text.strip();
        boolean south = bare.startsWith("-");
        double size = number(south ? bare.substring(1) : bare).doubleValue();
        return south ? -size : size;
    }

    /// `7:30 AM`, `9 am`, `17:00`.
    static LocalTime time(String text) {
        try {
            return LocalTime.parse(text.strip(), TIME);
        } catch (DateTimeException noTime) {
            throw InvalidValues.of("MALFORMED", "must be a time, not " + quoted(text));
        }
    }

    /// The moment at which a day or a moment begins.
    static Instant start(String text, List<DateTimeFormatter> forms, ZoneId zone) {
        return switch (parsed(text, forms)) {
            case LocalDate day -> day.atStartOfDay(zone).toInstant();
            case TemporalAccessor moment -> instant(moment, zone);
        };
    }

    /// The moment from which it is over: a day counts to its end.
    static Instant end(String text, List<DateTimeFormatter> forms, ZoneId zone) {
        return switch (parsed(text, forms)) {
            case LocalDate day -> day.plusDays(1).atStartOfDay(zone).toInstant();
            case TemporalAccessor moment -> instant(moment, zone);
        };
    }

    static LocalDate day(String text, List<DateTimeFormatter> forms, ZoneId zone) {
        return start(text, forms, zone).atZone(zone).toLocalDate();
    }

    private static TemporalAccessor parsed(String text, List<DateTimeFormatter> forms) {
        for (DateTimeFormatter form : forms) {
            try {
                return form.parseBest(
                        text.strip(), ZonedDateTime::from, OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
            } catch (DateTimeException other) {
                // The next form may fit.
            }
        }
        throw InvalidValues.of("MALFORMED", "must be a date in one of the known forms, not " + quoted(text));
    }

    private static Instant instant(TemporalAccessor moment, ZoneId zone) {
        return moment instanceof LocalDateTime local ? local.atZone(zone).toInstant() : Instant.from(moment);
    }

    static String quoted(String text) {
        return '"' + Cleaned.shortened(Cleaned.line(text), 60) + '"';
    }
}
