package dev.rozgar.application.company;

import dev.rozgar.application.access.Identity;
import dev.rozgar.application.access.Right;
import dev.rozgar.application.change.Answer;
import dev.rozgar.application.change.Approach;
import dev.rozgar.application.change.Changed;
import dev.rozgar.application.change.Logbook;
import dev.rozgar.application.change.Logbook.Note;
import dev.rozgar.application.change.Terms;
import dev.rozgar.application.change.Transactions;
import dev.rozgar.application.change.Workspace;
import dev.rozgar.domain.Decision;
import dev.rozgar.domain.company.Company;
import dev.rozgar.domain.company.CompanyId;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// Removes a company for good, once none of its jobs is live.
public final class RemoveCompany {
    private final Transactions transactions;
    private final Clock clock;

    public RemoveCompany(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    /// @param version that the caller has seen, if it says so
    public record Command(CompanyId id, OptionalLong version) {}

    public Answer<Changed<Company>> handle(Identity who, Command command, Terms<Changed<Company>> terms) {
        var now = clock.instant();
        var approach = new Approach(who, Right.COMPANY_REMOVE, command.version(), Optional.empty());
        return transactions.run(
                terms,
                space -> approach.to(
                        () -> CompanyWrite.find(space, command.id(), now),
                        () -> space.companies().isRemoved(command.id()),
                        stand -> switch (stand.thing().remove(live(space, command.id()), now)) {
                            case Decision.Accepted<Company>(var last, var _) ->
                                Answer.Done.accepted(end(space, last, who));
                            case Decision.Refused<Company>(var reasons) -> stand.refused(reasons);
                        }));
    }

    private static Changed<Company> end(Workspace space, Company last, Identity who) {
        space.companies().remove(last, last.updatedAt());
        long version = last.version() + 1;
        var line = new Logbook(space, who).write(Note.of(last, Logbook.REMOVE), version, last.updatedAt());
        return new Changed<>(CompanyWrite.stored(last), version, List.of(line));
    }

    private static int live(Workspace space, CompanyId id) {
        return (int) Math.min(Integer.MAX_VALUE, space.companies().liveJobs(id));
    }
}
