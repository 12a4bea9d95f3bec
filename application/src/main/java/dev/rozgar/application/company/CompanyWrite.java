package dev.rozgar.application.company;

import dev.rozgar.application.access.Identity;
import dev.rozgar.application.access.Owner;
import dev.rozgar.application.change.Changed;
import dev.rozgar.application.change.Logbook;
import dev.rozgar.application.change.Standpoint;
import dev.rozgar.application.change.Workspace;
import dev.rozgar.domain.Decision.Accepted;
import dev.rozgar.domain.company.Company;
import dev.rozgar.domain.company.CompanyId;
import java.time.Instant;
import java.util.Optional;

/// Companies between the checks and the store.
final class CompanyWrite {
    private CompanyWrite() {}

    /// The company as the checks see it.
    static Optional<Standpoint<Company>> find(Workspace space, CompanyId id, Instant now) {
        return space.companies()
                .lock(id)
                .map(company -> new Standpoint<>(
                        company,
                        Owner.of(company.id()),
                        company.state().kind(),
                        company.version(),
                        () -> company.options(now)));
    }

    /// Saves it with its lines.
    static Changed<Company> write(Workspace space, Accepted<Company> decided, Identity who, Optional<String> reason) {
        space.companies().save(decided.next());
        long version = decided.next().version() + 1;
        var lines = new Logbook(space, who).write(decided.events(), version, reason);
        return new Changed<>(stored(decided.next()), version, lines);
    }

    /// As it is in store once it has been saved or removed.
    static Company stored(Company company) {
        return new Company(
                company.id(),
                company.profile(),
                company.state(),
                company.version() + 1,
                company.createdAt(),
                company.updatedAt());
    }
}
