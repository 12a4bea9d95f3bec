package dev.rozgar.application.intake;

import dev.rozgar.domain.Decision;
import dev.rozgar.domain.company.Employer;
import dev.rozgar.domain.job.Job;
import dev.rozgar.domain.job.JobId;
import dev.rozgar.domain.job.JobMove;
import dev.rozgar.domain.job.JobState;
import java.time.Instant;

/// What a posting makes of a job, by the job's own machine. Only the content is compared, so a posting that says what
/// the job says already changes nothing, whatever has become of the job.
final class Revision {
    /// Marks the jobs that an import ended, and so the ones that an import may open again.
    private static final String ENDED = "Ended by its source.";

    private Revision() {}

    /// A job new to us is drafted, submitted and approved at the moment its source published it, and expired where its
    /// time is over: it never looks younger than it is.
    static Decision<Job> first(JobId id, Employer employer, Row.Posting posting, Instant now) {
        // What is dated ahead is scheduled: approved now, with a later `publish_at` in its content.
        Instant at = posting.postedAt().isAfter(now) ? now : posting.postedAt();
        return Job.draft(id, employer, posting.content(), at)
                .then(job -> job.submit(at))
                .then(job -> job.approve(at))
                .then(job -> isOver(posting, now)
                        ? job.move(new JobMove.Expire(), posting.expiresAt())
                        : Decision.accepted(job));
    }

    /// The stored job with the posting's content.
    static Decision<Job> next(Job stored, Row.Posting posting, Instant now) {
        return moved(stored, posting, now).then(job -> job.withContent(posting.content(), now));
    }

    /// A source that moves the expiry ends or reopens the job first; what people ended stays ended.
    private static Decision<Job> moved(Job stored, Row.Posting posting, Instant now) {
        return switch (stored.state()) {
            case JobState.Scheduled(Instant _, Instant until) -> ended(stored, until, posting, now);
            case JobState.Published(Instant _, Instant until) -> ended(stored, until, posting, now);
            case JobState.Paused(Instant _, Instant _, Instant until) -> ended(stored, until, posting, now);
            case JobState.Expired _ -> reopened(stored, posting, now);
            case JobState.Closed(Instant _, var _, String reason)
            when reason.equals(ENDED) -> reopened(stored, posting, now);
            case JobState.Closed _, JobState.Filled _, JobState.Draft _, JobState.InReview _ ->
                Decision.accepted(stored);
            case JobState.ChangesRequested _, JobState.Rejected _, JobState.Archived _ -> Decision.accepted(stored);
        };
    }

    private static Decision<Job> ended(Job stored, Instant until, Row.Posting posting, Instant now) {
        if (!isOver(posting, now)) {
            return Decision.accepted(stored);
        }
        return stored.move(until.isAfter(now) ? new JobMove.Close(ENDED) : new JobMove.Expire(), now);
    }

    private static Decision<Job> reopened(Job stored, Row.Posting posting, Instant now) {
        return isOver(posting, now)
                ? Decision.accepted(stored)
                : stored.move(new JobMove.Reopen(posting.expiresAt()), now);
    }

    private static boolean isOver(Row.Posting posting, Instant now) {
        return !posting.expiresAt().isAfter(now);
    }
}
