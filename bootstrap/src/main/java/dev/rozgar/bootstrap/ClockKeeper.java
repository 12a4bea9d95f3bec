package dev.rozgar.bootstrap;

import dev.rozgar.adapters.postgres.Postgres;
import dev.rozgar.application.clock.ClockTasks;
import dev.rozgar.application.clock.ForgetPeople;
import dev.rozgar.application.feed.ChangeFeed;
import java.time.Duration;
import java.time.Instant;

/// Lets time pass: every few seconds what is due is done, on every node. What a step leaves, the next one takes.
final class ClockKeeper implements AutoCloseable {
    static final Duration EVERY = Duration.ofSeconds(2);

    private static final System.Logger LOG = System.getLogger(ClockKeeper.class.getName());
    private static final int MOST = 200;
    /// Of short lines of a log.
    private static final int MOST_CHANGES = 5_000;

    private final ClockTasks tasks;
    private final ForgetPeople forget;
    private final Postgres postgres;
    private final ChangeFeed changes;
    private final Plan plan;
    private final SteadyLoop loop;

    /// What an installation decides for itself.
    ///
    /// @param monthly draft the invoices of a month when it is over
    /// @param changes how long what became of jobs can be read
    record Plan(boolean monthly, Duration changes) {}

    ClockKeeper(ClockTasks tasks, ForgetPeople forget, Postgres postgres, Plan plan) {
        this.tasks = tasks;
        this.forget = forget;
        this.plan = plan;
        this.postgres = postgres;
        this.changes = postgres.changeFeed();
        this.loop = new SteadyLoop("clock", new SteadyLoop.Pace(EVERY, Duration.ofSeconds(10)), LOG, this::step);
    }

    private void step() {
        tasks.startDueJobs(MOST);
        tasks.expireDueJobs(MOST);
        tasks.lapseDueOffers(MOST);
        tasks.closeApplicationsOfEndedJobs(MOST);
        tasks.archiveDueJobs(MOST);
        forget.whoseConsentEnded(MOST);
        forget.ofPastJobs(MOST);
        if (plan.monthly()) tasks.draftInvoices(MOST);
        postgres.purgeStoredReplies(MOST);
        changes.forget(Instant.now().minus(plan.changes()), MOST_CHANGES);
    }

    @Override
    public void close() {
        loop.close();
    }
}
