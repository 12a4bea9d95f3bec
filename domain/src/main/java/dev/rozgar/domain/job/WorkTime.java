package dev.rozgar.domain.job;

import dev.rozgar.domain.Faults;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// How, how much and when.
///
/// @param employmentTypes at least one
/// @param shifts          at most 20, no two alike
/// @param hoursPerWeek    above 0, at most 168, kept with two decimals
public record WorkTime(
        Set<EmploymentType> employmentTypes,
        Optional<Scope> scope,
        List<Shift> shifts,
        Optional<BigDecimal> hoursPerWeek) {
    private static final BigDecimal WEEK = BigDecimal.valueOf(168);

    public WorkTime {
        employmentTypes = Collections.unmodifiableSet(new TreeSet<>(employmentTypes));
        shifts = List.copyOf(shifts);
        var faults = new Faults();
        faults.size("employment_types", employmentTypes.size(), 1, EmploymentType.values().length);
        faults.size("shifts", shifts.size(), 0, 20);
        faults.distinct("shifts", shifts);
        if (hoursPerWeek.isPresent() && !isHours(hoursPerWeek.get())) {
            faults.add("hours_per_week", "MALFORMED", "must be above 0 and at most 168, with at most two decimals");
        }
        faults.raise();
        hoursPerWeek = hoursPerWeek.map(h -> h.setScale(2, RoundingMode.UNNECESSARY));
    }

    /// Only the kind of employment is known.
    public static WorkTime of(EmploymentType type) {
        return new WorkTime(Set.of(type), Optional.empty(), List.of(), Optional.empty());
    }

    /// The comparison comes after the scale: a number with a huge exponent is not worth comparing.
    private static boolean isHours(BigDecimal hours) {
        return hours.scale() <= 2 && hours.scale() >= -2 && hours.signum() > 0 && hours.compareTo(WEEK) <= 0;
    }
}
