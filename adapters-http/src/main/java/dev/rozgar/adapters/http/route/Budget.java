package dev.rozgar.adapters.http.route;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/// A token bucket for each caller, as many as fit. A bucket that is full again tells nothing and is forgotten first.
final class Budget {
    private static final long SWEEP_NANOS = Duration.ofSeconds(1).toNanos();

    private final int perMinute;
    private final int most;
    private final TimeMeter time;
    private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();
    private final Bucket crowd;
    private final AtomicLong nextSweep;

    /// @param most callers that have a bucket of their own
    Budget(int perMinute, int most, TimeMeter time) {
        this.perMinute = perMinute;
        this.most = most;
        this.time = time;
        this.crowd = full();
        this.nextSweep = new AtomicLong(time.currentTimeNanos());
    }

    int perMinute() {
        return perMinute;
    }

    /// Takes one, if there is one left.
    ConsumptionProbe take(String caller) {
        return bucket(caller).tryConsumeAndReturnRemaining(1);
    }

    /// How many have a bucket of their own.
    int callers() {
        return buckets.size();
    }

    private Bucket bucket(String caller) {
        Bucket known = buckets.get(caller);
        if (known != null) return known;
        if (buckets.size() >= most && !makeRoom()) return crowd;
        return buckets.computeIfAbsent(caller, _ -> full());
    }

    /// Looks through all of them once a second at most: whoever sends from many addresses must not make us work.
    private boolean makeRoom() {
        long now = time.currentTimeNanos();
        long due = nextSweep.get();
        if (now - due < 0 || !nextSweep.compareAndSet(due, now + SWEEP_NANOS)) return false;
        buckets.values().removeIf(bucket -> bucket.getAvailableTokens() >= perMinute);
        return buckets.size() < most;
    }

    private Bucket full() {
        Bandwidth limit = Bandwidth.builder()
                .capacity(perMinute)
                .refillGreedy(perMinute, Duration.ofMinutes(1))
                .build();
        return Bucket.builder().addLimit(limit).withCustomTimePrecision(time).build();
    }
}
