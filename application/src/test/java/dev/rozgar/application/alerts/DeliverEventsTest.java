package dev.rozgar.application.alerts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.rozgar.application.alerts.Deliveries.Delivery;
import dev.rozgar.application.alerts.Deliveries.Due;
import dev.rozgar.application.alerts.SearchTurns.Match;
import dev.rozgar.application.change.InMemoryTransactions;
import dev.rozgar.application.feed.FeedCursor;
import dev.rozgar.domain.alerts.DeliveryState;
import dev.rozgar.domain.alerts.DeliveryState.Outcome;
import dev.rozgar.domain.alerts.EventType;
import dev.rozgar.domain.alerts.Keeper;
import dev.rozgar.domain.alerts.SavedSearch;
import dev.rozgar.domain.alerts.Webhook;
import dev.rozgar.domain.job.JobId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class DeliverEventsTest extends OpenAlerts {
    private final InMemoryTransactions memory = new InMemoryTransactions();
    private final List<Due> sent = Collections.synchronizedList(new ArrayList<>());
    private final Keeper keeper = partner();
    private final Webhook hook = webhook(keeper, EventType.SEARCH_MATCHED);
    private Instant now = LATER;

    @Override
    protected Store store() {
        return new Store(memory, memory.alerts(), memory.deliveries(), memory.searchTurns());
    }

    @Test
    void whatWasTakenIsDelivered() {
        happened(1);
        assertEquals(1, deliver(new Outcome.Taken(204)));
        assertInstanceOf(DeliveryState.Delivered.class, delivery(hook).state());
        assertEquals(0, deliver(new Outcome.Taken(204)));
    }

    @Test
    void whatWasNotTakenIsSentAgainAfterAPause() {
        happened(1);
        deliver(refused(503));
        assertEquals(0, deliver(new Outcome.Taken(200)));
        now = now.plus(Duration.ofMinutes(1));
        assertEquals(1, deliver(new Outcome.Taken(200)));
        assertEquals(sent.get(0).body(), sent.get(1).body());
        assertEquals(sent.get(0).id(), sent.get(1).id());
    }

    @Test
    void isGivenUpAfterSevenTriesInALittleMoreThanFifteenHours() {
        happened(1);
        Instant begun = now;
        for (int tries = 1; delivery(hook).state() instanceof DeliveryState.Pending pending; tries++) {
            now = pending.dueAt();
            assertEquals(1, deliver(refused(500)), "try " + tries);
        }
        assertEquals(7, sent.size());
        assertEquals(Duration.ofHours(15).plusMinutes(16), Duration.between(begun, now));
    }

    @Test
    void aReceiverThatIsGoneIsSentNothingMore() {
        happened(1);
        happened(2);
        deliver(refused(410));
        assertEquals(
                Webhook.Kind.STOPPED,
                memory.alerts().webhook(hook.id()).orElseThrow().kind());
        now = now.plus(Duration.ofDays(1));
        assertEquals(0, deliver(new Outcome.Taken(200)));
    }

    @Test
    void eventsOfOneWebhookAreSentInTheirOrder() {
        for (int job = 1; job <= 4; job++) happened(job);
        deliver(new Outcome.Taken(200));
        assertEquals(
                sent.stream().map(due -> due.id().value()).sorted().toList(),
                sent.stream().map(due -> due.id().value()).toList());
        assertEquals(4, sent.size());
    }

    @Test
    void webhooksDoNotWaitForEachOther() throws Exception {
        webhook(keeper, EventType.SEARCH_MATCHED);
        happened(1);
        // Each of them answers only once the other was sent something.
        var both = new CountDownLatch(2);
        WebhookSender slow = (_, _) -> {
            both.countDown();
            return met(both) ? new Outcome.Taken(200) : refused(504);
        };
        assertEquals(2, new DeliverEvents(memory.deliveries(), slow, Clock.fixed(now, ZoneOffset.UTC)).step());
        assertInstanceOf(DeliveryState.Delivered.class, delivery(hook).state());
    }

    @Test
    void aSendThatIsCutOffByOurOwnEndCountsAsNoTry() {
        happened(1);
        WebhookSender stopped = (_, _) -> {
            Thread.currentThread().interrupt();
            return refused(0);
        };
        new DeliverEvents(memory.deliveries(), stopped, Clock.fixed(now, ZoneOffset.UTC)).step();
        assertEquals(List.of(), delivery(hook).tries());
    }

    private static boolean met(CountDownLatch both) {
        try {
            return both.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private int deliver(Outcome outcome) {
        WebhookSender sender = (due, _) -> {
            sent.add(due);
            return outcome;
        };
        return new DeliverEvents(memory.deliveries(), sender, Clock.fixed(now, ZoneOffset.UTC)).step();
    }

    private static Outcome refused(int status) {
        return new Outcome.NotTaken(status == 0 ? Optional.empty() : Optional.of(status), "answered " + status);
    }

    private Delivery delivery(Webhook webhook) {
        return memory.deliveries().of(webhook.id(), 0, 10).getLast();
    }

    /// A search of the keeper's finds a job.
    private void happened(long job) {
        SavedSearch search = search(keeper);
        var turn = memory.searchTurns().claim(Duration.ofMinutes(1), now).orElseThrow();
        memory.searchTurns()
                .settle(turn, new FeedCursor(1, job, 1), List.of(new Match(search.id(), List.of(new JobId(job)))), now);
    }
}
