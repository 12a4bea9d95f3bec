package dev.rozgar.bootstrap.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntSupplier;

/// Runs one statement over and over on several threads, with nothing around it: what PostgreSQL can do at best.
final class StatementLoop {
    private static final int PARTS = 5;

    private final IntSupplier statement;

    /// @param statement answers with the bytes that it read
    StatementLoop(IntSupplier statement) {
        this.statement = statement;
    }

    Run run(int times, int threads) {
        AtomicInteger left = new AtomicInteger(times);
        AtomicLong bytes = new AtomicLong();
        double[] millis = new double[times];
        Callable<Integer> worker = () -> work(left, bytes, millis);
        try (ExecutorService workers = Executors.newFixedThreadPool(threads)) {
            long begin = System.nanoTime();
            List<Future<Integer>> parts = new ArrayList<>();
            for (int i = 0; i < threads; i++) parts.add(workers.submit(worker));
            int done = 0;
            for (Future<Integer> part : parts) done += part.get();
            double seconds = (System.nanoTime() - begin) / 1e9;
            double p50 = Spread.percentile(millis, 50);
            double p95 = Spread.percentile(millis, 95);
            return new Run(times, done, times - done, 0, seconds, p50, p95, bytes.get(), Map.of());
        } catch (ExecutionException failure) {
            throw new IllegalStateException("the bare statement failed", failure.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", interrupted);
        }
    }

    /// Runs for about so long.
    ///
    /// @return how often it ran altogether; its percentiles are those of the last part
    Run warm(Duration time, int threads) {
        int done = 0;
        long begin = System.nanoTime();
        long until = begin + time.toNanos();
        Run part;
        int times = threads;
        do {
            part = run(times, threads);
            done += part.completed();
            times = Math.max(threads, (int) (part.perSecond() * time.toMillis() / 1_000 / PARTS));
        } while (System.nanoTime() < until);
        double seconds = (System.nanoTime() - begin) / 1e9;
        return new Run(done, done, 0, 0, seconds, part.p50(), part.p95(), 0, Map.of());
    }

    /// @return how often it ran the statement
    private int work(AtomicInteger left, AtomicLong bytes, double[] millis) {
        int done = 0;
        for (int turn = left.decrementAndGet(); turn >= 0; turn = left.decrementAndGet()) {
            long begin = System.nanoTime();
            bytes.addAndGet(statement.getAsInt());
            millis[turn] = (System.nanoTime() - begin) / 1e6;
            done++;
        }
        return done;
    }
}
