package dev.rozgar.application.company;

import dev.rozgar.application.access.Identity;
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
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/// Gives a company another profile; its standing stays.
public final class EditCompany {
    private final Transactions transactions;
    private final Clock clock;

    public EditCompany(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    /// @param version that the caller has seen, if it says so
    /// @param change  from the company as it is to its new profile; without effects of its own: it may run again
    public record Command(CompanyId id, OptionalLong version, Function<Company, CompanyProfile> change) {}

    public Answer<Changed<Company>> handle(Identity who, Command command, Terms<Changed<Company>> terms) {
        var now = clock.instant();
        var approach = new Approach(who, Right.COMPANY_EDIT, command.version(), Optional.empty());
        return transactions.run(
                terms,
                space -> approach.to(
                        () -> CompanyWrite.find(space, command.id(), now),
                        () -> space.companies().isRemoved(command.id()),
                        stand -> switch (stand.thing()
                                .withProfile(command.change().apply(stand.thing()), now)) {
                            case Decision.Accepted<Company> yes ->
                                Answer.Done.accepted(CompanyWrite.write(space, yes, who, Optional.empty()));
                            case Decision.Refused<Company>(var reasons) -> stand.refused(reasons);
                        }));
    }
}
