package dev.rozgar.application.indexing;

import dev.rozgar.application.PortFailure;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;

/// How far the index is behind, for whoever reads from it. The ledger is asked only when somebody wants to know, once
/// in a while however many there are, and beside their reads: nobody is kept waiting by a ledger that is.
public final class LagWatch {
    /// An answer is good for so long without asking again.
    private static final Duration FRESH = Duration.ofMillis(250);

    /// And is told for so long while the ledger is being asked.
    private static final Duration USABLE = Duration.ofSeconds(2);

    /// The first read after a quiet time waits a little, or it could not be told anything.
    private static final Duration WAIT = Duration.ofMillis(25);

    private final IndexProgress progress;
    private final LongSupplier nanos;
    private final Executor beside;
    private final AtomicReference<Optional<Seen>> last = new AtomicReference<>(Optional.empty());
    private final AtomicReference<CountDownLatch> asking = new AtomicReference<>(new CountDownLatch(0));

    private record Seen(long at, Duration lag) {}

    public LagWatch(IndexProgress progress) {
        this(
                progress,
                System::nanoTime,
                task -> Thread.ofVirtual().name("index-lag").start(task));
    }

    LagWatch(IndexProgress progress, LongSupplier nanos, Executor beside) {
        this.progress = progress;
        this.nanos = nanos;
        this.beside = beside;
    }

    /// The age of the oldest change that the index has not acknowledged, as of a moment ago; empty while the ledger
    /// does not say.
    public Optional<Duration> lag() {
        if (seen(FRESH).isEmpty()) {
            CountDownLatch asked = ask();
            if (seen(USABLE).isEmpty()) await(asked);
        }
        return seen(USABLE).map(Seen::lag);
    }

    private Optional<Seen> seen(Duration within) {
        return last.get().filter(one -> nanos.getAsLong() - one.at() <= within.toNanos());
    }

    private CountDownLatch ask() {
        CountDownLatch before = asking.get();
        var mine = new CountDownLatch(1);
        if (before.getCount() > 0 || !asking.compareAndSet(before, mine)) return asking.get();
        beside.execute(() -> {
            try {
                last.set(Optional.of(new Seen(nanos.getAsLong(), progress.lag())));
            } catch (PortFailure silent) {
                // What was known grows old, and is not told any more.
            } finally {
                mine.countDown();
            }
        });
        return mine;
    }

    private static void await(CountDownLatch asked) {
        try {
            // If that is too short, this read is told nothing.
            boolean _ = asked.await(WAIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
