package dev.rozgar.application.change;

import dev.rozgar.domain.company.Company;
import dev.rozgar.domain.company.CompanyId;
import java.time.Instant;
import java.util.Optional;

/// Companies within a transaction.
public interface CompanyDesk {
    /// A removed company is none; [#isRemoved] tells.
    Optional<Company> lock(CompanyId id);

    boolean isRemoved(CompanyId id);

    /// Jobs that are scheduled, published or paused.
    long liveJobs(CompanyId id);

    /// A company of version 0 is new; any other is written only if its version is still the stored one, and has the
    /// next one afterwards.
    void save(Company company);

    /// A tombstone: it is not shown any more, and its id and slug are not used again.
    void remove(Company company, Instant at);
}
