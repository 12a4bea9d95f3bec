package dev.rozgar.adapters.http;

import dev.rozgar.adapters.http.HttpApplication.IndexDesk;
import dev.rozgar.adapters.http.HttpApplication.QueryDesk;
import dev.rozgar.application.PortFailure;
import dev.rozgar.application.change.Transactions;
import dev.rozgar.application.checking.ExplainJob;
import dev.rozgar.application.checking.FakeCopy;
import dev.rozgar.application.checking.FakeTruth;
import dev.rozgar.application.checking.VerifyIndex;
import dev.rozgar.application.indexing.InMemoryLedger;
import dev.rozgar.application.indexing.IndexLedger.Backlog;
import dev.rozgar.application.listing.JobFields;
import dev.rozgar.application.rebuild.Build;
import dev.rozgar.application.rebuild.Build.Holder;
import dev.rozgar.application.rebuild.Build.Plan;
import dev.rozgar.application.rebuild.Build.Position;
import dev.rozgar.application.rebuild.Build.Purpose;
import dev.rozgar.application.rebuild.BuildLog;
import dev.rozgar.application.rebuild.IndexBuilder;
import dev.rozgar.application.rebuild.IndexGenerations.Generation;
import dev.rozgar.application.rebuild.IndexGenerations.State;
import dev.rozgar.application.rebuild.IndexReport;
import dev.rozgar.application.rebuild.Order;
import dev.rozgar.application.rebuild.StartBuild;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// An index with a live generation and an earlier one, that begins whatever it is told and never ends it.
public final class FakeIndex implements StartBuild.Starter {
    private static final String OURS = JobFields.JOB.fingerprint();

    /// What is checked against each other.
    public final FakeTruth truth = new FakeTruth();

    /// Of which nothing is asked but what was set aside.
    public final InMemoryLedger ledger = new InMemoryLedger();

    private final FakeCopy copy = new FakeCopy();

    /// What was begun.
    public final List<Order> orders = new ArrayList<>();

    /// Whether another process is at a build.
    public volatile boolean busy;

    /// Whether an earlier index is kept.
    public volatile boolean kept = true;

    IndexDesk desk(Transactions store, QueryDesk queries) {
        return new IndexDesk(
                this::report,
                new StartBuild(store, this),
                new ExplainJob(truth, copy, (_, _) -> List.of()),
                new VerifyIndex(truth, copy, (_, _) -> List.of(), truth),
                ledger,
                ledger.deadLetters(),
                queries);
    }

    /// As it was at first.
    void reset() {
        orders.clear();
        busy = false;
        kept = true;
    }

    @Override
    public void check(Order order) {
        if (order.purpose() == Purpose.ROLLBACK && !kept)
            throw PortFailure.conflict(IndexBuilder.NOTHING_KEPT, "none", null);
        if (busy) throw PortFailure.conflict(BuildLog.UNDER_WAY, "busy", null);
    }

    @Override
    public synchronized Optional<Build> start(Order order) {
        if (order.purpose() == Purpose.ROLLBACK && !kept)
            throw PortFailure.conflict(IndexBuilder.NOTHING_KEPT, "none", null);
        if (busy) return Optional.empty();
        orders.add(order);
        return Optional.of(build(order));
    }

    private IndexReport report() {
        var live = new Generation("jobs-2", OURS, Optional.of(JobFields.JOB.declaration()));
        var earlier = new Generation("jobs-1", "", Optional.empty());
        return new IndexReport(
                JobFields.JOB.declaration(),
                new State(Optional.of(live), Optional.empty(), kept ? List.of(earlier) : List.of()),
                24,
                25,
                new Backlog(1, Duration.ofMillis(40), 0),
                orders.isEmpty() ? Optional.empty() : Optional.of(build(orders.getLast())));
    }

    /// A quarter of it is done after ten seconds.
    private static Build build(Order order) {
        Instant begin = Board.NOW;
        return new Build(
                1,
                new Plan(order.purpose(), "jobs-3", OURS, order.force(), order.rate(), List.of()),
                new Position(7, 9, 1, 40),
                new Holder("node:1/a", begin, begin, 0, begin.plusSeconds(10)),
                Optional.empty());
    }
}
