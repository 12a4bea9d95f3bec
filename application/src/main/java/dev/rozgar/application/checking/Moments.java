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

    private Moments() {}

    /// `15m` before `now`, or a moment such as `2026-03-01T09:00:00Z`.
    public static Optional<Instant> before(Instant now, String text) {
        Matcher ago = AGO.matcher(text);
        if (ago.matches()) return Optional.of(now.minus(duration(Long.parseLong(ago.group(1)), ago.group(2))));
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
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
