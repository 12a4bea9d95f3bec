package dev.rozgar.application.indexing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LagWatchTest {
    private static final Duration HALF = Duration.ofMillis(500);

    private final FakeProgress progress = new FakeProgress();
    private final List<Runnable> beside = new ArrayList<>();
    private long now = 1;
    private boolean prompt = true;
    private final LagWatch watch = new LagWatch(progress, () -> now, task -> {
        if (prompt) task.run();
        else beside.add(task);
    });

    @Test
    void tellsTheFirstWhoAsks() {
        progress.lag = HALF;

        assertEquals(Optional.of(HALF), watch.lag());
    }

    @Test
    void asksTheLedgerOnceInAWhile() {
        watch.lag();
        progress.lag = HALF;
        pass(Duration.ofMillis(250));
        assertEquals(Optional.of(Duration.ZERO), watch.lag());
        pass(Duration.ofMillis(1));

        assertEquals(Optional.of(HALF), watch.lag());
    }

    @Test
    void keepsNobodyWaitingWhileTheLedgerIsAsked() {
        watch.lag();
        prompt = false;
        pass(Duration.ofSeconds(1));

        assertEquals(Optional.of(Duration.ZERO), watch.lag());
        watch.lag();
        assertEquals(1, beside.size());
    }

    @Test
    void tellsNothingRatherThanSomethingOld() {
        watch.lag();
        prompt = false;
        pass(Duration.ofSeconds(3));

        assertEquals(Optional.empty(), watch.lag());
        beside.getFirst().run();
        assertEquals(Optional.of(Duration.ZERO), watch.lag());
    }

    @Test
    void tellsNothingWhileTheLedgerIsSilentAndComesBack() {
        progress.silent = true;
        assertEquals(Optional.empty(), watch.lag());
        progress.silent = false;

        assertEquals(Optional.of(Duration.ZERO), watch.lag());
    }

    private void pass(Duration time) {
        now += time.toNanos();
    }
}
