package dev.rozgar.domain.job;

import dev.rozgar.domain.Decision;
import dev.rozgar.domain.Faults;
import dev.rozgar.domain.Millis;
import dev.rozgar.domain.Reason;
import dev.rozgar.domain.Slug;
import dev.rozgar.domain.company.CompanyId;
import dev.rozgar.domain.company.CompanyState;
import dev.rozgar.domain.company.Employer;
import java.time.Instant;

/// A vacancy. Loading a row is `new Job(…)`: what is always true is checked here. While a job is scheduled, published
/// or paused, the expiry of its content and the one of its state are the same moment.
///
/// @param version the row's version, from 1; the store raises it on every write and compares it before
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
        faults.unless(version >= 1, "version", "TOO_SMALL", "starts at 1");
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
            case CompanyState.Suspended _ ->
                Decision.refused(new Reason(
                        "COMPANY_SUSPENDED",
                        "The company is suspended and may not post jobs.",
                        "Ask the board to reinstate the company."));
            case CompanyState.Unverified _, CompanyState.Verified _ -> {
                var job = new Job(id, employer.id(), content, new JobState.Draft(), 1, now, now);
                yield Decision.accepted(job, new JobEvent.Drafted(id, job.createdAt));
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

    /// Any move. Only the state and `updatedAt` change, and on reopening the posting window.
    public Decision<Job> move(JobMove move, Instant now) {
        return state.on(move, now, facts()).then(next -> {
            var said = move instanceof JobMove.Reopen(Instant until)
                    ? content.with(content.window().reopened(until, now))
                    : content;
            var moved = new Job(id, company, said, next, version, createdAt, latest(now));
            return Decision.accepted(
                    moved, new JobEvent.StateChanged(id, move.trigger(), state.kind(), next.kind(), moved.updatedAt));
        });
    }

    /// The same job with other content. A job in force keeps an expiry, and the state follows it; one that is refused
    /// for good or archived stays as it is.
    public Decision<Job> withContent(JobContent changed, Instant now) {
        var facts = new JobFacts(changed.window(), changed.openings());
        return state.edited(facts, now).then(next -> {
            var job = new Job(id, company, changed, next, version, createdAt, latest(now));
            return Decision.accepted(job, new JobEvent.ContentChanged(id, job.updatedAt));
        });
    }

    /// A name for addresses: the title's words and the id.
    public Slug slug() {
        return Slug.of(content.title().value(), "job", id.value());
    }

    private JobFacts facts() {
        return new JobFacts(content.window(), content.openings());
    }

    /// Clocks of several nodes differ a little; a row never grows younger.
    private Instant latest(Instant now) {
        return now.isBefore(updatedAt) ? updatedAt : now;
    }
}
