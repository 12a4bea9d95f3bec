package dev.rozgar.application.alerts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.rozgar.application.alerts.Deliveries.Backlog;
import dev.rozgar.application.alerts.Deliveries.Delivery;
import dev.rozgar.application.alerts.Deliveries.Due;
import dev.rozgar.application.alerts.Deliveries.Try;
import dev.rozgar.domain.alerts.DeliveryState;
import dev.rozgar.domain.alerts.EventType;
import dev.rozgar.domain.alerts.Secret;
import dev.rozgar.domain.alerts.WebhookUrl;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// How events reach webhooks, or do not. An implementation's test says only how to open its store.
public abstract class DeliveriesContract extends OpenDeliveries {
    @Test
    void givesWhatIsDueWithAllThatIsNeededToSendIt() {
        var webhook = listening();
        Delivery event = tell(webhook);

        assertEquals(
                List.of(new Due(
                        event.id(),
                        webhook.id(),
                        URL,
                        List.of(SECRET),
                        EventType.SEARCH_MATCHED,
                        event.body(),
                        new DeliveryState.Pending(0, NOW))),
                claim(NOW));
    }

    @Test
    void givesNothingThatIsNotDueYet() {
        tell(listening());

        assertEquals(List.of(), claim(NOW.minusMillis(1)));
    }

    @Test
    void givesNobodyElseWhatIsClaimed() {
        tell(listening());
        claim(NOW);

        assertEquals(List.of(), claim(NOW.plusSeconds(59)));
        assertEquals(1, claim(NOW.plusSeconds(60)).size());
    }

    @Test
    void givesWhatHasWaitedLongestFirst() {
        var first = listening();
        var second = listening();
        var late = tell(second, NOW.plusSeconds(3));
        var early = tell(first, NOW.plusSeconds(1));
        var between = tell(second, NOW.plusSeconds(2));

        assertEquals(List.of(early.id(), between.id()), ids(store().deliveries().claim(2, 9, LEASE, LATER)));
        assertEquals(List.of(late.id()), ids(claim(LATER)));
    }

    @Test
    void givesSoManyOfOneWebhookAtATime() {
        var slow = listening();
        var first = tell(slow);
        var second = tell(slow);
        var third = tell(slow);
        var other = tell(listening());

        var claimed = store().deliveries().claim(9, 2, LEASE, NOW);

        assertEquals(List.of(first.id(), second.id(), other.id()), ids(claimed));
        assertEquals(List.of(), store().deliveries().claim(9, 2, LEASE, NOW));
        settle(claimed.getFirst(), TAKEN, NOW);
        assertEquals(List.of(third.id()), ids(store().deliveries().claim(9, 2, LEASE, NOW)));
    }

    @Test
    void givesNothingOfAStoppedWebhookUntilItGoesOn() {
        var webhook = listening();
        var waiting = tell(webhook);
        var stopped = stopped(webhook);
        assertEquals(List.of(), claim(NOW));
        var url = new WebhookUrl("https://else.example/hook");

        change(desk -> desk.save(stopped.edited(url, stopped.events())));

        var due = claim(NOW);
        assertEquals(List.of(waiting.id()), ids(due));
        assertEquals(url, due.getFirst().url());
    }

    @Test
    void signsWithTheSecretBeforeForAWhile() {
        var webhook = listening();
        tell(webhook);
        var next = Secret.of(new byte[40]);

        change(desk -> desk.rotate(webhook.id(), next, NOW, NOW.plusSeconds(100)));

        assertEquals(List.of(next, SECRET), claim(NOW).getFirst().secrets());
        assertEquals(List.of(next), claim(NOW.plusSeconds(100)).getFirst().secrets());
    }

    @Test
    void keepsTheSecretThatTheReceiverHasThoughAnotherWasGivenInBetween() {
        var webhook = listening();
        tell(webhook);
        var second = Secret.of(new byte[40]);
        var third = Secret.of(new byte[50]);

        change(desk -> assertEquals(LATER, desk.rotate(webhook.id(), second, NOW, LATER)));
        change(desk ->
                assertEquals(LATER, desk.rotate(webhook.id(), third, LATER.minusMillis(1), LATER.plusSeconds(9))));

        assertEquals(List.of(third, SECRET), claim(NOW).getFirst().secrets());
        assertEquals(List.of(third), claim(LATER).getFirst().secrets());
    }

