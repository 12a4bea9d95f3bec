package dev.rozgar.application.checking;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// The turns of one process.
public final class InMemoryTurns implements CheckTurns {
    private Optional<Long> next = Optional.empty();
    private Optional<Instant> taken = Optional.empty();
    private Optional<Instant> ended = Optional.empty();

    @Override
    public synchronized Optional<Long> take(Duration pause, Duration every) {
        boolean early = isWithin(taken, pause) || next.isEmpty() && isWithin(ended, every);
        if (early) return Optional.empty();
        taken = Optional.of(Instant.now());
        next = next.or(() -> Optional.of(Long.MIN_VALUE));
        return next;
    }

    private static boolean isWithin(Optional<Instant> moment, Duration after) {
        return moment.filter(its -> its.plus(after).isAfter(Instant.now())).isPresent();
    }

    @Override
    public synchronized boolean end(long from, Optional<Long> following) {
        if (!next.equals(Optional.of(from))) return false;
        next = following;
        if (following.isEmpty()) ended = Optional.of(Instant.now());
        return true;
    }

    @Override
    public synchronized Optional<Instant> lastPass() {
        return ended;
    }
}
