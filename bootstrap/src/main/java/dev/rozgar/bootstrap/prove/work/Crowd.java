package dev.rozgar.bootstrap.prove.work;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/// Callers who ask at the same time, each again as soon as it has its answer: what `ab -c` does.
public final class Crowd {
    private Crowd() {}

    /// @param request told its number, from 0; whatever it throws ends the crowd
    /// @return milliseconds from the first request to the last answer
    public static double millis(int callers, int requests, IntConsumer request) {
        var next = new AtomicInteger();
        long begin = System.nanoTime();
        try (var all = Executors.newVirtualThreadPerTaskExecutor()) {
            var turns = IntStream.range(0, callers)
                    .mapToObj(_ -> all.submit(() -> {
                        for (int number = next.getAndIncrement(); number < requests; number = next.getAndIncrement())
                            request.accept(number);
                    }))
                    .toList();
            for (var turn : turns) turn.get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", interrupted);
        } catch (ExecutionException failed) {
            throw new IllegalStateException("a request of the crowd failed", failed.getCause());
        }
        return (System.nanoTime() - begin) / 1e6;
    }
}
