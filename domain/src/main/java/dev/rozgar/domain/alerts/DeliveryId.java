package dev.rozgar.domain.alerts;

import dev.rozgar.domain.InvalidValues;

/// The number of an event that is delivered to a webhook, above zero, handed out by the store.
public record DeliveryId(long value) {
    public DeliveryId {
        if (value <= 0) throw InvalidValues.of("TOO_SMALL", "must be above zero");
    }
}
