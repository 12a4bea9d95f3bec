package dev.rozgar.application.alerts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rozgar.application.alerts.Deliveries.Backlog;
import dev.rozgar.application.alerts.Deliveries.Delivery;
import dev.rozgar.application.alerts.Deliveries.Due;
import dev.rozgar.application.alerts.Deliveries.Try;
import dev.rozgar.application.alerts.SearchTurns.Match;
import dev.rozgar.application.feed.FeedCursor;
import dev.rozgar.domain.alerts.DeliveryId;
import dev.rozgar.domain.alerts.DeliveryState;
import dev.rozgar.domain.alerts.DeliveryState.Outcome;
import dev.rozgar.domain.alerts.EventType;
import dev.rozgar.domain.alerts.Keeper;
import dev.rozgar.domain.alerts.SavedSearch;
import dev.rozgar.domain.alerts.Secret;
import dev.rozgar.domain.alerts.Webhook;
import dev.rozgar.domain.alerts.WebhookUrl;
import dev.rozgar.domain.job.JobId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// How events reach webhooks, or do not. An implementation's test says only how to open its store.
public abstract class DeliveriesContract extends OpenAlerts {
    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final Outcome TAKEN = new Outcome.Taken(204);
    private static final Outcome BUSY = new Outcome.NotTaken(Optional.of(503), "answered 503");
    private static final Outcome SILENT = new Outcome.NotTaken(Optional.empty(), "no \"answer\" in time");

    private long told;

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

        change(desk -> desk.rotate(webhook.id(), next, NOW.plusSeconds(100)));

        assertEquals(List.of(next, SECRET), claim(NOW).getFirst().secrets());
        assertEquals(List.of(next), claim(NOW.plusSeconds(100)).getFirst().secrets());
    }

    @Test
    void forgetsTheSecretThatWasBeforeTheOneBefore() {
        var webhook = listening();
        tell(webhook);
        var second = Secret.of(new byte[40]);
        var third = Secret.of(new byte[50]);

        change(desk -> desk.rotate(webhook.id(), second, LATER));
        change(desk -> desk.rotate(webhook.id(), third, LATER));

        assertEquals(List.of(third, second), claim(NOW).getFirst().secrets());
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

    private Webhook listening() {
        return webhook(candidate(), EventType.SEARCH_MATCHED);
    }

    private Webhook waiting() {
        var webhook = listening();
        tell(webhook);
        return webhook;
    }

    private Delivery tell(Webhook webhook) {
        return tell(webhook, NOW);
    }

    /// A job that a search of the keeper's has found.
    private Delivery tell(Webhook webhook, Instant at) {
        var found = new Match(search(webhook).id(), List.of(new JobId(++told)));
        var turn = store().turns().claim(LEASE, at).orElseThrow();
        assertTrue(store().turns().settle(turn, new FeedCursor(1, told, 1), List.of(found), at));
        return sent(webhook).getFirst();
    }

    private SavedSearch search(Webhook webhook) {
        Keeper keeper = webhook.keeper();
        return store().alerts().searches(keeper, 0, 1).stream().findFirst().orElseGet(() -> search(keeper));
    }

    private List<Due> claim(Instant now) {
        return store().deliveries().claim(99, 99, LEASE, now);
    }

    private void settle(Due due, Outcome outcome, Instant now) {
        store().deliveries().settle(due, outcome, due.state().on(outcome, now), Optional.empty(), now);
    }

    /// Fails until it is given up.
    ///
    /// @return when that was
    private Instant failing(Instant from) {
        Instant now = from;
        for (var due = claim(now); !due.isEmpty(); due = claim(now)) {
            var next = due.getFirst().state().on(BUSY, now);
            settle(due.getFirst(), BUSY, now);
            if (!(next instanceof DeliveryState.Pending(var _, var at))) return now;
            now = at;
        }
        throw new AssertionError("never given up");
    }

    private List<Delivery> sent(Webhook webhook) {
        return store().deliveries().of(webhook.id(), 0, 1_000);
    }

    private static List<DeliveryId> ids(List<Due> due) {
        return due.stream().map(Due::id).toList();
    }
}
