package dev.rozgar.application.alerts;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rozgar.application.alerts.Deliveries.Delivery;
import dev.rozgar.application.alerts.Deliveries.Due;
import dev.rozgar.application.alerts.SearchTurns.Match;
import dev.rozgar.application.feed.FeedCursor;
import dev.rozgar.domain.alerts.DeliveryId;
import dev.rozgar.domain.alerts.DeliveryState;
import dev.rozgar.domain.alerts.DeliveryState.Outcome;
import dev.rozgar.domain.alerts.EventType;
import dev.rozgar.domain.alerts.Keeper;
import dev.rozgar.domain.alerts.SavedSearch;
import dev.rozgar.domain.alerts.Webhook;
import dev.rozgar.domain.job.JobId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A store in which searches find jobs, of which webhooks are told.
abstract class OpenDeliveries extends OpenAlerts {
    static final Duration LEASE = Duration.ofMinutes(1);
    static final Outcome TAKEN = new Outcome.Taken(204);
    static final Outcome BUSY = new Outcome.NotTaken(Optional.of(503), "answered 503");
    static final Outcome SILENT = new Outcome.NotTaken(Optional.empty(), "no \"answer\" in time");

    private long told;

    final Webhook listening() {
        return webhook(candidate(), EventType.SEARCH_MATCHED);
    }

    final Webhook waiting() {
        var webhook = listening();
        tell(webhook);
        return webhook;
    }

    final Delivery tell(Webhook webhook) {
        return tell(webhook, NOW);
    }

    /// A job that a search of the keeper's has found.
    final Delivery tell(Webhook webhook, Instant at) {
        var found = new Match(search(webhook).id(), List.of(new JobId(++told)));
        var turn = store().turns().claim(LEASE, at).orElseThrow();
        assertTrue(store().turns().settle(turn, new FeedCursor(1, told, 1), List.of(found), at));
        return sent(webhook).getFirst();
    }

    final SavedSearch search(Webhook webhook) {
        Keeper keeper = webhook.keeper();
        return store().alerts().searches(keeper, 0, 1).stream().findFirst().orElseGet(() -> search(keeper));
    }

    final List<Due> claim(Instant now) {
        return store().deliveries().claim(99, 99, LEASE, now);
    }

    final void settle(Due due, Outcome outcome, Instant now) {
        store().deliveries().settle(due, outcome, due.state().on(outcome, now), Optional.empty(), now);
    }

    /// Fails until it is given up.
    ///
    /// @return when that was
    final Instant failing(Instant from) {
        Instant now = from;
        for (var due = claim(now); !due.isEmpty(); due = claim(now)) {
            var next = due.getFirst().state().on(BUSY, now);
            settle(due.getFirst(), BUSY, now);
            if (!(next instanceof DeliveryState.Pending(var _, var at))) return now;
            now = at;
        }
        throw new AssertionError("never given up");
    }

    final List<Delivery> sent(Webhook webhook) {
        return store().deliveries().of(webhook.id(), 0, 1_000);
    }

    static List<DeliveryId> ids(List<Due> due) {
        return due.stream().map(Due::id).toList();
    }
}
