package dev.rozgar.application.posting;

import dev.rozgar.application.access.Identity;
import dev.rozgar.application.access.Right;
import dev.rozgar.application.change.Answer;
import dev.rozgar.application.change.Approach;
import dev.rozgar.application.change.Changed;
import dev.rozgar.application.change.Terms;
import dev.rozgar.application.change.Transactions;
import dev.rozgar.domain.Decision;
import dev.rozgar.domain.Fault;
import dev.rozgar.domain.InvalidValues;
import dev.rozgar.domain.job.Job;
import dev.rozgar.domain.job.JobContent;
import dev.rozgar.domain.job.JobId;
import dev.rozgar.domain.job.Openings;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/// Gives a job other content. Its state stays, unless no seat is left: then it is filled. How many seats are taken is
/// not the editor's to say.
public final class EditJob {
    private final Transactions transactions;
    private final Clock clock;

    public EditJob(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    /// @param version that the caller has seen, if it says so
    /// @param change  from the job as it is to what it shall say; without effects of its own, for it may run again
    public record Command(JobId id, OptionalLong version, Function<Job, JobContent> change) {}

    /// Throws [dev.rozgar.domain.InvalidValues] when there would be fewer seats than are taken.
    public Answer<Changed<Job>> handle(Identity who, Command command, Terms<Changed<Job>> terms) {
        var now = clock.instant();
        var approach = new Approach(who, Right.JOB_EDIT, command.version(), Optional.empty());
        return transactions.run(
                terms,
                space -> approach.to(
                        () -> JobWrite.find(space, command.id(), now),
                        () -> space.jobs().isGoneFor(who, Right.JOB_EDIT, command.id(), now),
                        stand -> switch (stand.thing()
                                .withContent(content(command, stand.thing()), now)
                                .then(next -> next.filledUp(now))) {
                            case Decision.Accepted<Job> yes ->
                                Answer.Done.accepted(
                                        JobWrite.of(space, yes, now).write(who, Optional.empty()));
                            case Decision.Refused<Job>(var reasons) -> stand.refused(reasons);
                        }));
    }

    private static JobContent content(Command command, Job job) {
        var wanted = command.change().apply(job);
        int taken = job.content().openings().filled();
        int total = wanted.openings().total();
        if (total < taken)
            throw new InvalidValues(List.of(new Fault(
                    "/openings/total", "CONTRADICTION", "must be at least " + taken + ": so many seats are taken")));
        return wanted.with(new Openings(total, taken));
    }
}
