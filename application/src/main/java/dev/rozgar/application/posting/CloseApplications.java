package dev.rozgar.application.posting;

import dev.rozgar.application.access.Identity;
import dev.rozgar.application.access.Owner;
import dev.rozgar.application.access.Right;
import dev.rozgar.application.change.Answer;
import dev.rozgar.application.change.Approach;
import dev.rozgar.application.change.Terms;
import dev.rozgar.application.change.Transactions;
import dev.rozgar.domain.hiring.JobPhase;
import dev.rozgar.domain.job.JobId;
import java.time.Clock;

/// Ends open applications of a job that has ended or was removed, at most [Closing#MOST] at a time.
public final class CloseApplications {
    private final Transactions transactions;
    private final Clock clock;

    public CloseApplications(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    public record Command(JobId job) {}

    /// @return how many ended; none of a job that goes on
    public Answer<Integer> handle(Identity who, Command command, Terms<Integer> terms) {
        var now = clock.instant();
        var approach = Approach.of(who, Right.APPLICATION_JOB_CLOSED);
        return transactions.run(
                terms,
                space -> approach.create(Owner.NOBODY, _ -> {
                    var job = space.jobs().lock(command.job());
                    boolean over = job.map(found -> JobPhase.of(found.state().kind()) == JobPhase.OVER)
                            .orElseGet(() ->
                                    space.jobs().removedFrom(command.job()).isPresent());
                    return Answer.Done.accepted(
                            over ? Closing.of(space, command.job(), now).write() : 0);
                }));
    }
}
