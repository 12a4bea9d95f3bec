package dev.rozgar.bootstrap.demo;

import static dev.rozgar.bootstrap.demo.DemoCompany.accepted;

import dev.rozgar.domain.Decision;
import dev.rozgar.domain.company.Employer;
import dev.rozgar.domain.job.Job;
import dev.rozgar.domain.job.JobContent;
import dev.rozgar.domain.job.JobId;
import dev.rozgar.domain.job.JobMove;
import dev.rozgar.domain.job.JobState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// How far a job of the demo has come, led there by its own machine. Most are shown.
enum Life {
    PUBLISHED(92.0),
    DRAFT(1.5),
    IN_REVIEW(0.8),
    CHANGES_REQUESTED(0.2),
    SCHEDULED(1.5),
    PAUSED(0.6),
    FILLED(0.6),
    EXPIRED(1.8),
    CLOSED(0.7),
    REJECTED(0.2),
    ARCHIVED(0.1);

    private static final Weighted<Life> BY_SHARE = Weighted.by(List.of(values()), life -> life.percent);

    private final double percent;

    Life(double percent) {
        this.percent = percent;
    }

    static Life draw(Dice dice) {
        return BY_SHARE.draw(dice);
    }

    Term term(Dice dice, Instant now) {
        return switch (this) {
            case PUBLISHED, DRAFT, IN_REVIEW, CHANGES_REQUESTED, PAUSED, FILLED, CLOSED, REJECTED ->
                Term.live(dice, now);
            case SCHEDULED -> Term.ahead(dice, now);
            case EXPIRED -> Term.over(dice, now);
            case ARCHIVED -> Term.longOver(dice, now);
        };
    }

    /// The job with this content, come this far.
    Job lead(JobId id, Employer employer, JobContent content, Term term) {
        var draft = Job.draft(id, employer, content, term.created());
        return accepted(this == DRAFT ? draft : moved(draft.then(job -> job.submit(term.created())), term));
    }

    private Decision<Job> moved(Decision<Job> submitted, Term term) {
        return switch (this) {
            case DRAFT, IN_REVIEW -> submitted;
            case CHANGES_REQUESTED -> then(submitted, new JobMove.RequestChanges("Say what it pays."), term.later());
            case REJECTED -> then(submitted, new JobMove.Reject("This is an advertisement."), term.later());
            // Approved ahead of its time: the window says from when on it is shown.
            case SCHEDULED -> then(submitted, new JobMove.Approve(), term.created());
            case PUBLISHED -> published(submitted, term);
            case PAUSED -> then(published(submitted, term), new JobMove.Pause(), term.later());
            case FILLED ->
                then(
                        published(submitted, term),
                        new JobMove.Fill(Optional.of("Enough people were found.")),
                        term.later());
            case EXPIRED -> then(published(submitted, term), new JobMove.Expire(), term.expires());
            case CLOSED ->
                then(published(submitted, term), new JobMove.Close("The order was cancelled."), term.later());
            case ARCHIVED ->
                then(
                        then(published(submitted, term), new JobMove.Expire(), term.expires()),
                        new JobMove.Archive(),
                        term.expires().plus(JobState.RETENTION));
        };
    }

    private static Decision<Job> published(Decision<Job> submitted, Term term) {
        return then(submitted, new JobMove.Approve(), term.published());
    }

    private static Decision<Job> then(Decision<Job> before, JobMove move, Instant at) {
        return before.then(job -> job.move(move, at));
    }
}
