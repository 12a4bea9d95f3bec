package dev.rozgar.application.indexing;

import dev.rozgar.application.change.Sync;
import dev.rozgar.application.posting.JobRepository;
import dev.rozgar.domain.company.CompanyId;
import dev.rozgar.domain.job.Job;
import dev.rozgar.domain.job.JobId;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// The write policy `outbox` as a repository: phase one commits rows and debt in one transaction, phase two
/// has the debt paid at once by the relay's own code. Elasticsearch never fails a write and never slows one
/// that does not ask for it.
///
/// The same for changes is [TwoPhaseTransactions]; the policy `strict`, which indexes before it commits, is
/// [StrictWrite], with a crash table of its own at [StrictTransactions].
///
/// | it dies … | state | who repairs |
/// |---|---|---|
/// | before the commit | nothing is saved | the caller, who got no answer |
/// | after the commit, before the relay wakes | rows and debt | the relay of any node, at its next poll |
/// | while the relay pays | see [IndexRelay] | the relay of any node |
/// | after the payment, before the answer | saved and indexed | the caller repeats the request |
public final class TwoPhaseWrite implements JobRepository {
    private final JobRepository truth;
    private final IndexRelay relay;
    private final Duration deadline;

    /// @param deadline how long a caller who asks for more than [Sync#ACCEPTED] is kept waiting at the most
    public TwoPhaseWrite(JobRepository truth, IndexRelay relay, Duration deadline) {
        this.truth = truth;
        this.relay = relay;
        this.deadline = deadline;
    }

    @Override
    public Receipt save(List<Job> jobs, Sync wanted) {
        return switch (wanted) {
            case ACCEPTED -> {
                Receipt receipt = truth.save(jobs, Sync.ACCEPTED);
                relay.wake();
                yield receipt;
            }
            case INDEXED, VISIBLE -> saveIndexed(jobs, wanted);
        };
    }

    private Receipt saveIndexed(List<Job> jobs, Sync wanted) {
        long until = System.nanoTime() + deadline.toNanos();
        try (Waiters.Ticket ticket =
                relay.expect(jobs.stream().map(job -> job.id().value()).toList())) {
            Receipt receipt = truth.save(jobs, Sync.ACCEPTED);
            relay.wake();
            Map<Long, Long> changes = receipt.saved().stream()
                    .collect(Collectors.toMap(saved -> saved.id().value(), Saved::change));
            if (!ticket.await(changes, deadline)) return receipt;
            boolean shown = wanted == Sync.VISIBLE && relay.show(Duration.ofNanos(until - System.nanoTime()));
            return new Receipt(receipt.saved(), shown ? Sync.VISIBLE : Sync.INDEXED);
        }
    }

    @Override
    public JobId nextId() {
        return truth.nextId();
    }

    @Override
    public Optional<Job> find(JobId id) {
        return truth.find(id);
    }

    @Override
    public List<Job> findByRequisition(Map<CompanyId, ? extends Collection<String>> requisitionIds) {
        return truth.findByRequisition(requisitionIds);
    }
}
