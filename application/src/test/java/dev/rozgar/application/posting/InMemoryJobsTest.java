package dev.rozgar.application.posting;

import dev.rozgar.application.company.CompanyRepository;
import dev.rozgar.application.company.InMemoryCompanies;
import java.util.Set;

class InMemoryJobsTest extends JobRepositoryContract {
    private final InMemoryCompanies companies = new InMemoryCompanies(Set.of());
    private final InMemoryJobs jobs = new InMemoryJobs(companies, Set.of(SampleJobs.KNOWN_OCCUPATION));

    @Override
    protected JobRepository jobs() {
        return jobs;
    }

    @Override
    protected CompanyRepository companies() {
        return companies;
    }
}
