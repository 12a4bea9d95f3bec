package dev.rozgar.bootstrap.demo;

import dev.rozgar.domain.Millis;
import java.time.Instant;

/// All that the demo's data depends on. A plan with more jobs begins with the same jobs.
///
/// @param jobs 1 to 10 million; the first [AwkwardCase#total] of them are the awkward ones
/// @param now  around which the jobs are dated
public record DemoPlan(long seed, int jobs, Instant now) {
    /// The seed unless one is asked for.
    public static final long USUAL_SEED = 42;

    /// The most that can be asked for.
    public static final int MOST_JOBS = 10_000_000;

    public DemoPlan {
        if (jobs < 1 || jobs > MOST_JOBS) {
            throw new IllegalArgumentException("1 to " + MOST_JOBS + " jobs");
        }
        now = Millis.of(now);
    }
}
