package dev.rozgar.application.indexing;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Callers that want to know when the index holds their change.
///
/// A caller registers *before* its commit and learns its change numbers from the commit. So nothing is missed
/// if a relay pays between the commit and the wait, and a payment for an older change of the same job ends
/// nobody's wait.
final class Waiters {
    private final Map<Long, Set<Ticket>> byId = new ConcurrentHashMap<>();
    private final Object gate = new Object();
    private int committing;

    Ticket register(Collection<Long> ids) {
        Ticket ticket = new Ticket(this, Set.copyOf(ids));
        synchronized (gate) {
            committing++;
        }
        ticket.ids.forEach(id ->
                byId.computeIfAbsent(id, _ -> ConcurrentHashMap.newKeySet()).add(ticket));
        return ticket;
    }

    /// Waits until those who have registered have committed as well, or for `most`: one write to the index for ten
    /// changes costs little more than for one.
    void gather(Duration most) {
        long deadline = System.nanoTime() + most.toNanos();
        synchronized (gate) {
            try {
                for (long left = most.toMillis(); committing > 0 && left > 0; ) {
                    gate.wait(left);
                    left = (deadline - System.nanoTime()) / 1_000_000;
                }
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void committed() {
        synchronized (gate) {
            if (--committing == 0) gate.notifyAll();
        }
    }

    void paid(Claim claim) {
        byId.getOrDefault(claim.id(), Set.of()).forEach(ticket -> ticket.note(claim));
    }

    private void forget(Ticket ticket) {
        ticket.ids.forEach(id -> byId.computeIfPresent(id, (_, tickets) -> {
            tickets.remove(ticket);
            return tickets.isEmpty() ? null : tickets;
        }));
    }

    /// One caller's interest in some jobs; to be closed.
    static final class Ticket implements AutoCloseable {
        private final Waiters home;
        private final Set<Long> ids;
        private final Map<Long, Long> newestPaid = new HashMap<>();
        private boolean committed;

        private Ticket(Waiters home, Set<Long> ids) {
            this.home = home;
            this.ids = ids;
        }

        private synchronized void note(Claim claim) {
            newestPaid.merge(claim.id(), claim.wanted(), Math::max);
            notifyAll();
        }

        /// Waits until each job is paid up to its change number, or for `most`.
        ///
        /// @return whether all are
        synchronized boolean await(Map<Long, Long> changes, Duration most) {
            arrive();
            long deadline = System.nanoTime() + most.toNanos();
            try {
                while (!covers(changes)) {
                    long millis = (deadline - System.nanoTime()) / 1_000_000;
                    if (millis <= 0) return false;
                    wait(millis);
                }
                return true;
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return false;
            }
        }

        private void arrive() {
            if (!committed) home.committed();
            committed = true;
        }

        private boolean covers(Map<Long, Long> changes) {
            return changes.entrySet().stream()
                    .allMatch(change -> newestPaid.getOrDefault(change.getKey(), 0L) >= change.getValue());
        }

        @Override
        public synchronized void close() {
            arrive();
            home.forget(this);
        }
    }
}
