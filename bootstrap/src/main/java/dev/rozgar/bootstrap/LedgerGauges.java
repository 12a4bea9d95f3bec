package dev.rozgar.bootstrap;

import dev.rozgar.adapters.postgres.LedgerFigures;
import dev.rozgar.adapters.postgres.Postgres;
import dev.rozgar.application.PortFailure;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/// How the ledger's tables are, asked once for all gauges of a scrape.
final class LedgerGauges {
    private final MeterRegistry metrics;
    private final Remembered<Optional<LedgerFigures>> figures;

    LedgerGauges(MeterRegistry metrics, Postgres postgres) {
        this.metrics = metrics;
        this.figures = new Remembered<>(() -> ask(postgres), Duration.ofSeconds(1));
    }

    void bind() {
        gauge("index.refused", "Documents that the index has refused at least once and will be sent", LedgerFigures::refused);
        gauge("index.epoch", "Upper bits of every version; raised when PostgreSQL went back in time", LedgerFigures::epoch);
        gauge("index.fanout.pending", "Changes of many documents that wait to be spread", LedgerFigures::waitingChanges);
        gauge(
                "index.fanout.age.seconds",
                "Age of the oldest of them",
                its -> its.oldestWaiting().toMillis() / 1e3);
        gauge("index.ledger.dead.tuples", "Rows of the ledger that wait to be vacuumed", LedgerFigures::deadRows);
        gauge("index.ledger.live.tuples", "Rows of the ledger", LedgerFigures::liveRows);
    }

    private static Optional<LedgerFigures> ask(Postgres postgres) {
        try {
            return Optional.of(postgres.ledgerFigures());
        } catch (PortFailure outOfReach) {
            return Optional.empty();
        }
    }

    private void gauge(String name, String what, ToDoubleFunction<LedgerFigures> figure) {
        Gauge.builder(name, () -> figures.get().map(figure::applyAsDouble).orElse(Double.NaN))
                .description(what)
                .strongReference(true)
                .register(metrics);
    }
}
