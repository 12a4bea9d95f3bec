package dev.rozgar.application.intake;

import dev.rozgar.application.PortFailure;
import dev.rozgar.application.change.Sync;
import dev.rozgar.application.posting.JobRepository;
import dev.rozgar.domain.company.CompanyId;
import dev.rozgar.domain.job.Job;
import dev.rozgar.domain.job.JobId;
import dev.rozgar.domain.job.RequisitionId;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Jobs kept in a map, with the versions and the conflicts of the real store.
final class KeptJobs implements JobRepository {
    final Map<JobId, Job> rows = new LinkedHashMap<>();
    /// Requisitions that the store refuses, as it does when a reference leads nowhere.
    final Set<String> refused = new HashSet<>();
    int saves;
    boolean down;
    /// Comes before each save.
    Runnable saving = () -> {};

    private long last;

    @Override
    public synchronized JobId nextId() {
        return new JobId(++last);
    }

    @Override
    public Receipt save(List<Job> jobs, Sync wanted) {
        saving.run();
        return saveNow(jobs);
    }

    private synchronized Receipt saveNow(List<Job> jobs) {
        saves++;
        if (down) {
            throw PortFailure.unavailable("no answer", null);
        }
        for (Job job : jobs) {
            if (refused.contains(requisition(job))) {
                throw PortFailure.conflict("UNKNOWN_OCCUPATION", "no such row", null);
            }
            var before = rows.get(job.id());
            if (job.version() != (before == null ? 0 : before.version())) {
                throw PortFailure.conflict("STALE_VERSION", "stale", null);
            }
        }
        jobs.forEach(job -> rows.put(job.id(), raised(job)));
        return new Receipt(
                jobs.stream()
                        .map(job -> new Saved(job.id(), job.version() + 1, 1))
                        .toList(),
                Sync.ACCEPTED);
    }

    @Override
    public synchronized Optional<Job> find(JobId id) {
        return Optional.ofNullable(rows.get(id));
    }

    @Override
    public synchronized List<Job> findByRequisition(Map<CompanyId, ? extends Collection<String>> requisitionIds) {
        return rows.values().stream()
                .filter(job -> {
                    var wanted = requisitionIds.get(job.company());
                    return wanted != null && wanted.contains(requisition(job));
                })
                .toList();
    }

    synchronized int count() {
        return rows.size();
    }

    void put(Job job) {
        rows.put(job.id(), job);
    }

    Job only() {
        if (rows.size() != 1) {
            throw new AssertionError("one job expected, not " + rows.size());
        }
        return rows.values().iterator().next();
    }

    private static String requisition(Job job) {
        return job.content().requisitionId().map(RequisitionId::value).orElse("");
    }

    private static Job raised(Job job) {
        return new Job(
                job.id(),
                job.company(),
                job.content(),
                job.state(),
                job.version() + 1,
                job.createdAt(),
                job.updatedAt());
    }
}
