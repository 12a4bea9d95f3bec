package dev.rozgar.bootstrap;

import dev.rozgar.application.indexing.LagHistogram;
import dev.rozgar.application.indexing.RelayFigures;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/// What the relay has told of its work, as it can be seen from outside.
final class RelayGauges {
    private static final Map<String, Function<LagHistogram, Duration>> QUANTILES =
            Map.of("0.5", lag -> lag.quantile(0.5), "0.99", lag -> lag.quantile(0.99), "1", LagHistogram::longest);

    private final MeterRegistry metrics;

    RelayGauges(MeterRegistry metrics) {
        this.metrics = metrics;
    }

    void bind(RelayFigures figures) {
        QUANTILES.forEach((share, quantile) -> Gauge.builder(
                        "index.paid.lag.seconds",
                        figures,
                        its -> quantile.apply(its.lag()).toMillis() / 1e3)
                .description("From the change of a document until the index acknowledged it, since the start")
                .tags(Tags.of("quantile", share))
                .strongReference(true)
                .register(metrics));
        counter(
                "index.paid",
                "Documents that the index has acknowledged",
                figures,
                its -> its.lag().count());
        counter("index.relay.looks", "How often the relay asked the ledger for debts", figures, RelayFigures::looks);
        counter("index.refusals", "Refusals of documents by the index", figures, RelayFigures::refused);
        counter(
                "index.contested",
                "Documents whose version the index had already (409)",
                figures,
                RelayFigures::contested);
        counter("index.went.back", "Alarms that PostgreSQL went back in time", figures, RelayFigures::wentBack);
        counter("index.relay.pauses", "How often the relay began to wait for an engine", figures, RelayFigures::paused);
    }

    private void counter(String name, String what, RelayFigures figures, ToDoubleFunction<RelayFigures> value) {
        FunctionCounter.builder(name, figures, value).description(what).register(metrics);
    }
}
