package dev.rozgar.application.hiring;

import dev.rozgar.application.access.Identity;
import dev.rozgar.application.access.Right;
import dev.rozgar.application.change.Answer;
import dev.rozgar.application.change.Approach;
import dev.rozgar.application.change.Terms;
import dev.rozgar.application.change.Transactions;
import dev.rozgar.application.posting.JobWrite;
import dev.rozgar.domain.job.JobId;
import java.time.Clock;
import java.util.List;

/// Lists a job's seats with whoever has them, to those who keep the job.
public final class ListOpenings {
    private final Transactions transactions;
    private final HiringPlan plan;
    private final Clock clock;

    public ListOpenings(Transactions transactions, HiringPlan plan, Clock clock) {
        this.transactions = transactions;
        this.plan = plan;
        this.clock = clock;
    }

    /// @param after the number of the last seat of the page before, or 0
    public record Command(JobId job, int after, int most) {}

    public Answer<List<HiringPlan.Place>> handle(Identity who, Command command) {
        var now = clock.instant();
        return transactions.run(
                Terms.reading(),
                space -> Approach.of(who, Right.JOB_READ)
                        .to(
                                () -> JobWrite.find(space, command.job(), now),
                                () -> space.jobs().isRemoved(command.job()),
                                _ -> Answer.Done.accepted(seats(command))));
    }

    /// The same for everybody, who learn no names.
    ///
    /// @return no seats of a job that is removed
    public List<HiringPlan.Place> seats(Command command) {
        return plan.seats(command.job(), command.after(), command.most());
    }
}
