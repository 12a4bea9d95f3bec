package dev.rozgar.adapters.http;

import dev.rozgar.application.PortFailure;
import dev.rozgar.application.change.Sync;
import dev.rozgar.application.company.CompanyRepository;
import dev.rozgar.application.posting.JobRepository;
import dev.rozgar.domain.company.Company;
import dev.rozgar.domain.company.CompanyId;
import dev.rozgar.domain.company.Employer;
import dev.rozgar.domain.job.Job;
import dev.rozgar.domain.job.JobId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// Both repositories in memory, as far as the routes can tell. It fails when it is told to.
final class FakeStore {
    final List<Company> companies = new ArrayList<>();
    final List<Job> jobs = new ArrayList<>();
    final List<Sync> wanted = new ArrayList<>();
    volatile Sync reachable = Sync.INDEXED;
    volatile @Nullable RuntimeException failure;
    private final AtomicLong ids = new AtomicLong();

    final CompanyRepository companyRepository = new Companies();
    final JobRepository jobRepository = new Jobs();

    void reset() {
        companies.clear();
        jobs.clear();
        wanted.clear();
        reachable = Sync.INDEXED;
        failure = null;
        ids.set(0);
    }

    private void failIfTold() {
        RuntimeException told = failure;
        if (told != null) throw told;
    }

    private final class Companies implements CompanyRepository {
        @Override
        public CompanyId nextId() {
            return new CompanyId(ids.incrementAndGet());
        }

        @Override
        public List<Company> save(List<Company> saved) {
            failIfTold();
            boolean taken = companies.stream()
                    .anyMatch(old -> saved.stream()
                            .anyMatch(now ->
                                    now.profile().slug().equals(old.profile().slug())));
            if (taken) throw PortFailure.conflict("DUPLICATE_SLUG", "company_slug_key", null);
            companies.addAll(saved);
            return saved;
        }

        @Override
        public Optional<Company> find(CompanyId id) {
            return companies.stream().filter(company -> company.id().equals(id)).findFirst();
        }

        @Override
        public Optional<Employer> employer(CompanyId id) {
            failIfTold();
            return find(id).map(Company::employer);
        }

        @Override
        public List<Company> findBySlug(Collection<String> slugs) {
            return companies.stream()
                    .filter(company -> slugs.contains(company.profile().slug().value()))
                    .toList();
        }
    }

    private final class Jobs implements JobRepository {
        @Override
        public JobId nextId() {
            return new JobId(ids.incrementAndGet());
        }

        @Override
        public Receipt save(List<Job> saved, Sync sync) {
            failIfTold();
            jobs.addAll(saved);
            wanted.add(sync);
            Sync reached = sync.compareTo(reachable) <= 0 ? sync : reachable;
            return new Receipt(
                    saved.stream().map(job -> new Saved(job.id(), 1, 7)).toList(), reached);
        }

        @Override
        public Optional<Job> find(JobId id) {
            return jobs.stream().filter(job -> job.id().equals(id)).findFirst();
        }

        @Override
        public List<Job> findByRequisition(CompanyId company, Collection<String> requisitionIds) {
            return List.of();
        }
    }
}
