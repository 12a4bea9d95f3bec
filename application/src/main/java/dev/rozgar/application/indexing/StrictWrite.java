package dev.rozgar.application.indexing;

import dev.rozgar.application.PortFailure;
import dev.rozgar.application.change.Sync;
import dev.rozgar.application.indexing.StrictStops.RefusedDocument;
import dev.rozgar.application.posting.JobRepository;
import dev.rozgar.domain.company.CompanyId;
import dev.rozgar.domain.job.Job;
import dev.rozgar.domain.job.JobId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The write policy `strict` as a repository: what [StrictTransactions] is for changes, whose crash table holds here as
/// well. A document that the index refuses is a conflict, `NOT_INDEXABLE`.
public final class StrictWrite implements JobRepository {
    private final JobRepository plain;
    private final StagedTruth truth;
    private final JobIndex index;
    private final IndexRelay relay;
    private final StrictTransactions.Limits limits;

    /// @param plain for reading
    public StrictWrite(
            JobRepository plain,
            StagedTruth truth,
            JobIndex index,
            IndexRelay relay,
            StrictTransactions.Limits limits) {
        this.plain = plain;
        this.truth = truth;
        this.index = index;
        this.relay = relay;
        this.limits = limits;
    }

    @Override
    public Receipt save(List<Job> jobs, Sync wanted) {
        List<Long> ids = jobs.stream().map(job -> job.id().value()).sorted().toList();
        try {
            Receipt saved = truth.save(jobs, new StrictStops(truth, index, limits.leaveAlone(), () -> ids));
            boolean shown = wanted == Sync.VISIBLE && relay.show(limits.visibleWithin());
            return new Receipt(saved.saved(), shown ? Sync.VISIBLE : Sync.INDEXED);
        } catch (RefusedDocument refusal) {
            throw PortFailure.conflict(StrictTransactions.NOT_INDEXABLE, refusal.reason(), refusal);
        } finally {
            relay.wake();
        }
    }

    @Override
    public JobId nextId() {
        return plain.nextId();
    }

    @Override
    public Optional<Job> find(JobId id) {
        return plain.find(id);
    }

    @Override
    public List<Job> findByRequisition(Map<CompanyId, ? extends Collection<String>> requisitionIds) {
        return plain.findByRequisition(requisitionIds);
    }
}
