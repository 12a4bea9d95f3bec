package dev.rozgar.domain;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// Moments as both stores can hold them: whole milliseconds (`timestamptz(3)`), years 1900 to 9999.
public final class Millis {
    private static final Instant FIRST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999Z");

    private Millis() {}

    /// Cuts what is finer than a millisecond.
    ///
    /// @throws InvalidValues outside 1900..9999
    public static Instant of(Instant given) {
        if (given.isBefore(FIRST) || given.isAfter(LAST.plusMillis(1).minusNanos(1))) {
            throw InvalidValues.of("MALFORMED", "must lie in the years 1900 to 9999");
        }
        return given.truncatedTo(ChronoUnit.MILLIS);
    }

    /// Refuses a span that does not last a moment.
    ///
    /// @throws InvalidValues unless `from` is before `until`
    public static void requireOrder(Instant from, Instant until) {
        if (!from.isBefore(until)) {
            throw InvalidValues.of("CONTRADICTION", "must begin before it ends");
        }
    }
}
