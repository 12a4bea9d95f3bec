package dev.rozgar.application.rebuild;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ThrottleTest {
    private final AtomicLong now = new AtomicLong(7_000_000_000L);

    @Test
    void letsEverythingPassWithoutARate() {
        Throttle throttle = new Throttle(0, now::get);

        assertEquals(500, throttle.chunk(500));
        assertEquals(Duration.ZERO, throttle.before(500));
        assertEquals(Duration.ZERO, throttle.before(500));
    }

    @Test
    void sendsNoMoreThanASecondsWorthAtOnce() {
        assertEquals(20, new Throttle(20, now::get).chunk(500));
        assertEquals(500, new Throttle(9_000, now::get).chunk(500));
    }

    @Test
    void makesDocumentsWaitForThoseBeforeThem() {
        Throttle throttle = new Throttle(100, now::get);

        assertEquals(Duration.ZERO, throttle.before(50));
        assertEquals(Duration.ofMillis(500), throttle.before(100));
        now.addAndGet(1_500_000_000L);
        assertEquals(Duration.ZERO, throttle.before(10));
    }

    @Test
    void savesNoTimeUpThatNobodyUsed() {
        Throttle throttle = new Throttle(100, now::get);
        now.addAndGet(60_000_000_000L);

        throttle.before(100);

        assertEquals(Duration.ofSeconds(1), throttle.before(100));
    }
}
