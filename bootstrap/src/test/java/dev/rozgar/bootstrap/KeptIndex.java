package dev.rozgar.bootstrap;

import dev.rozgar.application.document.Declare;
import dev.rozgar.application.document.DocumentSchema;
import dev.rozgar.application.indexing.InMemoryJobIndex;
import dev.rozgar.application.indexing.InMemoryLedger;
import dev.rozgar.application.listing.JobFields;
import dev.rozgar.application.rebuild.Build;
import dev.rozgar.application.rebuild.GoldenQueries;
import dev.rozgar.application.rebuild.InMemoryBuildLog;
import dev.rozgar.application.rebuild.IndexBuilder;
import dev.rozgar.application.rebuild.Order;
import dev.rozgar.application.rebuild.Parts;
import dev.rozgar.application.rebuild.Watch;
import dev.rozgar.bootstrap.IndexKeeper.Pace;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;

/// A keeper over fakes, and the builder that it is given.
abstract class KeptIndex {
    static final Pace QUICK = new Pace(Duration.ofMillis(5), Duration.ofMillis(5), Duration.ofHours(1));
    static final DocumentSchema OURS = JobFields.JOB;
    static final DocumentSchema WIDER =
            OURS.with(Declare.keyword("shoe_size").filter().facet());

    final InMemoryLedger ledger = new InMemoryLedger();
    final InMemoryBuildLog log = new InMemoryBuildLog(ledger);
    InMemoryJobIndex index = new InMemoryJobIndex();
    DocumentSchema schema = OURS;
    boolean migrates = true;
    /// One builder at a time, the test's or the keeper's. A test waits where the service would be told that it is late.
    private final ReentrantLock one = new ReentrantLock();
    private Optional<IndexKeeper> started = Optional.empty();

    @AfterEach
    void close() throws InterruptedException {
        if (started.isPresent()) started.get().close();
    }

    void nextVersion(DocumentSchema declared) {
        schema = declared;
        index = index.as(declared);
    }

    IndexBuilder indexBuilder() {
        return new IndexBuilder(
                new Parts(
                        ledger,
                        ledger.readModel(),
                        log,
                        index,
                        index,
                        index,
                        schema,
                        GoldenQueries.of(schema, "sort=id"),
                        Clock.systemUTC()),
                () -> String.valueOf(System.nanoTime()));
    }

    IndexKeeper.Builder builder() {
        IndexBuilder builder = indexBuilder();
        return new IndexKeeper.Builder() {
            @Override
            public Optional<Build> build(Order order, BooleanSupplier wanted, Watch watch) {
                one.lock();
                try {
                    if (!wanted.getAsBoolean()) return Optional.empty();
                    return Optional.of(builder.run(builder.begin(order), watch));
                } finally {
                    one.unlock();
                }
            }

            @Override
            public Optional<Build> resume(Watch watch) {
                if (!one.tryLock()) return Optional.empty();
                try {
                    return builder.left().map(builder::takeUp).map(build -> builder.run(build, watch));
                } finally {
                    one.unlock();
                }
            }
        };
    }

    IndexKeeper keeper() {
        return keeper(builder());
    }

    IndexKeeper keeper(IndexKeeper.Builder builder) {
        var charge = new IndexKeeper.Charge(index, log, ledger.deadLetters(), builder, schema, migrates, 0);
        IndexKeeper keeper = new IndexKeeper(charge, QUICK).start();
        started = Optional.of(keeper);
        return keeper;
    }

    static void awaitCurrent(IndexKeeper keeper) throws InterruptedException {
        Eventually.within(Duration.ofSeconds(60), "a current index", keeper::isCurrent);
    }
}
