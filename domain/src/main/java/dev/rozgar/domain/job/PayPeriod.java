package dev.rozgar.domain.job;

/// What one pay figure is for. The units per year are the defaults of `expectedUnitsPerYear` in Google Cloud Talent
/// Solution's `CompensationEntry` (hourly 2080, daily 260, weekly 52, monthly 12, annual 1).
public enum PayPeriod {
    HOUR(2080),
    DAY(260),
    WEEK(52),
    MONTH(12),
    YEAR(1);

    private final int unitsPerYear;

    PayPeriod(int unitsPerYear) {
        this.unitsPerYear = unitsPerYear;
    }

    /// How often the figure is earned in a full year.
    public int unitsPerYear() {
        return unitsPerYear;
    }
}
