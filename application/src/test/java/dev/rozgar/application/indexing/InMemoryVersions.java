package dev.rozgar.application.indexing;

import java.util.Collection;
import java.util.Optional;
import java.util.function.Consumer;

/// Versions in memory, which [#restore] takes back in time.
public final class InMemoryVersions implements Versions {
    private final Consumer<Collection<Long>> owing;
    private long epoch = 1;
    private long sequence;
    private Optional<Suspects> suspects = Optional.empty();
    private boolean moved;
    /// What a restored history has certainly handed out.
    private long kept = Long.MAX_VALUE;

    /// @param owing has documents written again
    InMemoryVersions(Consumer<Collection<Long>> owing) {
        this.owing = owing;
    }

    synchronized long next() {
        return epoch << SEQUENCE_BITS | ++sequence;
    }

    /// As if a backup of the time when so many versions had been handed out were put back.
    public synchronized void restore(long handedOut) {
        epoch = 1;
        sequence = handedOut;
        kept = newest();
    }

    /// As if this were another server from now on.
    public synchronized void move() {
        moved = true;
    }

    @Override
    public synchronized boolean beginEpochIfMoved() {
        if (!moved) return false;
        moved = false;
        begin(epoch + 1);
        return true;
    }

    @Override
    public synchronized long newest() {
        return epoch << SEQUENCE_BITS | sequence;
    }

    @Override
    public synchronized boolean beginEpochAbove(long held) {
        if (held <= newest()) return false;
        begin(Math.max(epoch, held >> SEQUENCE_BITS) + 1);
        return true;
    }

    private void begin(long another) {
        long above = suspects.map(Suspects::above).orElse(Math.min(kept, newest()));
        epoch = another;
        suspects = Optional.of(new Suspects(above, epoch << SEQUENCE_BITS));
    }

    @Override
    public synchronized Optional<Suspects> suspects() {
        return suspects;
    }

    @Override
    public void owe(Collection<Long> ids) {
        owing.accept(ids);
    }

    @Override
    public synchronized void cleared(Suspects done) {
        if (suspects.equals(Optional.of(done))) suspects = Optional.empty();
    }
}
