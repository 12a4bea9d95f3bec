package dev.rozgar.application.indexing;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;

/// How long things took, in buckets that are each a tenth wider than the one before: from a millisecond to more than a
/// day, with an error of 5 %. Any number of threads may record and read.
public final class LagHistogram {
    private static final double GROWTH = 1.1;
    private static final int BUCKETS = 200;

    private final AtomicLongArray counts = new AtomicLongArray(BUCKETS);
    private final AtomicLong longest = new AtomicLong();

    public void record(Duration lag) {
        long millis = Math.max(0, lag.toMillis());
        counts.incrementAndGet(bucket(millis));
        longest.accumulateAndGet(millis, Math::max);
    }

    private static int bucket(long millis) {
        return millis < 1 ? 0 : Math.min(BUCKETS - 1, 1 + (int) (Math.log(millis) / Math.log(GROWTH)));
    }

    /// How many were recorded.
    public long count() {
        long count = 0;
        for (int i = 0; i < BUCKETS; i++) count += counts.get(i);
        return count;
    }

    /// What this share of all did not exceed; zero before the first.
    ///
    /// @param share from 0 to 1, as 0.99
    public Duration quantile(double share) {
        long wanted = (long) Math.ceil(share * count());
        long seen = 0;
        for (int i = 0; i < BUCKETS && wanted > 0; i++) {
            seen += counts.get(i);
            if (seen >= wanted) return Duration.ofMillis(Math.min(longest.get(), upperEnd(i)));
        }
        return Duration.ZERO;
    }

    private static long upperEnd(int bucket) {
        return (long) Math.ceil(Math.pow(GROWTH, bucket));
    }

    public Duration longest() {
        return Duration.ofMillis(longest.get());
    }
}
