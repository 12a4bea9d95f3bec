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
import dev.rozgar.domain.company.CompanyMove;
import dev.rozgar.domain.company.CompanyState;
import java.time.Clock;
import java.util.Optional;
import java.util.OptionalLong;

/// Moves a company from one standing to another.
public final class MoveCompany {
    private final Transactions transactions;
    private final Clock clock;

    public MoveCompany(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    /// @param from    the state that the caller has seen, if it says so
    /// @param version that the caller has seen, if it says so
    public record Command(CompanyId id, CompanyMove move, Optional<CompanyState.Kind> from, OptionalLong version) {}

    public Answer<Changed<Company>> handle(Identity who, Command command, Terms<Changed<Company>> terms) {
        var now = clock.instant();
        var right = Right.of(command.move().trigger());
        var approach = new Approach(who, right, command.version(), command.from());
        return transactions.run(
                terms,
                space -> approach.to(
                        () -> CompanyWrite.find(space, command.id(), now),
                        () -> space.companies().isRemoved(command.id()),
                        stand -> switch (stand.thing().move(command.move(), now)) {
                            case Decision.Accepted<Company> yes ->
                                Answer.Done.accepted(CompanyWrite.write(space, yes, who, reason(command.move())));
                            case Decision.Refused<Company>(var reasons) -> stand.refused(reasons);
                        }));
    }

    private static Optional<String> reason(CompanyMove move) {
        return switch (move) {
            case CompanyMove.Suspend(String reason) -> Optional.of(reason);
            case CompanyMove.Verify _, CompanyMove.VerifyContact _, CompanyMove.Reinstate _ -> Optional.empty();
        };
    }
}
