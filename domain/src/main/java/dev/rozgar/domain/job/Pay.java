package dev.rozgar.domain.job;

import dev.rozgar.domain.Faults;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Optional;

/// What the job pays. Amounts are kept with exactly two decimals (`numeric(12,2)`), so equal pay is equal.
///
/// @param min          0 or more
/// @param max          at least `min`; the same for a single figure
/// @param incentiveMax the most that comes on top per period; not with FIXED pay
/// @param disclosed    false: for filters and sorting only, not to be shown
public record Pay(
        BigDecimal min,
        BigDecimal max,
        Currency currency,
        PayPeriod period,
        Optional<BigDecimal> incentiveMax,
        PayKind kind,
        boolean disclosed) {
    private static final int DECIMALS = 2;
    private static final int WHOLE_DIGITS = 10;

    public Pay {
        var faults = new Faults();
        min = faults.keep("min", min, Pay::amount);
        max = faults.keep("max", max, Pay::amount);
        incentiveMax = faults.keep("incentive_max", incentiveMax, o -> o.map(Pay::amount));
        faults.unless(min.compareTo(max) <= 0, "max", "CONTRADICTION", "must not be below min");
        faults.unless(
                kind != PayKind.FIXED || incentiveMax.isEmpty(),
                "incentive_max",
                "CONTRADICTION",
                "cannot come with FIXED pay");
        faults.raise();
    }

    /// [#min] times [PayPeriod#unitsPerYear], rounded half up to two decimals.
    public BigDecimal annualMin() {
        return annual(min);
    }

    /// [#max] times [PayPeriod#unitsPerYear], rounded half up to two decimals.
    public BigDecimal annualMax() {
        return annual(max);
    }

    private BigDecimal annual(BigDecimal amount) {
        return amount.multiply(BigDecimal.valueOf(period.unitsPerYear())).setScale(DECIMALS, RoundingMode.HALF_UP);
    }

    /// Looks at scale and precision first: arithmetic on `1e999999999` would fill the memory.
    private static BigDecimal amount(BigDecimal given) {
        var faults = new Faults();
        faults.unless(given.signum() >= 0, "", "TOO_SMALL", "must not be negative");
        faults.unless(given.scale() <= DECIMALS, "", "MALFORMED", "may have at most two decimals");
        faults.unless(
                (long) given.precision() - given.scale() <= WHOLE_DIGITS,
                "",
                "TOO_LARGE",
                "may have at most ten digits before the point");
        faults.raise();
        return given.setScale(DECIMALS, RoundingMode.UNNECESSARY);
    }
}
