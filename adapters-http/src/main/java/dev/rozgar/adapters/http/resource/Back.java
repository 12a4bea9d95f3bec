package dev.rozgar.adapters.http.resource;

import dev.rozgar.application.document.Kind;
import dev.rozgar.application.document.Value;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Optional;

/// A moment that is past: a date-time, or an ISO 8601 duration back from now.
public final class Back {
    public static final String EXPECTATION =
            "must be a date-time with offset or an ISO 8601 duration back from now, such as P7D or PT36H";

    private static final int LONGEST = 20;

    private Back() {}

    /// A date-time may be in the future as well.
    public static Optional<Instant> to(String text, Instant now) {
        return Kind.MOMENT
                .parse(text)
                .map(moment -> ((Value.Moment) moment).instant())
                .or(() -> byDuration(text, now));
    }

    /// Years and months too: by the calendar of UTC.
    private static Optional<Instant> byDuration(String text, Instant now) {
        try {
            if (text.length() > LONGEST || !text.startsWith("P")) return Optional.empty();
            Instant then = text.contains("T") || text.endsWith("D") && !text.contains("M") && !text.contains("Y")
                    ? now.minus(Duration.parse(text))
                    : now.atOffset(ZoneOffset.UTC).minus(Period.parse(text)).toInstant();
            return then.isAfter(now) ? Optional.empty() : Optional.of(then).filter(Back::isMoment);
        } catch (DateTimeException | ArithmeticException noDuration) {
            return Optional.empty();
        }
    }

    private static boolean isMoment(Instant then) {
        return Kind.MOMENT.parse(then.toString()).isPresent();
    }
}
