package dev.rozgar.domain.job;

import dev.rozgar.domain.Faults;

/// Seats of the job.
///
/// @param total  1..100 000
/// @param filled 0..`total`
public record Openings(int total, int filled) {
    /// One seat, free.
    public static final Openings ONE = new Openings(1, 0);

    public Openings {
        var faults = new Faults();
        faults.unless(total >= 1 && total <= 100_000, "openings_total", "MALFORMED", "must be 1 to 100000");
        faults.unless(
                filled >= 0 && filled <= total, "openings_filled", "CONTRADICTION", "must be 0 to openings_total");
        faults.raise();
    }

    /// Seats that are free.
    public int left() {
        return total - filled;
    }
}
