package dev.rozgar.application.intake;

import dev.rozgar.application.PortFailure;
import dev.rozgar.application.company.CompanyRepository;
import dev.rozgar.domain.Slug;
import dev.rozgar.domain.company.Company;
import dev.rozgar.domain.company.CompanyId;
import dev.rozgar.domain.company.Employer;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Companies kept in a map.
final class KeptCompanies implements CompanyRepository {
    final Map<CompanyId, Company> rows = new LinkedHashMap<>();
    /// Registered by somebody else just before the next save.
    Optional<Company> rival = Optional.empty();

    private long last;

    @Override
    public CompanyId nextId() {
        return new CompanyId(++last);
    }

    @Override
    public List<Company> save(List<Company> companies) {
        rival.ifPresent(company -> rows.put(company.id(), company));
        rival = Optional.empty();
        for (Company company : companies) {
            if (rows.values().stream()
                    .anyMatch(
                            row -> row.profile().slug().equals(company.profile().slug())
                                    && !row.id().equals(company.id()))) {
                throw PortFailure.conflict("DUPLICATE_SLUG", "taken", null);
            }
        }
        var stored = companies.stream().map(KeptCompanies::raised).toList();
        stored.forEach(company -> rows.put(company.id(), company));
        return stored;
    }

    @Override
    public Optional<Company> find(CompanyId id) {
        return Optional.ofNullable(rows.get(id));
    }

    @Override
    public Optional<Employer> employer(CompanyId id) {
        return find(id).map(Company::employer);
    }

    @Override
    public List<Company> findBySlug(Collection<String> slugs) {
        return rows.values().stream()
                .filter(company -> slugs.contains(company.profile().slug().value()))
                .toList();
    }

    Company only() {
        return rows.values().iterator().next();
    }

    Company bySlug(Slug slug) {
        return findBySlug(List.of(slug.value())).getFirst();
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
