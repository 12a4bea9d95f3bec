package dev.rozgar.bootstrap.prove.fault;

import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;

/// How traffic fares at the moment.
final class Weather {
    private final LongAdder held = new LongAdder();
    private final LongAdder delayed = new LongAdder();
    private final LongAdder narrowed = new LongAdder();
    private final LongAdder passed = new LongAdder();
    private boolean black;
    private volatile Duration late = Duration.ZERO;
    private volatile int bytesPerSecond;

    synchronized void calm() {
        black = false;
        late = Duration.ZERO;
        bytesPerSecond = 0;
        notifyAll();
    }

    void delay(Duration by) {
        late = by;
    }

    void narrow(int rate) {
        bytesPerSecond = rate;
    }

    synchronized void blackHole() {
        black = true;
    }

    /// Returns when a piece of so many bytes may go on.
    void pass(int bytes) throws InterruptedException {
        awaitLight();
        var by = late;
        if (by.isPositive()) {
            delayed.increment();
            Thread.sleep(by);
        }
        int rate = bytesPerSecond;
        if (rate > 0) {
            narrowed.increment();
            Thread.sleep(bytes * 1000L / rate);
        }
        passed.add(bytes);
    }

    private synchronized void awaitLight() throws InterruptedException {
        if (black) held.increment();
        while (black) wait();
    }

    long held() {
        return held.sum();
    }

    long delayed() {
        return delayed.sum();
    }

    long bytes() {
        return passed.sum();
    }

    long narrowed() {
        return narrowed.sum();
    }
}
