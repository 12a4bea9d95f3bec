package dev.rozgar.bootstrap;

import dev.rozgar.adapters.postgres.LedgerFigures;
import dev.rozgar.adapters.postgres.Postgres;
import dev.rozgar.application.PortFailure;
import dev.rozgar.application.indexing.FanOuts;
import dev.rozgar.application.indexing.FanOuts.Progress;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/// How the ledger's tables are, asked once for all gauges of a scrape.
final class LedgerGauges {
    private final MeterRegistry metrics;
    private final Postgres postgres;
    private final Remembered<Optional<LedgerFigures>> figures;

    LedgerGauges(MeterRegistry metrics, Postgres postgres) {
        this.metrics = metrics;
        this.figures = new Remembered<>(() -> asked(postgres::ledgerFigures), Duration.ofSeconds(1));
        this.postgres = postgres;
    }

    void bind() {
        gauge(
                "index.refused",
                "Documents that the index has refused at least once and will be sent",
                LedgerFigures::refused);
        gauge(
                "index.epoch",
                "Upper bits of every version; raised when PostgreSQL went back in time",
                LedgerFigures::epoch);
        lane("edit", LedgerFigures::edits);
        lane("spread", LedgerFigures::spread);
        fanOuts(postgres.fanOuts());
        gauge(
                "index.fanout.age.seconds",
                "Age of the oldest change of many documents that waits to be spread",
                its -> its.oldestWaiting().toMillis() / 1e3);
        gauge("index.ledger.dead.tuples", "Rows of the ledger that wait to be vacuumed", LedgerFigures::deadRows);
        gauge("index.ledger.live.tuples", "Rows of the ledger", LedgerFigures::liveRows);
    }

    private void lane(String name, ToDoubleFunction<LedgerFigures> figure) {
        gauge(
                "index.lane.backlog",
                "Documents owed, by the lane in which they wait",
                Tags.of("lane", name),
                figures,
                figure);
    }

    /// The documents of changes that wait are counted, which takes a moment: once in a while.
    private void fanOuts(FanOuts fanOuts) {
        var progress = new Remembered<>(() -> asked(fanOuts::progress), Duration.ofSeconds(5));
        gauge(
                "index.fanout.pending",
                "Changes of many documents that are not spread over all of them",
                Tags.empty(),
                progress,
                Progress::changes);
        gauge(
                "index.fanout.documents",
                "Documents still to be rewritten for them",
                Tags.empty(),
                progress,
                Progress::documents);
        gauge(
                "index.fanout.eta.seconds",
                "When that will be done, at the pace of late",
                Tags.empty(),
                progress,
                its -> its.eta().map(left -> left.toMillis() / 1e3).orElse(Double.NaN));
    }

    private static <T> Optional<T> asked(Supplier<T> question) {
        try {
            return Optional.of(question.get());
        } catch (PortFailure outOfReach) {
            return Optional.empty();
        }
    }

    private void gauge(String name, String what, ToDoubleFunction<LedgerFigures> figure) {
        gauge(name, what, Tags.empty(), figures, figure);
    }

    private <T> void gauge(
            String name, String what, Tags tags, Remembered<Optional<T>> told, ToDoubleFunction<T> figure) {
        Gauge.builder(name, () -> told.get().map(figure::applyAsDouble).orElse(Double.NaN))
                .description(what)
                .tags(tags)
                .strongReference(true)
                .register(metrics);
    }
}
