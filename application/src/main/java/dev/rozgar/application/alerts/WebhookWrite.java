package dev.rozgar.application.alerts;

import dev.rozgar.application.access.Owner;
import dev.rozgar.application.change.Standpoint;
import dev.rozgar.application.change.Workspace;
import dev.rozgar.domain.alerts.Webhook;
import dev.rozgar.domain.alerts.WebhookId;
import java.util.List;
import java.util.Optional;

/// What whoever deals with a webhook begins with.
final class WebhookWrite {
    private WebhookWrite() {}

    static Optional<Standpoint<Webhook>> find(Workspace space, WebhookId id) {
        return space.alerts().lock(id).map(WebhookWrite::stand);
    }

    static Standpoint<Webhook> stand(Webhook webhook) {
        return new Standpoint<>(webhook, Owner.of(webhook.keeper()), webhook.kind(), webhook.version(), List::of);
    }
}
