package dev.rozgar.bootstrap;

import static org.junit.jupiter.api.Assertions.fail;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/// Waits for something that will come true by itself, and fails where it does not.
public final class Eventually {
    private static final long PAUSE_MILLIS = 20;

    private Eventually() {}

    public static void within(Duration most, String what, BooleanSupplier isTrue) throws InterruptedException {
        long deadline = System.nanoTime() + most.toNanos();
        while (!isTrue.getAsBoolean()) {
            if (System.nanoTime() > deadline) fail("not within " + most.toSeconds() + " s: " + what);
            Thread.sleep(PAUSE_MILLIS);
        }
    }
}
