package dev.rozgar.adapters.http;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// Ends reads that take too long. The server itself waits for ever for the rest of a request, and has no read timeout
/// that works;
/// interrupting a virtual thread that waits for a socket closes that socket, which is what is wanted.
final class Watchdog implements AutoCloseable {
    private final long millis;
    private final ScheduledThreadPoolExecutor alarms;

    Watchdog(Duration patience) {
        this.millis = patience.toMillis();
        this.alarms = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().daemon().name("http-watchdog").factory());
        alarms.setRemoveOnCancelPolicy(true);
    }

    <T> T watch(Supplier<T> read) {
        Future<?> alarm = alarms.schedule(Thread.currentThread()::interrupt, millis, TimeUnit.MILLISECONDS);
        try {
            return read.get();
        } finally {
            alarm.cancel(false);
        }
    }

    @Override
    public void close() {
        alarms.shutdownNow();
    }
}
