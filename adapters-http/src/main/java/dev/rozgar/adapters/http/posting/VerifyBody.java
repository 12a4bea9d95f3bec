package dev.rozgar.adapters.http.posting;

import dev.rozgar.domain.Faults;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which queries both stores are to answer: given ones, or some at random.
///
/// @param queries as behind the question mark of a list of jobs
/// @param random  how many
/// @param seed    of the random ones; the same seed over the same jobs asks the same
public record VerifyBody(
        @Nullable List<String> queries,
        @Nullable Integer random,
        @Nullable Long seed) {
    static final int MOST_QUERIES = 100;
    static final int MOST_RANDOM = 500;
    static final int LONGEST = 4_096;

    /// @throws dev.rozgar.domain.InvalidValues with every fault
    void check() {
        Faults faults = new Faults();
        if (queries == null && random == null) faults.add("queries", "REQUIRED", "must be given, or random");
        if (queries != null) {
            faults.unless(random == null, "random", "CONTRADICTION", "cannot be given beside queries");
            faults.unless(seed == null, "seed", "NOT_ALLOWED", "needs random");
            faults.size("queries", queries.size(), 1, MOST_QUERIES);
        }
        if (random != null)
            faults.unless(
                    random >= 1 && random <= MOST_RANDOM, "random", "OUT_OF_RANGE", "must be from 1 to " + MOST_RANDOM);
        faults.raise();
    }
}
