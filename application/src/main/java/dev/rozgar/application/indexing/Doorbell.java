package dev.rozgar.application.indexing;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Ends a wait early. Rings that come while nobody waits are kept as one.
final class Doorbell {
    private final Semaphore rings = new Semaphore(0);

    void ring() {
        if (rings.availablePermits() == 0) rings.release();
    }

    /// Answers at a ring, or when `most` is over.
    void await(Duration most) {
        try {
            if (rings.tryAcquire(most.toNanos(), TimeUnit.NANOSECONDS)) rings.drainPermits();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
