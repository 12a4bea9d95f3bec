package dev.rozgar.application.posting;

import dev.rozgar.application.access.Identity;
import dev.rozgar.application.access.Owner;
import dev.rozgar.application.change.BillingDesk.Charge;
import dev.rozgar.application.change.Changed;
import dev.rozgar.application.change.Logbook;
import dev.rozgar.application.change.Standpoint;
import dev.rozgar.application.change.Transition;
import dev.rozgar.application.change.Workspace;
import dev.rozgar.domain.Decision.Accepted;
import dev.rozgar.domain.Event;
import dev.rozgar.domain.billing.LineKind;
import dev.rozgar.domain.hiring.JobPhase;
import dev.rozgar.domain.job.Job;
import dev.rozgar.domain.job.JobEvent;
import dev.rozgar.domain.job.JobId;
import dev.rozgar.domain.job.JobState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The next version of a job with all that follows from it: lines of the log, the fee for being shown, the end of its
/// applications. Made while there is still something to read; [#write] only writes.
public final class JobWrite {
    private final Workspace space;
    private final Job next;
    private final List<Event> events;
    private final Optional<Closing> closing;

    private JobWrite(Workspace space, Job next, List<Event> events, Optional<Closing> closing) {
        this.space = space;
        this.next = next;
        this.events = events;
        this.closing = closing;
    }

    /// Of a job that was stored or is new.
    public static JobWrite of(Workspace space, Accepted<Job> decided, Instant now) {
        boolean ends = changes(decided.events()).anyMatch(change -> JobPhase.of(change.to()) == JobPhase.OVER);
        var closing = ends ? Optional.of(Closing.of(space, decided.next().id(), now)) : Optional.<Closing>empty();
        return new JobWrite(space, decided.next(), decided.events(), closing);
    }

    /// The job as the checks see it.
    public static Optional<Standpoint<Job>> find(Workspace space, JobId id, Instant now) {
        return find(space, id, now, Grace.USUAL);
    }

    /// The same where it matters how long the company may owe.
    static Optional<Standpoint<Job>> find(Workspace space, JobId id, Instant now, Grace grace) {
        return space.jobs()
                .lock(id)
                .map(job -> new Standpoint<>(
                        job,
                        Owner.of(job.company()),
                        job.state().kind(),
                        job.version(),
                        () -> job.options(now, grace.standing(space.jobs().employer(job), now))));
    }

    /// Writes all of it.
    ///
    /// @param reason of the last move, for the log
    public Changed<Job> write(Identity who, Optional<String> reason) {
        space.jobs().save(next);
        chargeIfShown();
        long version = next.version() + 1;
        List<Transition> lines = new Logbook(space, who).write(events, version, reason);
        closing.ifPresent(Closing::write);
        return new Changed<>(stored(next), version, lines);
    }

    /// As it is in store once the job has been saved or removed.
    static Job stored(Job job) {
        return new Job(
                job.id(),
                job.company(),
                job.content(),
                job.state(),
                job.version() + 1,
                job.createdAt(),
                job.updatedAt());
    }

    /// A job that comes back is not charged again: the same charge is kept once.
    private void chargeIfShown() {
        changes(events)
                .filter(change -> change.to() == JobState.Kind.PUBLISHED)
                .findFirst()
                .ifPresent(change -> space.billing()
                        .charge(new Charge(
                                0,
                                next.company(),
                                LineKind.POST_FEE,
                                Optional.of(next.id()),
                                Optional.empty(),
                                change.at())));
    }

    private static Stream<JobEvent.StateChanged> changes(List<Event> events) {
        return events.stream().filter(JobEvent.StateChanged.class::isInstance).map(JobEvent.StateChanged.class::cast);
    }
}
