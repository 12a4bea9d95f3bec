package dev.rozgar.application.alerts;

import dev.rozgar.application.alerts.Deliveries.Due;
import dev.rozgar.domain.alerts.DeliveryState.Outcome;
import java.time.Instant;

/// Sends an event, once. Never throws because of what the receiver does.
@FunctionalInterface
public interface WebhookSender {
    Outcome send(Due due, Instant now);
}
