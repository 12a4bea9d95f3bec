package dev.rozgar.domain.job;

import dev.rozgar.domain.Faults;
import java.util.Optional;

/// Time in the trade that is asked for.
///
/// @param monthsMin 0..600
/// @param monthsMax 0..600, not below `monthsMin`
/// @param fresherOk people without any may apply; not when some months are required
public record Experience(
        boolean required, Optional<Integer> monthsMin, Optional<Integer> monthsMax, boolean fresherOk) {
    /// None is asked for.
    public static final Experience NONE = new Experience(false, Optional.empty(), Optional.empty(), true);

    private static final int MOST = 600;

    public Experience {
        var faults = new Faults();
        faults.unless(isMonths(monthsMin), "months_min", "MALFORMED", "must be 0 to " + MOST);
        faults.unless(isMonths(monthsMax), "months_max", "MALFORMED", "must be 0 to " + MOST);
        faults.unless(
                monthsMin.isEmpty() || monthsMax.isEmpty() || monthsMin.get() <= monthsMax.get(),
                "months_max",
                "CONTRADICTION",
                "must not be below months_min");
        faults.unless(
                !(fresherOk && required && monthsMin.orElse(0) > 0),
                "fresher_ok",
                "CONTRADICTION",
                "cannot be true when months of experience are required");
        faults.raise();
    }

    private static boolean isMonths(Optional<Integer> months) {
        return months.isEmpty() || (months.get() >= 0 && months.get() <= MOST);
    }
}
