package dev.rozgar.application.posting;

import dev.rozgar.application.change.Sync;
import dev.rozgar.domain.company.CompanyId;
import dev.rozgar.domain.job.Job;
import dev.rozgar.domain.job.JobId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Jobs, kept. Throws [PortFailure]: a conflict has one of the codes below.
///
/// | code | when |
/// |---|---|
/// | `STALE_VERSION` | the stored version is not the one the job was loaded with |
/// | `DUPLICATE_REQUISITION_ID` | the company already has a job with this requisition and language |
/// | `UNKNOWN_COMPANY`, `UNKNOWN_OCCUPATION` | a reference leads nowhere |
public interface JobRepository {
    /// An id that no other job has or will have.
    JobId nextId();

    /// Saves all or none, each with all its rows, in one round trip. A job of version 0 is new; any other must still
    /// have its version in store.
    ///
    /// @param wanted how far the write should have come when this returns; falling short of it is no failure
    Receipt save(List<Job> jobs, Sync wanted);

    Optional<Job> find(JobId id);

    /// The company's jobs that carry one of these requisition ids.
    default List<Job> findByRequisition(CompanyId company, Collection<String> requisitionIds) {
        return findByRequisition(Map.of(company, requisitionIds));
    }

    /// The same of many companies at once.
    List<Job> findByRequisition(Map<CompanyId, ? extends Collection<String>> requisitionIds);

    /// @param saved in the order of the jobs
    /// @param reached how far the write had come
    record Receipt(List<Saved> saved, Sync reached) {
        public Receipt {
            saved = List.copyOf(saved);
        }
    }

    /// @param version the job's version in store from now on
    /// @param change the number under which the index owes this change; 0 where nothing is owed
    record Saved(JobId id, long version, long change) {}
}
