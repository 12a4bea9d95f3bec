package dev.rozgar.application.change;

import dev.rozgar.application.PortFailure;
import dev.rozgar.application.alerts.Alerts;
import dev.rozgar.application.alerts.Deliveries;
import dev.rozgar.application.alerts.SearchTurns;
import dev.rozgar.application.change.Memory.Kept;
import dev.rozgar.application.change.Memory.Key;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/// Transactions in memory, one after the other. All desks keep their promises; versions and the reply of an attempt
/// are all that is compared.
public final class InMemoryTransactions implements Transactions {
    private static final int MOST_RUNS = 4;

    private final AtomicLong ids = new AtomicLong();
    private final Set<Key> inFlight = ConcurrentHashMap.newKeySet();
    private final AtomicInteger failures = new AtomicInteger();
    private final AtomicInteger commits = new AtomicInteger();
    private final ReentrantLock oneByOne = new ReentrantLock();
    private Memory stored = new Memory();

    /// The next so many commits cannot be serialised, so that their work is run again.
    public void failCommits(int times) {
        failures.set(times);
    }

    /// How many transactions have written something.
    public int commits() {
        return commits.get();
    }

    /// Its log.
    public TransitionLog log() {
        return new MemoryLog(this);
    }

    /// Its saved searches and webhooks.
    public Alerts alerts() {
        return new MemoryAlerts(this);
    }

    /// What is on its way to its webhooks: what searches have found. That jobs and applications moved is told by the
    /// database alone.
    public Deliveries deliveries() {
        return new MemoryDeliveries(this);
    }

    public SearchTurns searchTurns() {
        return new MemorySearchTurns(this);
    }

    /// Changes what is stored without a workspace.
    <R> R alter(Function<Memory, R> change) {
        oneByOne.lock();
        try {
            var next = stored.copy();
            R answer = change.apply(next);
            stored = next;
            return answer;
        } finally {
            oneByOne.unlock();
        }
    }

    long nextId() {
        return ids.incrementAndGet();
    }

    /// What is stored, to look at.
    Memory stored() {
        return stored;
    }

    @Override
    public <R> Answer<R> run(Terms<R> terms, Function<Workspace, Answer<R>> work) {
        var key = terms.attempt().map(attempt -> new Key(attempt.owner(), attempt.key()));
        MemorySpace.require(key.isEmpty() || inFlight.add(key.get()), "IDEMPOTENCY_KEY_IN_FLIGHT");
        oneByOne.lock();
        try {
            return replayed(terms).orElseGet(() -> ran(terms, work, MOST_RUNS));
        } finally {
            oneByOne.unlock();
            key.ifPresent(inFlight::remove);
        }
    }

    @Override
    public <R> void amend(Attempt<R> attempt, R result, Sync reached) {
        oneByOne.lock();
        try {
            stored.replies.computeIfPresent(
                    new Key(attempt.owner(), attempt.key()),
                    (_, kept) -> new Kept(
                            kept.fingerprint(),
                            attempt.reply()
                                    .apply(result, reached)
                                    .with(kept.reply().token())));
        } finally {
            oneByOne.unlock();
        }
    }

    private <R> Optional<Answer<R>> replayed(Terms<R> terms) {
        return terms.attempt().flatMap(attempt -> {
            var kept = Optional.ofNullable(stored.replies.get(new Key(attempt.owner(), attempt.key())));
            MemorySpace.require(
                    kept.filter(reply -> !reply.fingerprint().equals(attempt.fingerprint()))
                            .isEmpty(),
                    "IDEMPOTENCY_KEY_REUSED");
            return kept.map(reply -> new Answer.Replayed<>(reply.reply()));
        });
    }

    private <R> Answer<R> ran(Terms<R> terms, Function<Workspace, Answer<R>> work, int runs) {
        var before = stored;
        var space = new MemorySpace(before.copy(), ids);
        var answer = work.apply(space);
        if (!(answer instanceof Answer.Done<R> done) || terms.validateOnly()) return answer;
        if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            if (runs == 1) throw PortFailure.unavailable("could not be serialised", null);
            return ran(terms, work, runs - 1);
        }
        var token = space.token();
        terms.attempt()
                .ifPresent(attempt -> space.rows.replies.put(
                        new Key(attempt.owner(), attempt.key()),
                        new Kept(
                                attempt.fingerprint(),
                                attempt.reply()
                                        .apply(done.result(), Sync.ACCEPTED)
                                        .with(token))));
        if (stored != before) throw new AssertionError("another transaction within this one");
        stored = space.rows;
        commits.incrementAndGet();
        return done.with(token);
    }
}
