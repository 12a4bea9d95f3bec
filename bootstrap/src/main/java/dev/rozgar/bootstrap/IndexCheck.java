package dev.rozgar.bootstrap;

import dev.rozgar.adapters.elasticsearch.Elasticsearch;
import dev.rozgar.adapters.postgres.Postgres;
import dev.rozgar.application.PortFailure;
import dev.rozgar.application.checking.CheckResults;
import dev.rozgar.application.checking.CheckSteadily;
import dev.rozgar.application.checking.ExplainJob;
import dev.rozgar.application.checking.VerifyIndex;
import dev.rozgar.application.indexing.JobIndex.Slot;
import dev.rozgar.application.shadow.ShadowCompare.Stores;
import dev.rozgar.application.shadow.VerifyQueries;
import dev.rozgar.application.shadow.Waivers;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;

/// What compares the copy with the truth: when somebody asks, and steadily beside the service.
public final class IndexCheck implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(IndexCheck.class.getName());
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
    private static final Duration STOPPING = Duration.ofSeconds(5);

    private final Postgres postgres;
    private final Elasticsearch elasticsearch;
    private final Optional<CheckSteadily> steady;
    private Optional<Thread> loop = Optional.empty();
    private boolean away;

    /// @param pace of the steady check; empty: there is none
    IndexCheck(Postgres postgres, Elasticsearch elasticsearch, Optional<CheckSteadily.Pace> pace) {
        this.postgres = postgres;
        this.elasticsearch = elasticsearch;
        this.steady = pace.map(its -> new CheckSteadily(verify(Slot.LIVE), postgres.checkTurns(), its));
    }

    /// Compares one of the indexes.
    public VerifyIndex verify(Slot slot) {
        return new VerifyIndex(
                postgres.checkedTruth(),
                elasticsearch.checkedCopy(slot),
                elasticsearch.documentDiff(),
                postgres.debts());
    }

    /// Runs queries on PostgreSQL and on the live index, and compares their answers.
    ///
    /// @param patience how many queries a store may leave unanswered
    public VerifyQueries queries(int patience) {
        var stores = new Stores(
                postgres.jobReadModel(),
                elasticsearch.jobReadModel(),
                postgres.suspects(),
                () -> elasticsearch.jobIndex().refresh());
        return new VerifyQueries(stores, Waivers.read(), patience);
    }

    /// Explains what the live index shows.
    public ExplainJob explain() {
        return new ExplainJob(
                postgres.checkedTruth(), elasticsearch.checkedCopy(Slot.LIVE), elasticsearch.documentDiff());
    }

    /// Of the steady check on this node; empty where it is off.
    Optional<CheckResults> results() {
        return steady.map(CheckSteadily::results);
    }

    /// Begins to check steadily, if that is wanted.
    IndexCheck start() {
        loop = steady.map(check -> Thread.ofVirtual().name("index-check").start(() -> run(check)));
        return this;
    }

    private void run(CheckSteadily check) {
        Duration pause = shorter(check.pace().pause());
        try {
            while (!Thread.currentThread().isInterrupted()) {
                Thread.sleep(pause);
                step(check);
            }
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    private static Duration shorter(Duration pause) {
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }

    private void step(CheckSteadily check) {
        try {
            check.step();
            away = false;
        } catch (PortFailure failure) {
            if (!away) LOG.log(Level.WARNING, "the steady check waits: {0}", failure.getMessage());
            away = true;
        } catch (RuntimeException defect) {
            // The loop must outlive a defect of one step: nobody would restart it.
            LOG.log(Level.ERROR, "a step of the steady check failed", defect);
        }
    }

    @Override
    public void close() throws InterruptedException {
        if (loop.isEmpty()) return;
        loop.get().interrupt();
        loop.get().join(STOPPING);
    }
}
