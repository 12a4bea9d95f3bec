package dev.rozgar.application.rebuild;

import dev.rozgar.application.document.Declare;
import dev.rozgar.application.document.DocumentSchema;
import dev.rozgar.application.indexing.InMemoryJobIndex;
import dev.rozgar.application.indexing.InMemoryLedger;
import dev.rozgar.application.indexing.IndexRelay;
import dev.rozgar.application.listing.JobFields;
import dev.rozgar.application.rebuild.Build.Outcome;
import dev.rozgar.application.rebuild.IndexGenerations.Generation;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/// A builder with all its parts in memory, whose facts are told in the tests that extend this.
abstract class BuildScene {
    static final DocumentSchema WIDER =
            JobFields.JOB.with(Declare.keyword("shoe_size").filter());

    final InMemoryLedger ledger = new InMemoryLedger();
    final InMemoryJobIndex index = new InMemoryJobIndex();
    final InMemoryBuildLog log = new InMemoryBuildLog(ledger);
    private final AtomicInteger owners = new AtomicInteger();
    final IndexBuilder builder = builder(index, JobFields.JOB);
    final IndexRelay relay = new IndexRelay(
            ledger, index, new IndexRelay.Pace(Duration.ofHours(1), Duration.ZERO, Duration.ZERO, 1000, 2));

    final IndexBuilder builder(InMemoryJobIndex over, DocumentSchema schema) {
        return new IndexBuilder(
                new Parts(
                        ledger,
                        ledger.readModel(),
                        log,
                        over,
                        over,
                        over,
                        schema,
                        GoldenQueries.of(JobFields.JOB, "sort=-published_at"),
                        Clock.fixed(Instant.parse("2026-03-01T00:00:00Z"), ZoneOffset.UTC)),
                () -> "owner " + owners.incrementAndGet());
    }

    /// Does something after each chunk, never waits, and remembers for how long it should have.
    static final class Onlooker implements Watch {
        private final Consumer<Build> action;
        final List<Duration> pauses = new ArrayList<>();
        Runnable whileWaiting = () -> {};

        Onlooker(Consumer<Build> action) {
            this.action = action;
        }

        @Override
        public void at(Build build) {
            action.accept(build);
        }

        @Override
        public void step(String what) {}

        @Override
        public void pause(Duration time) {
            pauses.add(time);
            whileWaiting.run();
        }
    }

    static Onlooker quiet() {
        return new Onlooker(_ -> {});
    }

    final void jobs(int count) {
        for (long id = 1; id <= count; id++) ledger.change(id, "job " + id);
    }

    /// Of a live index that owes nothing.
    final void settledJobs(int count) {
        jobs(count);
        rebuild();
        while (relay.payOnce() > 0) {}
    }

    final Build rebuild() {
        return rebuild(Order.REBUILD, quiet());
    }

    final Build rebuild(Order order, Watch watch) {
        return builder.run(builder.begin(order), watch);
    }

    static Outcome outcome(Build build) {
        return build.end().orElseThrow().outcome();
    }

    final String live() {
        return index.state().live().map(Generation::name).orElse("none");
    }
}
