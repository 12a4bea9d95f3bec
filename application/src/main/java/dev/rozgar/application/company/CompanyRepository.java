package dev.rozgar.application.company;

import dev.rozgar.domain.company.Company;
import dev.rozgar.domain.company.CompanyId;
import dev.rozgar.domain.company.Employer;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// Companies, kept. Throws [PortFailure] with the conflict codes `STALE_VERSION`, `DUPLICATE_SLUG` and
/// `UNKNOWN_INDUSTRY`.
public interface CompanyRepository {
    CompanyId nextId();

    /// Saves all or none in one round trip. A company of version 0 is new; any other must still have its version in
    /// store.
    ///
    /// @return the companies as they are stored now, in the same order
    List<Company> save(List<Company> companies);

    Optional<Company> find(CompanyId id);

    /// As much as posting a job needs to know.
    Optional<Employer> employer(CompanyId id);

    List<Company> findBySlug(Collection<String> slugs);
}
