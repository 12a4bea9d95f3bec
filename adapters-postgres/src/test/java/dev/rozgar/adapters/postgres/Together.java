package dev.rozgar.adapters.postgres;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/// Things that begin at the same moment.
public final class Together {
    private Together() {}

    @FunctionalInterface
    public interface Thing<T> {
        T at(int number) throws Exception;
    }

    /// What each of them answers, in their order.
    public static <T> List<T> run(int many, Thing<T> thing) throws InterruptedException, ExecutionException {
        CyclicBarrier start = new CyclicBarrier(many);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = IntStream.range(0, many)
                    .mapToObj(i -> threads.submit((Callable<T>) () -> {
                        start.await();
                        return thing.at(i);
                    }))
                    .toList();
            for (var each : all) each.get();
            return all.stream().map(each -> each.resultNow()).toList();
        }
    }
}
