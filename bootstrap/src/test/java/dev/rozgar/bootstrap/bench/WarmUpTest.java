package dev.rozgar.bootstrap.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WarmUpTest {
    private static final WarmUp NINE_AT_MOST = new WarmUp(Duration.ofSeconds(1), 9);

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
    void saysHowFastTheLastStretchWas() {
        List<Duration> asked = new ArrayList<>();

        Run last = NINE_AT_MOST.settle(time -> {
            asked.add(time);
            return ofRate(Math.min(7, asked.size()) * 100);
        });

        // It would have settled at the twelfth.
        assertEquals(9, asked.size());
        assertEquals(Duration.ofSeconds(1), asked.getFirst());
        assertEquals(700, last.perSecond());
    }

    private static Run ofRate(int perSecond) {
        return new Run(perSecond, perSecond, 0, 0, 1, 1, 1, 0, Map.of());
    }
}
