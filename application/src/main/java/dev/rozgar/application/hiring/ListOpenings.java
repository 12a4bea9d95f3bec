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

/// Lists a job's seats with whoever has them.
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

    /// None of a job that is removed. Who has a seat is only for those who [may know][#mayName].
    public List<HiringPlan.Place> handle(Command command) {
        return plan.seats(command.job(), command.after(), command.most());
    }

    /// Whether the caller keeps the job, shown or not, and may know who has its seats.
    public boolean mayName(Identity who, JobId job) {
        var now = clock.instant();
        Answer<Boolean> answer = transactions.run(
                Terms.reading(),
                space -> Approach.of(who, Right.JOB_READ)
                        .to(() -> JobWrite.find(space, job, now), () -> false, _ -> Answer.Done.accepted(true)));
        return answer instanceof Answer.Done<Boolean>;
    }
}
