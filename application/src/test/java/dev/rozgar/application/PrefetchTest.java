package dev.rozgar.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class PrefetchTest {
    private final IllegalStateException failure = new IllegalStateException("no answer");
    private final Supplier<String> failing = () -> {
        throw failure;
    };

    @Test
    void joinsTwoAnswersInTheirOrder() {
        assertEquals("ab", Prefetch.together(() -> "a", () -> "b", String::concat));
    }

    @Test
    void leavesNothingGoingOnBehindAFailure() {
        var failed = new CountDownLatch(1);
        var ended = new AtomicBoolean();
        Supplier<String> first = () -> {
            failed.countDown();
            throw failure;
        };
        Supplier<String> second = () -> {
            await(failed);
            ended.set(true);
            return "b";
        };

        var thrown = assertThrows(IllegalStateException.class, () -> Prefetch.together(first, second, String::concat));

        assertSame(failure, thrown);
        assertTrue(ended.get(), "the second was still under way");
    }

    @Test
    void throwsWhatTheSecondHasThrown() {
        assertSame(
                failure,
                assertThrows(IllegalStateException.class, () -> Prefetch.together(() -> "a", failing, String::concat)));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }
}
