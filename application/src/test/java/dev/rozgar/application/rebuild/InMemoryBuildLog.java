package dev.rozgar.application.rebuild;

import dev.rozgar.application.PortFailure;
import dev.rozgar.application.indexing.InMemoryLedger;
import dev.rozgar.application.rebuild.Build.End;
import dev.rozgar.application.rebuild.Build.Holder;
import dev.rozgar.application.rebuild.Build.Outcome;
import dev.rozgar.application.rebuild.Build.Plan;
import dev.rozgar.application.rebuild.Build.Position;
import dev.rozgar.application.rebuild.Build.Purpose;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// A build log in memory, over the ledger whose relays it tells. Its clock ticks a second with each call.
public final class InMemoryBuildLog implements BuildLog {
    private final InMemoryLedger ledger;
    private final List<Build> builds = new ArrayList<>();
    private final List<Long> refused = new ArrayList<>();
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");

    public InMemoryBuildLog(InMemoryLedger ledger) {
        this.ledger = ledger;
    }

    private Instant tick() {
        now = now.plusSeconds(1);
        return now;
    }

    @Override
    public synchronized Optional<Build> underWay() {
        return latest().filter(build -> build.end().isEmpty());
    }

    @Override
    public synchronized Optional<Build> latest() {
        return builds.isEmpty() ? Optional.empty() : Optional.of(builds.getLast());
    }

    @Override
    public synchronized Build begin(Plan plan, long total, String owner) {
        if (underWay().isPresent()) throw PortFailure.conflict(UNDER_WAY, "another index is being built", null);
        Instant at = tick();
        Build build = new Build(
                builds.size() + 1L,
                plan,
                Position.BEGINNING.of(total),
                new Holder(owner, at, at, 0, at),
                Optional.empty());
        builds.add(build);
        refused.clear();
        ledger.building(plan.purpose() != Purpose.BACK_FILL);
        return build;
    }

    @Override
    public synchronized Build takeUp(Build left, Plan plan, long total, String owner) {
        Build mine = mine(left);
        Instant at = tick();
        return replace(new Build(
                mine.number(),
                plan,
                mine.position().of(total),
                new Holder(owner, mine.holder().started(), at, mine.position().done(), at),
                Optional.empty()));
    }

    @Override
    public synchronized Build advance(Build build, Position position, Collection<Long> more) {
        Build mine = mine(build);
        refused.addAll(more);
        return replace(new Build(mine.number(), mine.plan(), position, alive(mine), Optional.empty()));
    }

    @Override
    public synchronized Build end(Build build, Outcome outcome, List<String> remarks) {
        Build mine = mine(build);
        ledger.building(false);
        if (outcome == Outcome.DONE) {
            refused.forEach(ledger::owe);
            ledger.deadLetters().redrive(Optional.empty());
        }
        Holder holder = alive(mine);
        return replace(new Build(
                mine.number(),
                mine.plan(),
                mine.position(),
                holder,
                Optional.of(new End(outcome, holder.heartbeat(), remarks))));
    }

    private Holder alive(Build build) {
        Holder old = build.holder();
        return new Holder(old.owner(), old.started(), old.resumed(), old.doneThen(), tick());
    }

    private Build mine(Build build) {
        return underWay()
                .filter(now -> now.number() == build.number()
                        && now.holder().owner().equals(build.holder().owner()))
                .orElseThrow(() -> PortFailure.conflict(TAKEN_OVER, "taken over", null));
    }

    private Build replace(Build build) {
        builds.set((int) build.number() - 1, build);
        return build;
    }

    @Override
    public synchronized void retire(String live) {
        ledger.retire(live);
    }

    @Override
    public synchronized boolean isRetired(String index) {
        return ledger.isRetired(index);
    }
}
