package dev.rozgar.application.indexing;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class WaitersTest {
    private static final Duration FOREVER = Duration.ofDays(1);

    private final Waiters waiters = new Waiters();

    @Test
    @Timeout(60)
    void gathersUntilEverybodyWhoRegisteredHasCommitted() throws InterruptedException {
        Waiters.Ticket first = waiters.register(List.of(1L));
        Waiters.Ticket second = waiters.register(List.of(2L));
        Thread relay = Thread.ofVirtual().start(() -> waiters.gather(FOREVER));

        first.await(Map.of(1L, 1L), Duration.ZERO);
        assertFalse(relay.join(Duration.ofMillis(20)), "the second has not committed");
        second.await(Map.of(2L, 1L), Duration.ZERO);

        assertTrue(relay.join(FOREVER));
    }

    @Test
    @Timeout(60)
    void gathersNobodyWhoGaveUp() {
        waiters.register(List.of(1L)).close();

        waiters.gather(FOREVER);
    }

    @Test
    @Timeout(60)
    void gathersNoLongerThanItIsTold() {
        try (Waiters.Ticket _ = waiters.register(List.of(1L))) {
            waiters.gather(Duration.ofMillis(2));
        }
    }

    @Test
    void isContentOnlyWithAPaymentForItsOwnChange() {
        try (Waiters.Ticket ticket = waiters.register(List.of(1L))) {
            waiters.paid(new Claim(1, 4, 1, 0, Duration.ZERO));
            assertFalse(ticket.await(Map.of(1L, 5L), Duration.ZERO));
            waiters.paid(new Claim(1, 5, 2, 0, Duration.ZERO));

            assertTrue(ticket.await(Map.of(1L, 5L), Duration.ZERO));
        }
    }
}
