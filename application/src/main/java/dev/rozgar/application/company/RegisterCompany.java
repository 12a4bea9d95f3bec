package dev.rozgar.application.company;

import dev.rozgar.application.access.Identity;
import dev.rozgar.application.access.Owner;
import dev.rozgar.application.access.Right;
import dev.rozgar.application.change.Answer;
import dev.rozgar.application.change.Approach;
import dev.rozgar.application.change.Changed;
import dev.rozgar.application.change.Terms;
import dev.rozgar.application.change.Transactions;
import dev.rozgar.domain.Decision;
import dev.rozgar.domain.company.Company;
import dev.rozgar.domain.company.CompanyId;
import dev.rozgar.domain.company.CompanyProfile;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/// Registers a company. It begins unverified, and the jobs that it posts wait for a moderator, unless the
/// installation trusts whoever may reach it.
public final class RegisterCompany {
    private final Transactions transactions;
    private final Clock clock;
    private final boolean trusting;

    /// @param trusting verify every company at once: for demonstrations and private installations
    public RegisterCompany(Transactions transactions, Clock clock, boolean trusting) {
        this.transactions = transactions;
        this.clock = clock;
        this.trusting = trusting;
    }

    public record Command(CompanyProfile profile) {}

    public Answer<Changed<Company>> handle(Identity who, Command command, Terms<Changed<Company>> terms) {
        var now = clock.instant();
        var approach = Approach.of(who, Right.COMPANY_REGISTER);
        return transactions.run(
                terms,
                space -> approach.create(Owner.NOBODY, _ -> switch (registered(
                        space.companies().nextId(), command, now)) {
                    case Decision.Accepted<Company> yes ->
                        Answer.Done.accepted(CompanyWrite.write(space, yes, who, Optional.empty()));
                    case Decision.Refused<Company>(var reasons) -> new Answer.Refused<>(reasons, Optional.empty());
                }));
    }

    private Decision<Company> registered(CompanyId id, Command command, Instant now) {
        Decision<Company> registered = Company.register(id, command.profile(), now);
        return trusting ? registered.then(company -> company.verify(now)) : registered;
    }
}
