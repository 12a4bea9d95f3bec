package dev.rozgar.application.change;

import dev.rozgar.domain.billing.InvoiceState.Kind;
import dev.rozgar.domain.company.Company;
import dev.rozgar.domain.company.CompanyId;
import dev.rozgar.domain.company.Employer;
import dev.rozgar.domain.hiring.JobPhase;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

record MemoryCompanyDesk(MemorySpace space) implements CompanyDesk {
    private static final Set<Kind> UNPAID = Set.of(Kind.OPEN, Kind.PARTIALLY_PAID, Kind.UNCOLLECTIBLE);

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
        return employer(space.read(), id);
    }

    static Optional<Employer> employer(Memory rows, CompanyId id) {
        return Optional.ofNullable(rows.companies.get(id))
                .map(company -> new Employer(id, company.state(), unpaidSince(rows, id)));
    }

    private static Optional<LocalDate> unpaidSince(Memory rows, CompanyId id) {
        return rows.invoices.values().stream()
                .filter(invoice -> invoice.company().equals(id)
                        && UNPAID.contains(invoice.state().kind()))
                .flatMap(invoice -> invoice.state().issued().stream())
                .map(issued -> issued.dueOn())
                .min(Comparator.naturalOrder());
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
        space.changed(ConsistencyToken.Kind.COMPANY, company.id().value(), company.version());
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
