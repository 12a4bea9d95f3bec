package dev.rozgar.application.indexing;

import dev.rozgar.application.PortFailure;
import dev.rozgar.application.change.Answer;
import dev.rozgar.application.change.Answer.Done;
import dev.rozgar.application.change.Attempt;
import dev.rozgar.application.change.ConsistencyToken;
import dev.rozgar.application.change.ConsistencyToken.Part;
import dev.rozgar.application.change.Sync;
import dev.rozgar.application.change.Terms;
import dev.rozgar.application.change.Transactions;
import dev.rozgar.application.change.Workspace;
import dev.rozgar.domain.job.JobId;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The write policy `outbox` for changes: what [TwoPhaseWrite] is for a repository. The debt is written by the
/// database within the transaction; this wakes whoever pays it, and waits for the payment if somebody asks for that.
public final class TwoPhaseTransactions implements Transactions {
    private static final Logger LOG = System.getLogger(TwoPhaseTransactions.class.getName());

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);
    /// What is paid here is mostly paid by then.
    private static final Duration SOON = Duration.ofMillis(100);

    private final Transactions truth;
    private final IndexRelay relay;
    private final IndexLedger ledger;
    private final SharedLook look;
    private final Duration deadline;

    /// Where it stands what is owed, and how far the index has come.
    public record Books(IndexLedger ledger, IndexProgress progress) {}

    /// @param deadline how long a caller who asks for more than [Sync#ACCEPTED] is kept waiting, if it does not say how
    /// long
    public TwoPhaseTransactions(Transactions truth, IndexRelay relay, Books books, Duration deadline) {
        this.truth = truth;
        this.relay = relay;
        this.ledger = books.ledger();
        this.look = new SharedLook(books.progress(), BETWEEN_LOOKS);
        this.deadline = deadline;
    }

    @Override
    public <R> Answer<R> run(Terms<R> terms, Function<Workspace, Answer<R>> work) {
        if (terms.validateOnly()) return truth.run(terms, work);
        try (var expected = new Expected(terms.sync())) {
            Answer<R> answer = truth.run(terms, expected.noting(work));
            if (!(answer instanceof Done<R> done)) return answer;
            relay.wake();
            Duration patience = terms.patience().orElse(deadline);
            Sync reached =
                    expected.isOfJobs() ? expected.reached(done, patience) : followed(done, terms.sync(), patience);
            if (reached != Sync.ACCEPTED) terms.attempt().ifPresent(attempt -> amend(attempt, done.result(), reached));
            return done.at(reached);
        }
    }

    /// What many jobs show of a company is spread over them first: that no ticket can tell, so the ledger is looked at.
    private Sync followed(Done<?> done, Sync wanted, Duration most) {
        if (wanted == Sync.ACCEPTED || done.token().isEmpty()) return Sync.ACCEPTED;
        long until = System.nanoTime() + most.toNanos();
        ConsistencyToken changes = done.token().get();
        if (!changes.parts().isEmpty() && !look.await(changes, most)) return Sync.ACCEPTED;
        boolean shown = wanted == Sync.VISIBLE && relay.show(Duration.ofNanos(until - System.nanoTime()));
        return shown ? Sync.VISIBLE : Sync.INDEXED;
    }

    /// A reply that says less than was reached is no reason to fail a change that is committed.
    @Override
    public <R> void amend(Attempt<R> attempt, R result, Sync reached) {
        try {
            truth.amend(attempt, result, reached);
        } catch (PortFailure failure) {
            LOG.log(Level.DEBUG, "what is stored for a repeated request says less than was reached", failure);
        }
    }

    /// The jobs that the last run of the work has written, and a ticket for them from before their commit.
    private final class Expected implements AutoCloseable {
        private final Sync wanted;
        private Set<Long> ids = Set.of();
        private Optional<Waiters.Ticket> ticket = Optional.empty();

        Expected(Sync wanted) {
            this.wanted = wanted;
        }

        /// Work that is run again begins anew.
        <R> Function<Workspace, Answer<R>> noting(Function<Workspace, Answer<R>> work) {
            return space -> {
                close();
                var noted = new NotedWorkspace(space);
                Answer<R> answer = work.apply(noted);
                ids = noted.jobs.written().stream().map(JobId::value).collect(Collectors.toSet());
                if (wanted != Sync.ACCEPTED && answer instanceof Done<R> && !ids.isEmpty()) {
                    ticket = Optional.of(relay.expect(ids));
                }
                return answer;
            };
        }

        boolean isOfJobs() {
            return !ids.isEmpty();
        }

        Sync reached(Done<?> done, Duration most) {
            long until = System.nanoTime() + most.toNanos();
            if (ticket.filter(open -> isPaid(open, done, until)).isEmpty()) return Sync.ACCEPTED;
            boolean shown = wanted == Sync.VISIBLE && relay.show(left(until));
            return shown ? Sync.VISIBLE : Sync.INDEXED;
        }

        /// What this relay pays, the ticket is told at once. What a relay of another process pays, or no relay will,
        /// only the ledger tells, to all who wait in one look.
        private boolean isPaid(Waiters.Ticket open, Done<?> done, long until) {
            Optional<Map<Long, Long>> told = done.token().flatMap(this::told);
            if (told.isEmpty()) return isPaid(open, until);
            Duration soon = left(until).dividedBy(2);
            return open.await(told.get(), soon.compareTo(SOON) < 0 ? soon : SOON)
                    || look.await(done.token().get(), left(until));
        }

        /// Of changes that the commit has not told apart. What is not owed any more by now was paid already; what was
        /// changed again meanwhile is waited for as well.
        private boolean isPaid(Waiters.Ticket open, long until) {
            try {
                return open.await(ledger.owed(ids), left(until));
            } catch (PortFailure failure) {
                LOG.log(Level.DEBUG, "nobody knows whether what is committed is indexed", failure);
                return false;
            }
        }

        private static Duration left(long until) {
            return Duration.ofNanos(until - System.nanoTime());
        }

        /// The numbers of the changes, as the commit told them; empty where it did not tell them apart.
        private Optional<Map<Long, Long>> told(ConsistencyToken token) {
            Map<Long, Long> changes = token.parts().stream()
                    .filter(part -> part.kind() == ConsistencyToken.Kind.JOB)
                    .collect(Collectors.toMap(Part::id, Part::number));
            return Optional.of(changes).filter(told -> told.keySet().containsAll(ids));
        }

        @Override
        public void close() {
            ticket.ifPresent(Waiters.Ticket::close);
            ticket = Optional.empty();
        }
    }
}
