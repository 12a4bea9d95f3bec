package dev.rozgar.application.change;

import dev.rozgar.domain.company.Company;
import dev.rozgar.domain.company.CompanyId;
import dev.rozgar.domain.company.Employer;
import java.time.Instant;
import java.util.Optional;

/// Companies within a transaction.
public interface CompanyDesk {
    /// An id that no other company has or will have; usually without a round trip.
    CompanyId nextId();

    /// A removed company is none; [#isRemoved] tells.
    Optional<Company> lock(CompanyId id);

    boolean isRemoved(CompanyId id);

    /// As much as posting a job needs to know, read without a lock, so that many can post for one company at once: a
    /// job posted while its company is being suspended is hidden by the database. A removed company is none.
    Optional<Employer> employer(CompanyId id);

    /// Jobs that are scheduled, published or paused.
    long liveJobs(CompanyId id);

    /// A company of version 0 is new; any other is written only if its version is still the stored one, and has the
    /// next one afterwards.
    void save(Company company);

    /// A tombstone: it is not shown any more, and its id and slug are not used again.
    void remove(Company company, Instant at);
}
