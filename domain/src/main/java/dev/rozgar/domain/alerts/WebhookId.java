package dev.rozgar.domain.alerts;

import dev.rozgar.domain.InvalidValues;

/// The number of a webhook, above zero, handed out by the store.
public record WebhookId(long value) {
    public WebhookId {
        if (value <= 0) throw InvalidValues.of("TOO_SMALL", "must be above zero");
    }
}
