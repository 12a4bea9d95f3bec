package dev.rozgar.bootstrap;

import dev.rozgar.adapters.postgres.Postgres;
import dev.rozgar.application.PortFailure;
import dev.rozgar.application.clock.ClockTasks;
import dev.rozgar.application.clock.ForgetPeople;
import dev.rozgar.application.feed.ChangeFeed;
import java.lang.System.Logger.Level;
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
    private final Thread loop;
    private boolean away;

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
        this.loop = Thread.ofVirtual().name("clock").start(this::run);
    }

    private void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                step();
                Thread.sleep(EVERY);
            }
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    private void step() {
        try {
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
            away = false;
        } catch (PortFailure failure) {
            if (!away) LOG.log(Level.WARNING, "the clock waits for the database: {0}", failure.getMessage());
            away = true;
        } catch (RuntimeException defect) {
            // The loop must outlive a defect of one step: nobody would restart it.
            LOG.log(Level.ERROR, "a step of the clock failed", defect);
        }
    }

    @Override
    public void close() {
        loop.interrupt();
        try {
            loop.join(Duration.ofSeconds(10));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
