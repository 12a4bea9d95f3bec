package dev.rozgar.bootstrap;

import dev.rozgar.application.PortFailure;
import dev.rozgar.application.alerts.Deliveries;
import dev.rozgar.application.alerts.Deliveries.Backlog;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/// How far events are on their way to webhooks, asked once for all gauges of a scrape.
final class AlertGauges {
    private final MeterRegistry metrics;
    private final Remembered<Optional<Backlog>> backlog;
    private final Clock clock;

    AlertGauges(MeterRegistry metrics, Deliveries deliveries, Clock clock) {
        this.metrics = metrics;
        this.clock = clock;
        this.backlog = new Remembered<>(() -> asked(deliveries), Duration.ofSeconds(5));
    }

    void bind() {
        gauge("webhook.pending", "Events that are to be sent, once more or for the first time", Backlog::pending);
        gauge(
                "webhook.pending.age.seconds",
                "Age of the oldest of them; receivers that are away keep it growing up to 15 hours",
                its -> its.since()
                        .map(first -> Duration.between(first, clock.instant()).toMillis() / 1e3)
                        .orElse(0.0));
    }

    private void gauge(String name, String what, ToDoubleFunction<Backlog> figure) {
        Gauge.builder(name, () -> backlog.get().map(figure::applyAsDouble).orElse(Double.NaN))
                .description(what)
                .strongReference(true)
                .register(metrics);
    }

    private static Optional<Backlog> asked(Deliveries deliveries) {
        try {
            return Optional.of(deliveries.backlog());
        } catch (PortFailure outOfReach) {
            return Optional.empty();
        }
    }
}
