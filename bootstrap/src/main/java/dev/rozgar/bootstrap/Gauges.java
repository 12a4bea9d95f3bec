package dev.rozgar.bootstrap;

import dev.rozgar.adapters.postgres.PoolGauges;
import dev.rozgar.application.PortFailure;
import dev.rozgar.application.indexing.IndexLedger;
import dev.rozgar.application.indexing.IndexLedger.Backlog;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/// What can be seen from outside of how the service is, beside its requests.
final class Gauges implements AutoCloseable {
    private final MeterRegistry metrics;
    private final JvmGcMetrics collections = new JvmGcMetrics();

    Gauges(MeterRegistry metrics) {
        this.metrics = metrics;
    }

    Gauges bind(Wiring wiring) {
        gauge("rozgar.build", "Always 1; what runs stands in the labels", build(), () -> 1);
        new JvmMemoryMetrics().bindTo(metrics);
        new ProcessorMetrics().bindTo(metrics);
        new UptimeMetrics().bindTo(metrics);
        collections.bindTo(metrics);
        wiring.postgres().pools().forEach(this::pool);
        new AlertGauges(metrics, wiring.postgres().alerts().deliveries(), Clock.systemUTC()).bind();
        wiring.copy().ifPresent(copy -> {
            copy(copy, wiring.postgres().indexLedger());
            new LedgerGauges(metrics, wiring.postgres()).bind();
            new BuildGauges(metrics, wiring.postgres().buildLog()).bind();
            new RelayGauges(metrics).bind(copy.figures());
            new ReadGauges(metrics).bind(copy.reads());
            copy.check().results().ifPresent(results -> new CheckMeters(results).bindTo(metrics));
        });
        return this;
    }

    private void pool(String name, PoolGauges pool) {
        var of = Tags.of("pool", name);
        gauge("postgres.pool.active", "Connections at work", of, pool::active);
        gauge("postgres.pool.idle", "Connections at rest", of, pool::idle);
        gauge("postgres.pool.waiting", "Threads that wait for a connection", of, pool::waiting);
        gauge("postgres.pool.max", "Connections at the most", of, pool::max);
    }

    private void copy(SearchCopy copy, IndexLedger ledger) {
        gauge("index.relay.batch", "Documents of the next write at the most", Tags.empty(), copy.relay()::batchSize);
        gauge(
                "index.relay.paused",
                "1 while an engine is out of reach",
                Tags.empty(),
                () -> copy.relay().isPaused() ? 1 : 0);
        gauge(
                "index.current",
                "1 while the live index is the declared one",
                Tags.empty(),
                () -> copy.keeper().isCurrent() ? 1 : 0);
        var backlog = new Remembered<>(() -> ask(ledger), Duration.ofSeconds(1));
        gauge(
                "index.backlog",
                "Documents that the index owes",
                Tags.empty(),
                () -> backlog.get().map(owed -> (double) owed.due()).orElse(Double.NaN));
        gauge(
                "index.lag.seconds",
                "Age of the oldest of them",
                Tags.empty(),
                () -> backlog.get().map(owed -> owed.oldest().toMillis() / 1e3).orElse(Double.NaN));
        gauge(
                "index.set.aside",
                "Documents that the index refused for good",
                Tags.empty(),
                () -> backlog.get().map(owed -> (double) owed.setAside()).orElse(Double.NaN));
    }

    private static Optional<Backlog> ask(IndexLedger ledger) {
        try {
            return Optional.of(ledger.backlog());
        } catch (PortFailure outOfReach) {
            return Optional.empty();
        }
    }

    private static Tags build() {
        return Tags.of("version", BuildInfo.version(), "java", Runtime.version().toString());
    }

    private void gauge(String name, String what, Tags tags, Supplier<Number> value) {
        // Held strongly: nobody else holds these suppliers.
        Gauge.builder(name, value)
                .description(what)
                .tags(tags)
                .strongReference(true)
                .register(metrics);
    }

    @Override
    public void close() {
        collections.close();
    }
}
