package dev.rozgar.application.indexing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rozgar.application.PortFailure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SharedRefreshTest {
    private static final Duration LONG = Duration.ofSeconds(30);

    private final AtomicInteger begun = new AtomicInteger();
    private final Semaphore mayEnd = new Semaphore(0);
    private final AtomicBoolean away = new AtomicBoolean();
    private final SharedRefresh refreshes = new SharedRefresh(() -> {
        begun.incrementAndGet();
        mayEnd.acquireUninterruptibly();
        if (away.get()) throw PortFailure.unavailable("away", null);
    });

    @Test
    void whoComesDuringARefreshWaitsForTheNextOneAndSharesIt() throws Exception {
        CompletableFuture<Boolean> first = waiting();
        awaitBegun(1);
        List<CompletableFuture<Boolean>> others = new ArrayList<>();
        for (int i = 0; i < 5; i++) others.add(waiting());
        awaitParked(6);

        mayEnd.release();
        assertTrue(first.get());
        awaitBegun(2);
        others.forEach(other -> assertFalse(other.isDone()));

        mayEnd.release();
        for (CompletableFuture<Boolean> other : others) assertTrue(other.get());
        assertEquals(2, begun.get());
    }

    @Test
    void aRefreshThatFailsShowsNothingAndIsNotRepeated() {
        away.set(true);
        mayEnd.release();
        assertFalse(refreshes.await(LONG));
        assertEquals(1, begun.get());
    }

    @Test
    void oneThatHangsKeepsNobodyForLongerThanHeWants() {
        assertFalse(refreshes.await(Duration.ofMillis(20)));
        mayEnd.release();
    }

    @Test
    void thereIsAnotherOneAfterAFailure() {
        away.set(true);
        mayEnd.release();
        assertFalse(refreshes.await(LONG));
        away.set(false);
        mayEnd.release();
        assertTrue(refreshes.await(LONG));
    }

    private final List<Thread> threads = new ArrayList<>();

    private CompletableFuture<Boolean> waiting() {
        var answer = new CompletableFuture<Boolean>();
        threads.add(Thread.ofPlatform().start(() -> answer.complete(refreshes.await(LONG))));
        return answer;
    }

    private void awaitParked(int most) throws InterruptedException {
        for (Thread thread : threads.subList(0, most)) {
            while (thread.getState() != Thread.State.TIMED_WAITING) Thread.sleep(1);
        }
    }

    private void awaitBegun(int times) throws InterruptedException {
        while (begun.get() < times) Thread.sleep(1);
    }
}
