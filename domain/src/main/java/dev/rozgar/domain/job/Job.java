package dev.rozgar.domain.job;

import static dev.rozgar.domain.Decision.accepted;
import static dev.rozgar.domain.Decision.refused;
import static dev.rozgar.domain.Decision.unlessBlocked;

import dev.rozgar.domain.Decision;
import dev.rozgar.domain.Faults;
import dev.rozgar.domain.Millis;
import dev.rozgar.domain.Slug;
import dev.rozgar.domain.company.CompanyId;
import dev.rozgar.domain.company.CompanyState;
import dev.rozgar.domain.company.Employer;
import dev.rozgar.domain.job.JobState.Archived;
import dev.rozgar.domain.job.JobState.ChangesRequested;
import dev.rozgar.domain.job.JobState.Closed;
import dev.rozgar.domain.job.JobState.Draft;
import dev.rozgar.domain.job.JobState.Expired;
import dev.rozgar.domain.job.JobState.Filled;
import dev.rozgar.domain.job.JobState.InReview;
import dev.rozgar.domain.job.JobState.Paused;
import dev.rozgar.domain.job.JobState.Published;
import dev.rozgar.domain.job.JobState.Rejected;
import dev.rozgar.domain.job.JobState.Scheduled;
import dev.rozgar.domain.machine.Option;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A vacancy. Loading a row is `new Job(…)`: what is always true is checked here. While a job is scheduled, published
/// or paused, the expiry of its content and the one of its state are the same moment.
///
/// @param version 0 while it is not stored yet; the store raises it on every write and compares it before
public record Job(
        JobId id,
        CompanyId company,
        JobContent content,
        JobState state,
        long version,
        Instant createdAt,
        Instant updatedAt) {
    public Job {
        var faults = new Faults();
        createdAt = faults.keep("created_at", createdAt, Millis::of);
        updatedAt = faults.keep("updated_at", updatedAt, Millis::of);
        faults.unless(version >= 0, "version", "TOO_SMALL", "starts at 0");
        faults.unless(!updatedAt.isBefore(createdAt), "updated_at", "CONTRADICTION", "is before created_at");
        var inForce = state.inForceUntil();
        faults.unless(
                inForce.isEmpty() || inForce.equals(content.window().expiresAt()),
                "expires_at",
                "CONTRADICTION",
                "differs from the expiry of the job's state");
        faults.raise();
    }

    /// A new job, refused while the employer is suspended.
    public static Decision<Job> draft(JobId id, Employer employer, JobContent content, Instant now) {
        return switch (employer.state()) {
            case CompanyState.Suspended _ -> refused(JobGuards.SUSPENDED);
            case CompanyState.Unverified _, CompanyState.Verified _ -> {
                var job = new Job(id, employer.id(), content, new Draft(), 0, now, now);
                yield accepted(job, new JobEvent.Drafted(id, job.createdAt));
            }
        };
    }

    /// See [JobMove.Submit].
    public Decision<Job> submit(Instant now) {
        return move(new JobMove.Submit(), now);
    }

    /// See [JobMove.Approve].
    public Decision<Job> approve(Instant now) {
        return move(new JobMove.Approve(), now);
    }

    /// Any move of a job in good standing.
    public Decision<Job> move(JobMove move, Instant now) {
        return move(move, now, Standing.GOOD);
    }

    /// Any move. Only the state and `updatedAt` change, on reopening the posting window as well; the archive
    /// has no contact.
    public Decision<Job> move(JobMove move, Instant now, Standing standing) {
        return state.on(move, now, content.facts(standing)).then(next -> {
            var moved = new Job(id, company, said(move, now), next, version, createdAt, latest(now));
            return accepted(
                    moved, new JobEvent.StateChanged(id, move.trigger(), state.kind(), next.kind(), moved.updatedAt));
        });
    }

    private JobContent said(JobMove move, Instant now) {
        if (move instanceof JobMove.Reopen(Instant until))
            return content.with(content.window().reopened(until, now));
        return move instanceof JobMove.Archive ? content.withoutContact() : content;
    }

    /// The same job with other content. A job in force keeps an expiry, and the state follows it; one that is refused
    /// for good or archived stays as it is.
    public Decision<Job> withContent(JobContent changed, Instant now) {
        return stateWith(changed, now).then(next -> {
            var job = new Job(id, company, changed, next, version, createdAt, latest(now));
            return accepted(job, new JobEvent.ContentChanged(id, job.updatedAt));
        });
    }

    /// The same job with so many of its seats taken, whatever its state: offers and hires go on when a job has ended.
    ///
    /// @throws dev.rozgar.domain.InvalidValues when there are not as many
    public Decision<Job> seated(int filled, Instant now) {
        var changed = content.with(new Openings(content.openings().total(), filled));
        var job = new Job(id, company, changed, state, version, createdAt, latest(now));
        return accepted(job, new JobEvent.ContentChanged(id, job.updatedAt));
    }

    /// A job that is open and has no seat left is filled; any other stays as it is.
    public Decision<Job> filledUp(Instant now) {
        boolean open = state instanceof Published || state instanceof Paused;
        return open && content.openings().left() == 0 ? move(new JobMove.Fill(Optional.empty()), now) : accepted(this);
    }

    /// The same job when something that hangs on it was changed, as its questions: its version counts that too.
    public Job touched(Instant now) {
        return new Job(id, company, content, state, version, createdAt, latest(now));
    }

    /// The end of the job whatever its state: the store keeps a tombstone, and its live applications are over.
    public Decision<Job> remove(Instant now) {
        var removed = new Job(id, company, content, state, version, createdAt, latest(now));
        return accepted(removed, new JobEvent.Removed(id, removed.updatedAt));
    }

    /// What may happen now; a recruiter's moves are thought of as coming with a reason.
    public List<Option<JobState.Kind, JobMove.Trigger>> options(Instant now, Standing standing) {
        return JobMachine.options(state, now, content.facts(standing));
    }

    /// A name for addresses: the title's words and the id.
    public Slug slug() {
        return Slug.of(content.title().value(), "job", id.value());
    }

    /// A state in force takes over the new moments, but only a move leads to another state.
    private Decision<JobState> stateWith(JobContent changed, Instant now) {
        var window = changed.window();
        return switch (state) {
            case Draft _, InReview _, ChangesRequested _, Filled _, Expired _, Closed _ -> accepted(state);
            case Scheduled _ ->
                unlessBlocked(
                        JobGuards.publishable(now, changed.facts()),
                        () -> new Scheduled(
                                window.publishAt().orElse(now),
                                window.expiresAt().orElseThrow()));
            case Published(Instant at, Instant _) ->
                unlessBlocked(
                        JobGuards.dated(now, window),
                        () -> new Published(at, window.expiresAt().orElseThrow()));
            case Paused(Instant since, Instant at, Instant _) ->
                unlessBlocked(
                        JobGuards.dated(now, window),
                        () -> new Paused(since, at, window.expiresAt().orElseThrow()));
            case Rejected _, Archived _ -> refused(JobGuards.unchangeable(state.kind()));
        };
    }

    /// Clocks of several nodes differ a little; a row never grows younger.
    private Instant latest(Instant now) {
        return now.isBefore(updatedAt) ? updatedAt : now;
    }
}
