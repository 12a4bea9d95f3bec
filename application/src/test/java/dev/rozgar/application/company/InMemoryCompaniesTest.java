package dev.rozgar.application.company;

import java.util.Set;

class InMemoryCompaniesTest extends CompanyRepositoryContract {
    private final InMemoryCompanies companies = new InMemoryCompanies(Set.of(SampleCompanies.KNOWN_INDUSTRY));

    @Override
    protected CompanyRepository companies() {
        return companies;
    }
}
