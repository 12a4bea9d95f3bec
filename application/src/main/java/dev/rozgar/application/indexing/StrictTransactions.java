package dev.rozgar.application.indexing;

import dev.rozgar.application.PortFailure;
import dev.rozgar.application.change.Answer;
import dev.rozgar.application.change.Answer.Done;
import dev.rozgar.application.change.Attempt;
import dev.rozgar.application.change.Sync;
import dev.rozgar.application.change.Terms;
import dev.rozgar.application.change.Transactions;
import dev.rozgar.application.change.Workspace;
import dev.rozgar.application.indexing.StrictStops.RefusedDocument;
import dev.rozgar.domain.Reason;
import dev.rozgar.domain.job.JobId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// The write policy `strict`: no change of a job is committed unless the index has acknowledged its document. An index
/// that is away or slow means that nothing is saved (unavailable), one that refuses the document as well (refused, with
/// its reason).
///
/// | it dies … | state | who repairs |
/// |---|---|---|
/// | before the intent | nothing is saved | the caller, who got no answer |
/// | after the intent, before the index is asked | nothing is saved; debts of documents that are right | a relay writes
/// them once more |
/// | after the index has acknowledged, before the commit | nothing is saved; **the index shows what is not so**; debts
/// | any relay, when the time for which they are left alone is over: it builds the documents from the truth |
/// | in the commit | one of the two: nothing with debts, or all without | a relay, or nobody needs to |
/// | after the commit, before the answer | saved and indexed | the caller repeats the request |
///
/// An index that answers after its deadline makes no difference: what it stores late has a lower version than the
/// repair.
///
/// Strict are the documents of the jobs that the change itself writes: those that are posted, edited, moved or removed,
/// or whose seats it fills. Documents that merely show what has changed (the jobs of a company that is renamed or
/// suspended) may be ten thousand, which nobody would want to wait for under locks: they follow as under `outbox`.
///
/// Every write holds its row locks and a connection while the index answers, so it has connections of its own and a
/// short deadline; see [StagedTruth].
public final class StrictTransactions implements Transactions {
    /// The code of the reason of a refusal by the index.
    public static final String NOT_INDEXABLE = "NOT_INDEXABLE";

    private final Transactions plain;
    private final StagedTruth truth;
    private final JobIndex index;
    private final IndexRelay relay;
    private final Limits limits;

    /// @param leaveAlone how long relays leave an intent to whoever has it
    /// @param visibleWithin how long a caller who asks for [Sync#VISIBLE] is kept waiting after the commit
    public record Limits(Duration leaveAlone, Duration visibleWithin) {}

    /// @param plain for what is only to be validated, and for amendments
    /// @param index that answers within a deadline
    public StrictTransactions(Transactions plain, StagedTruth truth, JobIndex index, IndexRelay relay, Limits limits) {
        this.plain = plain;
        this.truth = truth;
        this.index = index;
        this.relay = relay;
        this.limits = limits;
    }

    @Override
    public <R> Answer<R> run(Terms<R> terms, Function<Workspace, Answer<R>> work) {
        if (terms.validateOnly()) return plain.run(terms, work);
        List<Long> written = new ArrayList<>();
        var stops = new StrictStops(truth, index, limits.leaveAlone(), () -> List.copyOf(written));
        try {
            Answer<R> answer = truth.run(terms, noting(work, written), stops);
            // What follows by itself is accepted, and no more.
            return answer instanceof Done<R> done && !written.isEmpty() ? indexed(terms, done) : answer;
        } catch (RefusedDocument refusal) {
            return new Answer.Refused<>(List.of(reason(refusal)), Optional.empty());
        } finally {
            // Of what was rolled back, and of the documents that follow.
            relay.wake();
        }
    }

    /// Work that is run again begins anew.
    private static <R> Function<Workspace, Answer<R>> noting(Function<Workspace, Answer<R>> work, List<Long> written) {
        return space -> {
            var noted = new NotedWorkspace(space);
            Answer<R> answer = work.apply(noted);
            written.clear();
            noted.jobs.written().stream().map(JobId::value).sorted().forEach(written::add);
            return answer;
        };
    }

    private <R> Answer<R> indexed(Terms<R> terms, Done<R> done) {
        boolean shown =
                terms.sync() == Sync.VISIBLE && relay.show(terms.patience().orElse(limits.visibleWithin()));
        if (shown) terms.attempt().ifPresent(attempt -> amend(attempt, done.result(), Sync.VISIBLE));
        return done.at(shown ? Sync.VISIBLE : Sync.INDEXED);
    }

    private static Reason reason(RefusedDocument refusal) {
        return new Reason(NOT_INDEXABLE, "The search index refuses the document: " + refusal.reason(), "");
    }

    /// A reply that says less than was reached is no reason to fail a change that is committed.
    @Override
    public <R> void amend(Attempt<R> attempt, R result, Sync reached) {
        try {
            plain.amend(attempt, result, reached);
        } catch (PortFailure failure) {
            System.getLogger(StrictTransactions.class.getName())
                    .log(System.Logger.Level.DEBUG, "a stored reply says less than was reached", failure);
        }
    }
}
