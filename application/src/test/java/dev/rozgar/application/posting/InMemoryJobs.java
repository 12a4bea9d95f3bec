package dev.rozgar.application.posting;

import dev.rozgar.application.PortFailure;
import dev.rozgar.application.change.Sync;
import dev.rozgar.application.company.CompanyRepository;
import dev.rozgar.domain.company.CompanyId;
import dev.rozgar.domain.job.Job;
import dev.rozgar.domain.job.JobId;
import dev.rozgar.domain.job.OccupationId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Jobs in memory. A listed job's change is its version.
public final class InMemoryJobs implements JobRepository {
    private final CompanyRepository companies;
    private final Set<OccupationId> occupations;
    private Map<JobId, Job> stored = new LinkedHashMap<>();
    private long lastId;

    /// @param companies the companies there are
    /// @param occupations the occupations there are
    public InMemoryJobs(CompanyRepository companies, Set<OccupationId> occupations) {
        this.companies = companies;
        this.occupations = Set.copyOf(occupations);
    }

    @Override
    public synchronized JobId nextId() {
        return new JobId(++lastId);
    }

    @Override
    public synchronized Receipt save(List<Job> jobs, Sync wanted) {
        Map<JobId, Job> after = new LinkedHashMap<>(stored);
        List<Saved> saved = new ArrayList<>();
        for (Job job : jobs) {
            Optional<Job> before = Optional.ofNullable(after.get(job.id()));
            require(before.map(Job::version).orElse(0L) == job.version(), "STALE_VERSION");
            require(companies.find(job.company()).isPresent(), "UNKNOWN_COMPANY");
            require(
                    job.content().classification().occupation().stream().allMatch(occupations::contains),
                    "UNKNOWN_OCCUPATION");
            require(
                    after.values().stream().noneMatch(other -> sharesRequisition(other, job)),
                    "DUPLICATE_REQUISITION_ID");
            Job next = raised(job);
            after.put(job.id(), next);
            boolean owed = next.state().isListed()
                    || before.filter(old -> old.state().isListed()).isPresent();
            saved.add(new Saved(job.id(), next.version(), owed ? next.version() : 0));
        }
        stored = after;
        return new Receipt(saved, Sync.ACCEPTED);
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

    private static boolean sharesRequisition(Job other, Job job) {
        return !other.id().equals(job.id())
                && other.company().equals(job.company())
                && job.content().requisitionId().isPresent()
                && other.content().requisitionId().equals(job.content().requisitionId())
                && other.content().language().equals(job.content().language());
    }

    private static void require(boolean holds, String code) {
        if (!holds) throw PortFailure.conflict(code, "refused in memory", null);
    }

    @Override
    public synchronized Optional<Job> find(JobId id) {
        return Optional.ofNullable(stored.get(id));
    }

    @Override
    public synchronized List<Job> findByRequisition(Map<CompanyId, ? extends Collection<String>> requisitionIds) {
        return stored.values().stream()
                .filter(job -> job.content()
                        .requisitionId()
                        .filter(id -> Optional.ofNullable(requisitionIds.get(job.company()))
                                .filter(ids -> ids.contains(id.value()))
                                .isPresent())
                        .isPresent())
                .toList();
    }
}
