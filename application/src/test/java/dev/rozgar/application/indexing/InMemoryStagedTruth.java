package dev.rozgar.application.indexing;

import dev.rozgar.application.PortFailure;
import dev.rozgar.application.change.Answer;
import dev.rozgar.application.change.InMemoryTransactions;
import dev.rozgar.application.change.Sync;
import dev.rozgar.application.change.Terms;
import dev.rozgar.application.change.Workspace;
import dev.rozgar.application.posting.JobRepository;
import dev.rozgar.application.posting.JobRepository.Receipt;
import dev.rozgar.domain.job.Job;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/// Staged transactions in memory: a job's document is `staged` until its commit and `committed` in the ledger after it.
final class InMemoryStagedTruth implements StagedTruth {
    private final InMemoryTransactions transactions;
    private final JobRepository jobs;
    private final InMemoryLedger ledger;
    private final List<List<Long>> intents = new ArrayList<>();
    private boolean failing;

    InMemoryStagedTruth(InMemoryTransactions transactions, JobRepository jobs, InMemoryLedger ledger) {
        this.transactions = transactions;
        this.jobs = jobs;
        this.ledger = ledger;
    }

    /// From now on the connection breaks between the last stop and the commit.
    void failCommits() {
        failing = true;
    }

    List<List<Long>> intents() {
        return intents;
    }

    @Override
    public void intend(Collection<Long> ids, Duration leaveAlone) {
        intents.add(List.copyOf(ids));
        ledger.intend(ids, leaveAlone);
    }

    @Override
    public <R> Answer<R> run(Terms<R> terms, Function<Workspace, Answer<R>> work, Stops stops) {
        return transactions.run(terms, space -> {
            Answer<R> answer = work.apply(space);
            if (answer instanceof Answer.Done<R> && !terms.validateOnly()) stop(stops);
            return answer;
        });
    }

    @Override
    public Receipt save(List<Job> saved, Stops stops) {
        stop(stops);
        return jobs.save(saved, Sync.ACCEPTED);
    }

    private void stop(Stops stops) {
        List<Long> ids = stops.decided();
        stops.written(new Staged(ids.stream().map(this::staged).toList(), false));
        if (failing) throw PortFailure.unavailable("the connection broke", null);
        ids.forEach(id -> ledger.paid(id, "committed"));
    }

    private IndexEntry staged(long id) {
        return ledger.staged(id, "staged");
    }
}
