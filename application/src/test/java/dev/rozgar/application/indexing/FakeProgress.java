package dev.rozgar.application.indexing;

import dev.rozgar.application.PortFailure;
import dev.rozgar.application.change.ConsistencyToken.Part;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// A ledger that says what it is told to say, each time it may.
final class FakeProgress implements IndexProgress {
    /// Looks that it may answer; without limit, unless it is told to [#hold].
    final Semaphore may = new Semaphore(1_000_000);

    final List<Set<Part>> asked = new ArrayList<>();
    final Set<Part> settled = new HashSet<>();
    final Set<Part> hopeless = new HashSet<>();
    /// Beside those, what this says.
    Predicate<Part> paid = _ -> false;

    Duration lag = Duration.ZERO;
    long epoch = 1;
    boolean silent;

    void hold() {
        may.drainPermits();
    }

    @Override
    public Report of(Collection<Part> changes) {
        synchronized (this) {
            asked.add(Set.copyOf(changes));
            notifyAll();
        }
        may.acquireUninterruptibly();
        synchronized (this) {
            if (silent) throw PortFailure.unavailable("silent", null);
            return new Report(epoch, common(paid.or(settled::contains), changes), common(hopeless::contains, changes));
        }
    }

    private static Set<Part> common(Predicate<Part> some, Collection<Part> others) {
        return others.stream().filter(some).collect(Collectors.toSet());
    }

    synchronized void settle(Part part) {
        settled.add(part);
    }

    synchronized int looks() {
        return asked.size();
    }

    /// Until it was asked so often.
    synchronized void awaitLooks(int times) throws InterruptedException {
        while (asked.size() < times) wait();
    }

    @Override
    public synchronized Duration lag() {
        if (silent) throw PortFailure.unavailable("silent", null);
        return lag;
    }
}
