package dev.rozgar.application.indexing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LagHistogramTest {
    private final LagHistogram lag = new LagHistogram();

    @Test
    void knowsNothingBeforeTheFirst() {
        assertEquals(Duration.ZERO, lag.quantile(0.99));
        assertEquals(Duration.ZERO, lag.longest());
    }

    @Test
    void tellsItsQuantilesToATenth() {
        for (int millis = 1; millis <= 1_000; millis++) lag.record(Duration.ofMillis(millis));

        assertEquals(1_000, lag.count());
        assertNear(500, lag.quantile(0.5));
        assertNear(990, lag.quantile(0.99));
        assertEquals(Duration.ofSeconds(1), lag.quantile(1));
        assertEquals(Duration.ofSeconds(1), lag.longest());
    }

    @Test
    void takesWhatLastsForDays() {
        lag.record(Duration.ofDays(400));

        assertEquals(Duration.ofDays(400), lag.longest());
        assertEquals(1, lag.count());
    }

    private static void assertNear(long millis, Duration told) {
        assertTrue(told.toMillis() >= millis && told.toMillis() <= millis * 1.1 + 1, told::toString);
    }
}
