package dev.rozgar.application.change;

import dev.rozgar.domain.company.Company;
import dev.rozgar.domain.company.CompanyId;
import dev.rozgar.domain.company.Employer;
import dev.rozgar.domain.hiring.JobPhase;
import dev.rozgar.domain.job.JobId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

record MemoryCompanyDesk(MemorySpace space) implements CompanyDesk {
    @Override
    public CompanyId nextId() {
        return new CompanyId(space.nextId());
    }

    @Override
    public Optional<Company> lock(CompanyId id) {
        space.hold(Subject.Kind.COMPANY, id.value());
        return Optional.ofNullable(space.read().companies.get(id));
    }

    @Override
    public boolean isRemoved(CompanyId id) {
        return space.read().removedCompanies.contains(id);
    }

    @Override
    public Optional<Employer> employer(CompanyId id) {
        return Optional.ofNullable(space.read().companies.get(id)).map(Company::employer);
    }

    @Override
    public Optional<Employer> employer(JobId job) {
        var rows = space.read();
        return Optional.ofNullable(rows.jobs.get(job))
                .flatMap(found -> Optional.ofNullable(rows.companies.get(found.company())))
                .map(Company::employer);
    }

    @Override
    public long liveJobs(CompanyId id) {
        return space.read().jobs.values().stream()
                .filter(job -> job.company().equals(id))
                .filter(job -> JobPhase.of(job.state().kind()) == JobPhase.LIVE)
                .count();
    }

    @Override
    public void save(Company company) {
        writeOver(company).put(company.id(), raised(company));
        if (company.version() == 0)
            space.hold(Subject.Kind.COMPANY, company.id().value());
    }

    @Override
    public void remove(Company company, Instant at) {
        writeOver(company).remove(company.id());
        space.rows.removedCompanies.add(company.id());
    }

    private Map<CompanyId, Company> writeOver(Company company) {
        long stored = Optional.ofNullable(space.rows.companies.get(company.id()))
                .map(Company::version)
                .orElse(0L);
        return space.writeOver(stored, company.version()).companies;
    }

    private static Company raised(Company company) {
        return new Company(
                company.id(),
                company.profile(),
                company.state(),
                company.version() + 1,
                company.createdAt(),
                company.updatedAt());
    }
}
