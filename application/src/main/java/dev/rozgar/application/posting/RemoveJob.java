package dev.rozgar.application.posting;

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
import dev.rozgar.domain.job.Job;
import dev.rozgar.domain.job.JobId;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// Removes a job for good; its open applications end with it.
public final class RemoveJob {
    private final Transactions transactions;
    private final Clock clock;

    public RemoveJob(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    /// @param version that the caller has seen, if it says so
    public record Command(JobId id, OptionalLong version) {}

    public Answer<Changed<Job>> handle(Identity who, Command command, Terms<Changed<Job>> terms) {
        var now = clock.instant();
        var approach = new Approach(who, Right.JOB_REMOVE, command.version(), Optional.empty());
        return transactions.run(
                terms,
                space -> approach.to(
                        () -> JobWrite.find(space, command.id(), now),
                        () -> space.jobs().isGoneFor(who, Right.JOB_REMOVE, command.id(), now),
                        stand -> switch (stand.thing().remove(now)) {
                            case Decision.Accepted<Job>(var last, var _) -> Answer.Done.accepted(end(space, last, who));
                            case Decision.Refused<Job>(var reasons) -> stand.refused(reasons);
                        }));
    }

    private static Changed<Job> end(Workspace space, Job last, Identity who) {
        var closing = Closing.of(space, last.id(), last.updatedAt());
        space.jobs().remove(last, last.updatedAt());
        long version = last.version() + 1;
        var line = new Logbook(space, who).write(Note.of(last, Logbook.REMOVE), version, last.updatedAt());
        closing.write();
        return new Changed<>(JobWrite.stored(last), version, List.of(line));
    }
}
