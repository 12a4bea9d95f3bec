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
    private final Grace grace;

    public MoveJob(Transactions transactions, Clock clock) {
        this(transactions, clock, Grace.USUAL);
    }

    public MoveJob(Transactions transactions, Clock clock, Grace grace) {
        this.transactions = transactions;
        this.clock = clock;
        this.grace = grace;
    }

    /// @param from    the state that the caller has seen, if it says so
    /// @param version that the caller has seen, if it says so
    public record Command(JobId id, JobMove move, Optional<JobState.Kind> from, OptionalLong version) {}

    public Answer<Changed<Job>> handle(Identity who, Command command, Terms<Changed<Job>> terms) {
        var now = clock.instant();
        var right = Right.of(command.move().trigger());
        var approach = new Approach(who, right, command.version(), command.from());
        return transactions.run(
                terms,
                space -> approach.to(
                        () -> JobWrite.find(space, command.id(), now, grace),
                        () -> space.jobs().isGoneFor(who, approach.right(), command.id(), now),
                        stand -> switch (decide(
                                stand.thing(), command.move(), space.jobs().employer(stand.thing()), now)) {
                            case Decision.Accepted<Job> yes ->
                                Answer.Done.accepted(
                                        JobWrite.of(space, yes, now).write(who, reason(command.move())));
                            case Decision.Refused<Job>(var reasons) -> stand.refused(reasons);
                        }));
    }

    private Decision<Job> decide(Job job, JobMove move, Employer employer, Instant now) {
        var standing = grace.standing(employer, now);
        boolean trusted = employer.state() instanceof CompanyState.Verified;
        Decision<Job> moved = job.move(move, now, standing);
        return trusted && move instanceof JobMove.Submit
                ? moved.then(submitted -> submitted.move(new JobMove.Approve(), now, standing))
                : moved;
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