    @Test
    void givesTheSecretBeforeItsTimeOnceTheOneBeforeThatIsOver() {
        var webhook = listening();
        tell(webhook);
        var second = Secret.of(new byte[40]);
        var third = Secret.of(new byte[50]);

        change(desk -> desk.rotate(webhook.id(), second, NOW, LATER));
        change(desk ->
                assertEquals(LATER.plusSeconds(9), desk.rotate(webhook.id(), third, LATER, LATER.plusSeconds(9))));

        assertEquals(List.of(third, second), claim(LATER).getFirst().secrets());
    }

    @Test
    void isDoneWithWhatWasTaken() {
        var webhook = listening();
        tell(webhook);

        settle(claim(NOW).getFirst(), TAKEN, LATER);

        var sent = sent(webhook).getFirst();
        assertEquals(new DeliveryState.Delivered(1, LATER), sent.state());
        assertEquals(List.of(new Try(LATER, Optional.of(204), Optional.empty())), sent.tries());
        assertEquals(List.of(), claim(LATER.plusSeconds(999_999)));
    }

    @Test
    void triesAgainWhatWasNotTaken() {
        var webhook = listening();
        tell(webhook);

        settle(claim(NOW).getFirst(), SILENT, NOW);

        var sent = sent(webhook).getFirst();
        var due = NOW.plus(DeliveryState.PAUSES.getFirst());
        assertEquals(new DeliveryState.Pending(1, due), sent.state());
        assertEquals(List.of(new Try(NOW, Optional.empty(), Optional.of("no \"answer\" in time"))), sent.tries());
        assertEquals(List.of(), claim(due.minusMillis(1)));
        assertEquals(new DeliveryState.Pending(1, due), claim(due).getFirst().state());
    }

    @Test
    void givesUpInTheEnd() {
        var webhook = listening();
        tell(webhook);

        Instant last = failing(NOW);

        var sent = sent(webhook).getFirst();
        assertEquals(new DeliveryState.Failed(7, last), sent.state());
        assertEquals(7, sent.tries().size());
    }

    @Test
    void stopsAWebhook() {
        var webhook = listening();
        tell(webhook);
        var due = claim(NOW).getFirst();

        store().deliveries().settle(due, BUSY, due.state().on(BUSY, NOW), Optional.of("gone"), NOW);

        var stored = store().alerts().webhook(webhook.id()).orElseThrow();
        assertEquals(Optional.of("gone"), stored.stopped());
        assertEquals(webhook.version() + 1, stored.version());
    }

    @Test
    void keepsTheFirstReasonOfAStoppedWebhook() {
        var webhook = listening();
        tell(webhook);
        var due = claim(NOW).getFirst();
        var stopped = stopped(webhook);

        store().deliveries().settle(due, BUSY, due.state().on(BUSY, NOW), Optional.of("another"), NOW);

        assertEquals(stopped, store().alerts().webhook(webhook.id()).orElseThrow());
    }

    @Test
    void writesNothingForWhoeverComesAfterAnotherHasSettled() {
        var webhook = listening();
        tell(webhook);
        var slow = claim(NOW).getFirst();
        settle(claim(LATER).getFirst(), TAKEN, LATER);

        store().deliveries().settle(slow, BUSY, slow.state().on(BUSY, LATER), Optional.of("gone"), LATER);

        assertEquals(
                new DeliveryState.Delivered(1, LATER), sent(webhook).getFirst().state());
        assertEquals(1, sent(webhook).getFirst().tries().size());
        assertEquals(webhook, store().alerts().webhook(webhook.id()).orElseThrow());
    }

    @Test
    void writesNothingForAWebhookThatWasRemovedMeanwhile() {
        var webhook = listening();
        tell(webhook);
        var due = claim(NOW).getFirst();
        change(desk -> desk.remove(webhook.id()));

        settle(due, TAKEN, NOW);

        assertEquals(List.of(), sent(webhook));
        assertEquals(new Backlog(0, Optional.empty()), store().deliveries().backlog());
    }
}
