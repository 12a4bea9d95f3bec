package dev.rozgar.domain.job;

import dev.rozgar.domain.Faults;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;

/// When calls are welcome, by the clock of the place: whole minutes, within one day.
public record CallWindow(LocalTime from, LocalTime to) {
    public CallWindow {
        var faults = new Faults();
        faults.unless(isWholeMinute(from), "from", "MALFORMED", "must be whole minutes");
        faults.unless(isWholeMinute(to), "to", "MALFORMED", "must be whole minutes");
        faults.unless(from.isBefore(to), "to", "CONTRADICTION", "must be after from");
        faults.raise();
    }

    private static boolean isWholeMinute(LocalTime time) {
        return time.equals(time.truncatedTo(ChronoUnit.MINUTES));
    }
}
