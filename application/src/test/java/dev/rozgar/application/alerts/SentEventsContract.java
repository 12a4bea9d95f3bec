package dev.rozgar.application.alerts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rozgar.application.alerts.Deliveries.Backlog;
import dev.rozgar.domain.alerts.DeliveryId;
import dev.rozgar.domain.alerts.DeliveryState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What is known of events that were sent or wait, and how they are sent once more or forgotten. An implementation's
/// test says only how to open its store.
public abstract class SentEventsContract extends OpenDeliveries {
    @Test
    void keepsTheLatestEightTries() {
        var webhook = listening();
        var event = tell(webhook);
        Instant last = failing(NOW);
        assertTrue(store().deliveries().replay(webhook.id(), event.id(), last));

        Instant end = failing(last);

        var tries = sent(webhook).getFirst().tries();
        assertEquals(8, tries.size());
        assertEquals(last, tries.getFirst().at());
        assertEquals(end, tries.getLast().at());
    }

    @Test
    void tellsWhatWasSentTheNewestFirst() {
        var webhook = listening();
        var first = tell(webhook);
        var second = tell(webhook);
        tell(listening());

        assertEquals(List.of(second, first), sent(webhook));
        assertEquals(List.of(second), store().deliveries().of(webhook.id(), 0, 1));
        assertEquals(
                List.of(first),
                store().deliveries().of(webhook.id(), second.id().value(), 9));
    }

    @Test
    void sendsAnEventOnceMore() {
        var webhook = listening();
        var event = tell(webhook);
        settle(claim(NOW).getFirst(), TAKEN, NOW);

        assertTrue(store().deliveries().replay(webhook.id(), event.id(), LATER));

        var due = claim(LATER).getFirst();
        assertEquals(new DeliveryState.Pending(0, LATER), due.state());
        assertEquals(event.body(), due.body());
        assertEquals(1, sent(webhook).getFirst().tries().size());
    }

    @Test
    void sendsAtOnceWhatWaitsForItsNextTry() {
        var webhook = listening();
        var event = tell(webhook);
        settle(claim(NOW).getFirst(), BUSY, NOW);

        assertTrue(store().deliveries().replay(webhook.id(), event.id(), NOW));

        assertEquals(List.of(event.id()), ids(claim(NOW)));
    }

    @Test
    void sendsNothingOnceMoreOfAnotherWebhook() {
        var webhook = listening();
        var event = tell(webhook);

        assertFalse(store().deliveries().replay(listening().id(), event.id(), NOW));
        assertFalse(store().deliveries().replay(webhook.id(), new DeliveryId(999_999_999), NOW));
    }

    @Test
    void forgetsWhatIsOver() {
        var webhook = listening();
        tell(webhook, NOW);
        tell(webhook, NOW.plusSeconds(1));
        tell(webhook, NOW.plusSeconds(2));
        claim(LATER).forEach(due -> settle(due, TAKEN, LATER));
        var young = tell(webhook, LATER);

        assertEquals(0, store().deliveries().forget(NOW, 9));
        assertEquals(2, store().deliveries().forget(LATER, 2));
        assertEquals(1, store().deliveries().forget(LATER.plusSeconds(1), 9));
        assertEquals(List.of(young), sent(webhook));
    }

    @Test
    void forgetsNothingThatIsToBeSent() {
        tell(listening());

        assertEquals(0, store().deliveries().forget(LATER, 9));
    }

    @Test
    void countsWhatIsToBeSent() {
        assertEquals(new Backlog(0, Optional.empty()), store().deliveries().backlog());
        var webhook = listening();
        tell(webhook, NOW);
        tell(webhook, LATER);
        stopped(waiting());

        assertEquals(new Backlog(2, Optional.of(NOW)), store().deliveries().backlog());
        settle(claim(NOW).getFirst(), TAKEN, NOW);
        assertEquals(new Backlog(1, Optional.of(LATER)), store().deliveries().backlog());
    }

    @Test
    void forgetsWhatWasSentToAWebhookThatIsRemoved() {
        var webhook = waiting();

        change(desk -> desk.remove(webhook.id()));

        assertEquals(List.of(), sent(webhook));
    }
}
