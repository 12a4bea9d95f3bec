package dev.rozgar.application.company;

import dev.rozgar.domain.Decision;
import dev.rozgar.domain.company.Company;
import dev.rozgar.domain.company.CompanyProfile;
import java.time.Clock;
import java.util.List;

/// Registers a company. It begins unverified, and the jobs that it posts wait for a moderator, unless the
/// installation trusts whoever may reach it.
public final class RegisterCompany {
    private final CompanyRepository companies;
    private final Clock clock;
    private final boolean trusting;

    /// @param trusting verify every company at once: for demonstrations and private installations
    public RegisterCompany(CompanyRepository companies, Clock clock, boolean trusting) {
        this.companies = companies;
        this.clock = clock;
        this.trusting = trusting;
    }

    public record Command(CompanyProfile profile) {}

    public Decision<Company> handle(Command command) {
        var now = clock.instant();
        Decision<Company> registered = Company.register(companies.nextId(), command.profile(), now);
        Decision<Company> trusted = trusting ? registered.then(company -> company.verify(now)) : registered;
        return trusted.then(
                company -> Decision.accepted(companies.save(List.of(company)).getFirst()));
    }
}
