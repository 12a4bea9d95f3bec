package dev.rozgar.domain.alerts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rozgar.domain.alerts.DeliveryState.Delivered;
import dev.rozgar.domain.alerts.DeliveryState.Failed;
import dev.rozgar.domain.alerts.DeliveryState.Outcome;
import dev.rozgar.domain.alerts.DeliveryState.Pending;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DeliveryStateTest {
    private static final Instant NOW = Instant.parse("2026-03-01T09:30:00.123Z");
    private static final Outcome TAKEN = new Outcome.Taken(200);
    private static final Outcome BUSY = new Outcome.NotTaken(Optional.of(503), "answered 503");
    private static final Outcome SILENT = new Outcome.NotTaken(Optional.empty(), "no answer in time");
    private static final Outcome GONE = new Outcome.NotTaken(Optional.of(410), "answered 410");

    @Test
    void aNewEventIsDueAtOnce() {
        assertEquals(new Pending(0, NOW), DeliveryState.at(NOW));
    }

    @Test
    void whatIsTakenIsDelivered() {
        assertEquals(new Delivered(1, NOW), DeliveryState.at(NOW).on(TAKEN, NOW));
    }

    @Test
    void eachPauseIsLongerThanTheOneBefore() {
        var pauses = Stream.<DeliveryState>iterate(DeliveryState.at(NOW), state -> state.on(BUSY, NOW))
                .skip(1)
                .takeWhile(Pending.class::isInstance)
                .map(state -> Duration.between(NOW, ((Pending) state).dueAt()))
                .toList();

        assertEquals(DeliveryState.PAUSES, pauses);
        assertEquals(pauses.stream().sorted().distinct().toList(), pauses);
    }

    @Test
    void theSeventhTryIsTheLast() {
        DeliveryState state = new Pending(6, NOW);

        assertEquals(new Failed(7, NOW), state.on(SILENT, NOW));
        assertEquals(new Delivered(7, NOW), state.on(TAKEN, NOW));
    }

    @Test
    void whoeverIsGoneIsNotTriedAgain() {
        assertEquals(new Failed(1, NOW), DeliveryState.at(NOW).on(GONE, NOW));
    }

    @Test
    void onlyFourHundredAndTenMeansGone() {
        assertTrue(((Outcome.NotTaken) GONE).isGone());
        assertFalse(((Outcome.NotTaken) BUSY).isGone());
        assertFalse(((Outcome.NotTaken) SILENT).isGone());
    }

    @Test
    void whatIsOverStaysAsItIs() {
        for (DeliveryState over : List.of(new Delivered(1, NOW), new Failed(7, NOW)))
            for (Outcome outcome : List.of(TAKEN, BUSY, GONE)) assertEquals(over, over.on(outcome, NOW.plusSeconds(1)));
    }

    @Test
    void whatIsReplayedBeginsAnew() {
        for (DeliveryState state : List.of(new Pending(3, NOW), new Delivered(1, NOW), new Failed(7, NOW)))
            assertEquals(new Pending(0, NOW.plusSeconds(9)), state.replayed(NOW.plusSeconds(9)));
    }

    @Test
    void momentsAreWholeMilliseconds() {
        var fine = NOW.plusNanos(999_999);

        assertEquals(new Pending(0, NOW), DeliveryState.at(fine));
        assertEquals(new Delivered(1, NOW), new Delivered(1, fine));
        assertEquals(new Failed(1, NOW), new Failed(1, fine));
    }
}
