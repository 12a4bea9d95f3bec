package dev.rozgar.application;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.BinaryOperator;
import java.util.function.Supplier;

/// An answer that is on its way while its asker does something else. Nobody has to wait for it: what is not wanted any
/// more comes to its end unheard.
public final class Prefetch<T> {
    private final CompletableFuture<T> coming;

    private Prefetch(CompletableFuture<T> coming) {
        this.coming = coming;
    }

    /// Asks on a thread of its own.
    public static <T> Prefetch<T> of(Supplier<T> question) {
        return new Prefetch<>(CompletableFuture.supplyAsync(question, Thread::startVirtualThread));
    }

    /// Two answers at the same time, the first on the caller's own thread. Comes back when both questions have
    /// come to their end, so that nothing goes on behind a failure. Throws what the first has thrown, else what
    /// the second has.
    public static <T> T together(Supplier<T> first, Supplier<T> second, BinaryOperator<T> joined) {
        Prefetch<T> beside = of(second);
        T answer;
        try {
            answer = first.get();
        } finally {
            beside.coming.handle((_, _) -> true).join();
        }
        return joined.apply(answer, beside.get());
    }

    /// Waits for the answer. Throws what the question has thrown.
    public T get() {
        try {
            return coming.join();
        } catch (CompletionException failure) {
            switch (failure.getCause()) {
                case RuntimeException cause -> throw cause;
                case Error cause -> throw cause;
                case null, default -> throw failure;
            }
        }
    }
}
