package dev.rozgar.application.posting;

import dev.rozgar.application.access.Identity;
import dev.rozgar.application.access.Right;
import dev.rozgar.application.change.Answer;
import dev.rozgar.application.change.Approach;
import dev.rozgar.application.change.Terms;
import dev.rozgar.application.change.Transactions;
import dev.rozgar.application.change.Workspace;
import dev.rozgar.domain.Decision;
import dev.rozgar.domain.hiring.ApplicationId;
import dev.rozgar.domain.job.Job;
import dev.rozgar.domain.job.JobId;
import dev.rozgar.domain.job.JobMove;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Files an ended job away and drops what is known of people through it: its contact, and what its applicants wrote.
/// Letters go first and in parts, so that no transaction grows with the number of applicants; the job is archived with
/// the last of them.
public final class ArchiveJob {
    /// Letters that are dropped at a time.
    public static final int MOST = 200;

    private final Transactions transactions;
    private final Clock clock;

    public ArchiveJob(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    public record Command(JobId job) {}

    /// @return whether that was the last part
    public Answer<Boolean> handle(Identity who, Command command, Terms<Boolean> terms) {
        var now = clock.instant();
        return transactions.run(
                terms,
                space -> Approach.of(who, Right.JOB_ARCHIVE)
                        .to(
                                () -> JobWrite.find(space, command.job(), now),
                                () -> space.jobs().isGoneFor(who, Right.JOB_ARCHIVE, command.job(), now),
                                stand -> switch (stand.thing().move(new JobMove.Archive(), now)) {
                                    case Decision.Accepted<Job> yes ->
                                        Answer.Done.accepted(archive(space, yes, who, now));
                                    case Decision.Refused<Job>(var reasons) -> stand.refused(reasons);
                                }));
    }

    private static boolean archive(Workspace space, Decision.Accepted<Job> decided, Identity who, Instant now) {
        List<ApplicationId> letters = space.hiring().letters(decided.next().id(), MOST);
        boolean last = letters.size() < MOST;
        var write = last ? Optional.of(JobWrite.of(space, decided, now)) : Optional.<JobWrite>empty();
        if (!letters.isEmpty()) space.hiring().forgetLetters(letters, now);
        write.ifPresent(its -> its.write(who, Optional.empty()));
        return last;
    }
}
