package dev.rozgar.application.rebuild;

import dev.rozgar.application.PortFailure;
import dev.rozgar.application.access.Access;
import dev.rozgar.application.access.Access.Verdict;
import dev.rozgar.application.access.Identity;
import dev.rozgar.application.access.Owner;
import dev.rozgar.application.access.Right;
import dev.rozgar.application.change.Answer;
import dev.rozgar.application.change.Terms;
import dev.rozgar.application.change.Transactions;
import dev.rozgar.domain.Reason;
import java.util.List;
import java.util.Optional;

/// Has an index built in the background. The reply is kept for whoever repeats the request, who begins
/// nothing again; the build itself is no part of the transaction: were that to fail after it has begun, it
/// goes on, and a repeated request is told that one is under way.
public final class StartBuild {
    private final Transactions transactions;
    private final Starter starter;

    public StartBuild(Transactions transactions, Starter starter) {
        this.transactions = transactions;
        this.starter = starter;
    }

    /// Whoever builds.
    public interface Starter {
        /// Begins a build; empty where another process is at one.
        Optional<Build> start(Order order);

        /// Whether one could begin: throws what [#start] would, conflict [BuildLog#UNDER_WAY] too.
        void check(Order order);
    }

    public record Command(Order order) {}

    /// @param build as it begins; empty if it was only asked whether it would
    public record Started(Optional<Build> build) {}

    /// Refused with [BuildLog#UNDER_WAY], or [IndexBuilder#NOTHING_KEPT] if there is nothing to go back to.
    public Answer<Started> handle(Identity who, Command command, Terms<Started> terms) {
        Verdict verdict = Access.judge(who, Right.INDEX_MANAGE, Owner.NOBODY);
        if (verdict != Verdict.ALLOWED) return new Answer.Denied<>(verdict);
        return transactions.run(terms, space -> {
            space.claimAttempt();
            return started(command.order(), terms.validateOnly());
        });
    }

    private Answer<Started> started(Order order, boolean validateOnly) {
        try {
            if (validateOnly) {
                starter.check(order);
                return Answer.Done.accepted(new Started(Optional.empty()));
            }
            Optional<Build> build = starter.start(order);
            return build.isPresent() ? Answer.Done.accepted(new Started(build)) : underWay();
        } catch (PortFailure failure) {
            return switch (failure.code()) {
                case BuildLog.UNDER_WAY -> underWay();
                case IndexBuilder.NOTHING_KEPT ->
                    refused(failure.code(), "No earlier index of this version's declaration is kept.");
                default -> throw failure;
            };
        }
    }

    private static Answer<Started> underWay() {
        return refused(BuildLog.UNDER_WAY, "Another process is building an index.");
    }

    private static Answer<Started> refused(String code, String detail) {
        return new Answer.Refused<>(List.of(new Reason(code, detail, "")), Optional.empty());
    }
}
