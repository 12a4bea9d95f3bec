package dev.rozgar.application.alerts;

import dev.rozgar.domain.alerts.DeliveryId;
import dev.rozgar.domain.alerts.DeliveryState;
import dev.rozgar.domain.alerts.DeliveryState.Outcome;
import dev.rozgar.domain.alerts.EventType;
import dev.rozgar.domain.alerts.Secret;
import dev.rozgar.domain.alerts.WebhookId;
import dev.rozgar.domain.alerts.WebhookUrl;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Events on their way to webhooks. What moves a job or an application of a company that has a webhook for it writes
/// the event in its own transaction, whoever it is (a trigger on the log); what a search has found comes with
/// [SearchTurns#settle].
public interface Deliveries {
    /// Events that are due now, what has waited longest first, at most `each` of one webhook, those counted that
    /// were claimed before and are not settled, so that a slow one does not keep others waiting. For the time of
    /// the lease nobody else is given them; who dies with them is replaced after it. Of stopped webhooks none.
    List<Due> claim(int most, int each, Duration lease, Instant now);

    /// What became of a try. Nothing is written if the delivery is not as it was claimed, because a lease was over and
    /// another has settled it, or it was replayed.
    ///
    /// @param stop why nothing more is to be sent to the webhook, if so; one that is stopped keeps its first reason
    void settle(Due due, Outcome outcome, DeliveryState state, Optional<String> stop, Instant now);

    /// What was sent or is to be sent to a webhook, the newest first.
    ///
    /// @param before an id of an earlier page; 0: from the newest on
    List<Delivery> of(WebhookId webhook, long before, int most);

    /// Has an event of that webhook sent once more.
    ///
    /// @return false if there is no such event any more
    boolean replay(WebhookId webhook, DeliveryId id, Instant now);

    /// Forgets at most so many events that were made before this moment and are over.
    ///
    /// @return how many
    int forget(Instant before, int most);

    /// How many are to be sent, and since when the first of them is due: a moment to come while all of them wait for
    /// their next try. What waits for a webhook that is stopped is not counted.
    Backlog backlog();

    /// @param secrets the newest first; one or two
    /// @param body    as it is sent, byte for byte the same at each try
    record Due(
            DeliveryId id,
            WebhookId webhook,
            WebhookUrl url,
            List<Secret> secrets,
            EventType event,
            String body,
            DeliveryState.Pending state) {
        public Due {
            secrets = List.copyOf(secrets);
        }
    }

    /// @param tries what became of the latest 8, the newest last; those of before a replay among them
    record Delivery(DeliveryId id, EventType event, Instant madeAt, String body, DeliveryState state, List<Try> tries) {
        public Delivery {
            tries = List.copyOf(tries);
        }
    }

    /// @param status that was answered, if anything was
    /// @param why    it was not taken; empty if it was
    record Try(Instant at, Optional<Integer> status, Optional<String> why) {}

    /// @param since empty if there is none
    record Backlog(long pending, Optional<Instant> since) {}
}
