package dev.rozgar.application.posting;

import dev.rozgar.application.access.Identity;
import dev.rozgar.application.access.Right;
import dev.rozgar.application.change.Answer;
import dev.rozgar.application.change.Approach;
import dev.rozgar.application.change.Changed;
import dev.rozgar.application.change.Terms;
import dev.rozgar.application.change.Transactions;
import dev.rozgar.domain.Decision;
import dev.rozgar.domain.company.CompanyState;
import dev.rozgar.domain.company.Employer;
import dev.rozgar.domain.job.Job;
import dev.rozgar.domain.job.JobId;
import dev.rozgar.domain.job.JobMove;
import dev.rozgar.domain.job.JobState;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/// Moves a job from one state to another. What a verified company submits is approved at once, as when it is posted.
public final class MoveJob {
    private final Transactions transactions;
    private final Clock clock;

    public MoveJob(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    /// @param from    the state that the caller has seen, if it says so
    /// @param version that the caller has seen, if it says so
    public record Command(JobId id, JobMove move, Optional<JobState.Kind> from, OptionalLong version) {}

    public Answer<Changed<Job>> handle(Identity who, Command command, Terms<Changed<Job>> terms) {
        var now = clock.instant();
        var right = Right.of(command.move().trigger());
        var approach = new Approach(who, right, command.version(), command.from());
        return transactions.run(terms, space -> {
            // Before the job's lock, for companies come first.
            var employer = command.move() instanceof JobMove.Submit
                    ? space.companies().employer(command.id())
                    : Optional.<Employer>empty();
            return approach.to(
                    () -> JobWrite.find(space, command.id(), now),
                    () -> space.jobs().isRemoved(command.id()),
                    stand -> switch (decide(stand.thing(), command.move(), employer, now)) {
                        case Decision.Accepted<Job> yes ->
                            Answer.Done.accepted(JobWrite.of(space, yes, now).write(who, reason(command.move())));
                        case Decision.Refused<Job>(var reasons) -> stand.refused(reasons);
                    });
        });
    }

    private static Decision<Job> decide(Job job, JobMove move, Optional<Employer> employer, Instant now) {
        boolean trusted = employer.filter(known -> known.state() instanceof CompanyState.Verified)
                .isPresent();
        Decision<Job> moved = job.move(move, now);
        return trusted ? moved.then(submitted -> submitted.approve(now)) : moved;
    }

    private static Optional<String> reason(JobMove move) {
        return switch (move) {
            case JobMove.RequestChanges(String reason) -> Optional.of(reason);
            case JobMove.Reject(String reason) -> Optional.of(reason);
            case JobMove.MarkSpam(String reason) -> Optional.of(reason);
            case JobMove.Close(String reason) -> Optional.of(reason);
            case JobMove.Fill(Optional<String> reason) -> reason;
            case JobMove.Submit _, JobMove.Approve _, JobMove.Start _, JobMove.Pause _, JobMove.Resume _ ->
                Optional.empty();
            case JobMove.Expire _, JobMove.Reopen _, JobMove.Archive _ -> Optional.empty();
        };
    }
}
