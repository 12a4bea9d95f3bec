package dev.rozgar.application.rebuild;

import java.time.Duration;
import java.util.function.LongSupplier;

/// Says how long to wait before the next documents, so that in the long run no more than so many go in a second.
final class Throttle {
    private final int rate;
    private final LongSupplier nanoTime;
    private long due;

    /// @param rate documents in a second, 0 for as many as go
    Throttle(int rate, LongSupplier nanoTime) {
        this.rate = rate;
        this.nanoTime = nanoTime;
        this.due = nanoTime.getAsLong();
    }

    /// Documents that should go at once at the most: a second's worth, so that nobody waits for long.
    int chunk(int most) {
        return rate == 0 ? most : Math.min(most, rate);
    }

    /// How long to wait before these go. Time that nobody used is not saved up.
    Duration before(int documents) {
        if (rate == 0) return Duration.ZERO;
        long now = nanoTime.getAsLong();
        long begin = Math.max(due, now);
        due = begin + documents * 1_000_000_000L / rate;
        return Duration.ofNanos(begin - now);
    }
}
