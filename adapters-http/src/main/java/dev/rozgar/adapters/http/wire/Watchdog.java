package dev.rozgar.adapters.http.wire;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// Ends reads that take too long. The server itself waits for ever for the rest of a request, and has no read timeout
/// that works; interrupting a virtual thread that waits for a socket closes that socket, which is what is wanted.
///
/// It looks now and then instead of setting an alarm for each read: an alarm wakes a thread with every request.
public final class Watchdog implements AutoCloseable {
    private static final Duration LONGEST_ROUND = Duration.ofMillis(250);

    private final long patience;
    private final Set<Watch> open = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService rounds;

    /// @param patience how long a read may take, and up to a quarter of it or of a second more
    public Watchdog(Duration patience) {
        this.patience = patience.toNanos();
        long round = Math.max(1, Math.min(this.patience / 4, LONGEST_ROUND.toNanos()));
        rounds = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("http-watchdog").factory());
        var _ = rounds.scheduleWithFixedDelay(() -> open.forEach(Watch::look), round, round, TimeUnit.NANOSECONDS);
    }

    /// What `read` answers; its thread is interrupted when its time is over.
    public <T> T watch(Supplier<T> read) {
        var watch = new Watch(Thread.currentThread(), System.nanoTime() + patience);
        open.add(watch);
        try {
            return read.get();
        } finally {
            open.remove(watch);
            watch.end();
        }
    }

    @Override
    public void close() {
        rounds.shutdownNow();
    }

    /// One read; whoever has ended is not interrupted in what it does next.
    private static final class Watch {
        private final Thread reader;
        private final long deadline;
        private boolean over;

        Watch(Thread reader, long deadline) {
            this.reader = reader;
            this.deadline = deadline;
        }

        synchronized void look() {
            if (over || System.nanoTime() - deadline < 0) return;
            over = true;
            reader.interrupt();
        }

        synchronized void end() {
            over = true;
        }
    }
}
