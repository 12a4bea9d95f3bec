package dev.rozgar.adapters.http.posting;

import dev.rozgar.application.document.Kind;
import dev.rozgar.application.document.Value;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Optional;

/// An ISO 8601 duration back from now.
final class Backwards {
    private static final int LONGEST = 20;

    private Backwards() {}

    /// Years and months too: by the calendar of UTC.
    static Optional<Value> from(String text, Instant now) {
        try {
            if (text.length() > LONGEST || !text.startsWith("P")) return Optional.empty();
            Instant then = text.contains("T") || text.endsWith("D") && !text.contains("M") && !text.contains("Y")
                    ? now.minus(Duration.parse(text))
                    : now.atOffset(ZoneOffset.UTC).minus(Period.parse(text)).toInstant();
            return then.isAfter(now) ? Optional.empty() : Kind.MOMENT.parse(then.toString());
        } catch (DateTimeException | ArithmeticException noDuration) {
            return Optional.empty();
        }
    }
}
