package dev.rozgar.bootstrap;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/// An answer that is asked for once in a while however often it is wanted.
final class Remembered<T> {
    private final Supplier<T> ask;
    private final Duration fresh;
    private Optional<T> answer = Optional.empty();
    private long askedAt;

    Remembered(Supplier<T> ask, Duration fresh) {
        this.ask = ask;
        this.fresh = fresh;
    }

    synchronized T get() {
        if (answer.isEmpty() || System.nanoTime() - askedAt > fresh.toNanos()) {
            answer = Optional.of(ask.get());
            askedAt = System.nanoTime();
        }
        return answer.orElseThrow();
    }
}
