package dev.rozgar.adapters.http.delivery;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.rozgar.application.alerts.Deliveries.Due;
import dev.rozgar.domain.alerts.DeliveryId;
import dev.rozgar.domain.alerts.DeliveryState;
import dev.rozgar.domain.alerts.DeliveryState.Outcome;
import dev.rozgar.domain.alerts.EventType;
import dev.rozgar.domain.alerts.Secret;
import dev.rozgar.domain.alerts.WebhookId;
import dev.rozgar.domain.alerts.WebhookUrl;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/// An event that is to be sent somewhere, and what became of it.
final class Sample {
    static final Instant NOW = Instant.parse("2026-11-26T10:00:00.999Z");
    static final String KEY = "the newest secret, 32 bytes long";
    static final String KEY_BEFORE = "the one that was before, as long";
    static final String BODY = "{\"type\":\"search.matched\",\"data\":{\"name\":\"नौकरी\"}}";

    private Sample() {}

    static Due due(String url) {
        return due(url, KEY);
    }

    static Due due(String url, String... keys) {
        return new Due(
                new DeliveryId(12),
                new WebhookId(3),
                new WebhookUrl(url),
                List.of(keys).stream()
                        .map(key -> Secret.of(key.getBytes(StandardCharsets.US_ASCII)))
                        .toList(),
                EventType.SEARCH_MATCHED,
                BODY,
                new DeliveryState.Pending(0, NOW));
    }

    static String why(Outcome outcome) {
        return assertInstanceOf(Outcome.NotTaken.class, outcome).why();
    }

    /// Of a request as it came.
    static String header(String name, String request) {
        return request.lines()
                .filter(line -> line.startsWith(name + ": "))
                .map(line -> line.substring(name.length() + 2))
                .reduce((one, other) -> one + '|' + other)
                .orElse("");
    }
}
