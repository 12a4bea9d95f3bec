package dev.rozgar.application.alerts;

import dev.rozgar.application.access.Identity;
import dev.rozgar.application.access.Owner;
import dev.rozgar.application.access.Right;
import dev.rozgar.application.alerts.Deliveries.Delivery;
import dev.rozgar.application.change.Answer;
import dev.rozgar.application.change.Approach;
import dev.rozgar.domain.Reason;
import dev.rozgar.domain.alerts.DeliveryId;
import dev.rozgar.domain.alerts.Webhook;
import dev.rozgar.domain.alerts.WebhookId;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// A keeper's webhooks and what was delivered to them, read; and events sent once more.
public final class WebhookBook {
    private static final List<Reason> STOPPED = List.of(new Reason(
            "WEBHOOK_STOPPED", "Nothing is sent to a webhook that is stopped.", "Edit it: then it is active again."));

    private final Alerts alerts;
    private final Deliveries deliveries;
    private final Clock clock;

    public WebhookBook(Alerts alerts, Deliveries deliveries, Clock clock) {
        this.alerts = alerts;
        this.deliveries = deliveries;
        this.clock = clock;
    }

    /// All of the caller's own, in the order of their ids.
    public Answer<List<Webhook>> list(Identity who, long after, int most) {
        return Approach.of(who, Right.WEBHOOK_KEEP)
                .create(
                        Owner.keeping(who),
                        _ -> Answer.Done.accepted(alerts.webhooks(who.keeper().orElseThrow(), after, most)));
    }

    public Answer<Webhook> read(Identity who, WebhookId id) {
        return own(who, id, Answer.Done::accepted);
    }

    /// What was sent or is to be sent, the newest first.
    ///
    /// @param before an id of an earlier page; 0: from the newest on
    public Answer<List<Delivery>> deliveries(Identity who, WebhookId id, long before, int most) {
        return own(who, id, webhook -> Answer.Done.accepted(deliveries.of(webhook.id(), before, most)));
    }

    /// Has an event sent once more, as if it were new; not by a webhook that is stopped.
    public Answer<DeliveryId> replay(Identity who, WebhookId id, DeliveryId delivery) {
        return own(who, id, webhook -> {
            if (webhook.kind() == Webhook.Kind.STOPPED) return new Answer.Refused<>(STOPPED, Optional.empty());
            return deliveries.replay(webhook.id(), delivery, clock.instant())
                    ? Answer.Done.accepted(delivery)
                    : new Answer.Missing<>();
        });
    }

    private <R> Answer<R> own(Identity who, WebhookId id, Function<Webhook, Answer<R>> go) {
        return Approach.of(who, Right.WEBHOOK_KEEP)
                .to(() -> alerts.webhook(id).map(WebhookWrite::stand), () -> false, stand -> go.apply(stand.thing()));
    }
}
