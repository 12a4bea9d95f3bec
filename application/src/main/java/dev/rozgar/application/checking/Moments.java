package dev.rozgar.application.checking;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Moments as people write them.
public final class Moments {
    private static final Pattern AGO = Pattern.compile("([0-9]{1,9})(s|m|h|d)");

    /// What every store can hold.
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    private Moments() {}

    /// `15m` before `now`, or a moment such as `2026-03-01T09:00:00Z`, of the years 1 to 9999.
    public static Optional<Instant> before(Instant now, String text) {
        Matcher ago = AGO.matcher(text);
        try {
            Instant moment = ago.matches()
                    ? now.minus(duration(Long.parseLong(ago.group(1)), ago.group(2)))
                    : OffsetDateTime.parse(text).toInstant();
            return Optional.of(moment).filter(it -> !it.isBefore(EARLIEST) && !it.isAfter(LATEST));
        } catch (DateTimeException noMoment) {
            return Optional.empty();
        }
    }

    private static Duration duration(long number, String unit) {
        return switch (unit) {
            case "s" -> Duration.ofSeconds(number);
            case "m" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            default -> Duration.ofDays(number);
        };
    }
}
