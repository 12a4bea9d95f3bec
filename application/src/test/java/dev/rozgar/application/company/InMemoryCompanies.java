package dev.rozgar.application.company;

import dev.rozgar.application.PortFailure;
import dev.rozgar.domain.company.Company;
import dev.rozgar.domain.company.CompanyId;
import dev.rozgar.domain.company.Employer;
import dev.rozgar.domain.company.IndustryCode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Companies in memory.
public final class InMemoryCompanies implements CompanyRepository {
    private final Set<IndustryCode> industries;
    private Map<CompanyId, Company> stored = new HashMap<>();
    private long lastId;

    /// @param industries the branches there are
    public InMemoryCompanies(Set<IndustryCode> industries) {
        this.industries = Set.copyOf(industries);
    }

    @Override
    public synchronized CompanyId nextId() {
        return new CompanyId(++lastId);
    }

    @Override
    public synchronized List<Company> save(List<Company> companies) {
        Map<CompanyId, Company> after = new HashMap<>(stored);
        List<Company> saved = new ArrayList<>();
        for (Company company : companies) {
            long version = Optional.ofNullable(after.get(company.id()))
                    .map(Company::version)
                    .orElse(0L);
            require(version == company.version(), "STALE_VERSION");
            require(company.profile().industry().stream().allMatch(industries::contains), "UNKNOWN_INDUSTRY");
            require(after.values().stream().noneMatch(other -> sharesSlug(other, company)), "DUPLICATE_SLUG");
            Company next = new Company(
                    company.id(),
                    company.profile(),
                    company.state(),
                    version + 1,
                    company.createdAt(),
                    company.updatedAt());
            after.put(next.id(), next);
            saved.add(next);
        }
        stored = after;
        return saved;
    }

    private static boolean sharesSlug(Company other, Company company) {
        return !other.id().equals(company.id())
                && other.profile().slug().equals(company.profile().slug());
    }

    private static void require(boolean holds, String code) {
        if (!holds) throw PortFailure.conflict(code, "refused in memory", null);
    }

    @Override
    public synchronized Optional<Company> find(CompanyId id) {
        return Optional.ofNullable(stored.get(id));
    }

    @Override
    public synchronized Optional<Employer> employer(CompanyId id) {
        return find(id).map(Company::employer);
    }

    @Override
    public synchronized List<Company> findBySlug(Collection<String> slugs) {
        return stored.values().stream()
                .filter(company -> slugs.contains(company.profile().slug().value()))
                .toList();
    }
}
