package dev.rozgar.bootstrap.prove.stand;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/// Waits for what has to come.
public final class Eventually {
    private static final Duration LOOK = Duration.ofMillis(25);

    private Eventually() {}

    /// @param what comes, as a sentence
    /// @throws IllegalStateException if it does not
    public static void within(int seconds, String what, BooleanSupplier fact) {
        if (!comes(seconds, fact)) throw new IllegalStateException("not within " + seconds + " s: " + what);
    }

    /// @return whether it came
    public static boolean comes(int seconds, BooleanSupplier fact) {
        long until = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
        while (!fact.getAsBoolean()) {
            if (System.nanoTime() > until) return false;
            pause(LOOK);
        }
        return true;
    }

    public static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", interrupted);
        }
    }
}
