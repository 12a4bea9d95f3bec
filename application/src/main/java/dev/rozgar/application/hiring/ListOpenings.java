package dev.rozgar.application.hiring;

import dev.rozgar.application.access.Identity;
import dev.rozgar.application.access.Right;
import dev.rozgar.application.change.Answer;
import dev.rozgar.application.change.Approach;
import dev.rozgar.application.change.Terms;
import dev.rozgar.application.change.Transactions;
import dev.rozgar.application.posting.JobWrite;
import dev.rozgar.domain.hiring.ApplicationId;
import dev.rozgar.domain.hiring.Seat;
import dev.rozgar.domain.job.JobId;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/// Lists a job's seats, to those who keep the job with whoever has them.
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

    /// @param by who has it, for those who may know
    public record Opening(Seat seat, boolean filled, Optional<ApplicationId> by) {}

    /// @param kept by the caller, who sees them whether the job is shown or not. For anybody else they are as public as
    ///             the job, which is not looked into here
    public record Openings(boolean kept, List<Opening> openings) {}

    /// None of a job that is removed.
    public Openings handle(Identity who, Command command) {
        boolean kept = keeps(who, command.job());
        var openings = plan.seats(command.job(), command.after(), command.most()).stream()
                .map(place -> new Opening(
                        place.seat(), place.by().isPresent(), place.by().filter(_ -> kept)))
                .toList();
        return new Openings(kept, openings);
    }

    private boolean keeps(Identity who, JobId job) {
        var now = clock.instant();
        Answer<Boolean> answer = transactions.run(
                Terms.reading(),
                space -> Approach.of(who, Right.JOB_READ)
                        .to(() -> JobWrite.find(space, job, now), () -> false, _ -> Answer.Done.accepted(true)));
        return answer instanceof Answer.Done<Boolean>;
    }
}
