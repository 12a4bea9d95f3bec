package dev.rozgar.domain.job;

import dev.rozgar.domain.Faults;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// When the work is done, by the clock of the place. A shift whose end is before its start runs past midnight.
///
/// @param start whole minutes; with `end` or not at all
/// @param days  in the week's order; empty: not said
public record Shift(ShiftKind kind, Optional<LocalTime> start, Optional<LocalTime> end, Set<DayOfWeek> days) {
    public Shift {
        days = Collections.unmodifiableSet(new TreeSet<>(days));
        var faults = new Faults();
        faults.unless(start.isEmpty() || isWholeMinute(start.get()), "start", "MALFORMED", "must be whole minutes");
        faults.unless(end.isEmpty() || isWholeMinute(end.get()), "end", "MALFORMED", "must be whole minutes");
        faults.unless(start.isPresent() == end.isPresent(), "", "CONTRADICTION", "needs start and end, or neither");
        faults.unless(start.isEmpty() || !start.equals(end), "end", "CONTRADICTION", "must differ from start");
        faults.raise();
    }

    /// Only the kind is known.
    public static Shift of(ShiftKind kind) {
        return new Shift(kind, Optional.empty(), Optional.empty(), Set.of());
    }

    private static boolean isWholeMinute(LocalTime time) {
        return time.equals(time.truncatedTo(ChronoUnit.MINUTES));
    }
}
