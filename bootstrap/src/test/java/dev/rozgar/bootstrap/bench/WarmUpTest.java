package dev.rozgar.bootstrap.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;

class WarmUpTest {
    private static final WarmUp SEVEN_TO_NINE = new WarmUp(Duration.ofSeconds(1), 7, 9);

    @Test
    void goesOnWhileItGetsFaster() {
        assertFalse(WarmUp.isSettled(List.of(600.0, 930.0, 1_000.0, 980.0, 1_180.0, 1_500.0)));
    }

    @Test
    void endsWhenItGetsNoFasterWhateverOneStretchSays() {
        assertTrue(WarmUp.isSettled(List.of(600.0, 1_500.0, 1_400.0, 1_350.0, 1_400.0, 1_900.0, 1_340.0)));
    }

    @Test
    void takesSeveralStretchesToTell() {
        assertFalse(WarmUp.isSettled(List.of(1_000.0, 1_000.0, 1_000.0, 1_000.0, 1_000.0)));
        assertTrue(WarmUp.isSettled(List.of(1_000.0, 1_000.0, 1_000.0, 1_000.0, 1_000.0, 1_000.0)));
    }

    @Test
    void doesNotEndBeforeItsLeast() {
        assertEquals(7, stretches(_ -> 100));
    }

    @Test
    void endsAtItsMostHoweverMuchFasterItGets() {
        assertEquals(9, stretches(stretch -> 100 * stretch));
    }

    @Test
    void saysHowFastTheLastStretchWas() {
        AtomicInteger stretch = new AtomicInteger();

        Run last = SEVEN_TO_NINE.settle(time -> {
            assertEquals(Duration.ofSeconds(1), time);
            return ofRate(100 * stretch.incrementAndGet());
        });

        assertEquals(900, last.perSecond());
    }

    /// How many it takes.
    private static int stretches(IntUnaryOperator rate) {
        AtomicInteger stretch = new AtomicInteger();
        var _ = SEVEN_TO_NINE.settle(_ -> ofRate(rate.applyAsInt(stretch.incrementAndGet())));
        return stretch.get();
    }

    private static Run ofRate(int perSecond) {
        return new Run(perSecond, perSecond, 0, 0, 1, 1, 1, 0, Map.of());
    }
}
