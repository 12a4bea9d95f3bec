package dev.rozgar.domain.hiring;

import static dev.rozgar.domain.Decision.accepted;

import dev.rozgar.domain.Decision;
import dev.rozgar.domain.Faults;
import dev.rozgar.domain.Millis;
import dev.rozgar.domain.company.CompanyId;
import dev.rozgar.domain.hiring.ApplicationState.Applied;
import dev.rozgar.domain.hiring.ApplicationState.Rejected;
import dev.rozgar.domain.job.JobId;
import dev.rozgar.domain.machine.Option;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// One candidate's application for one job. Loading a row is `new JobApplication(…)`: what is always true is checked
/// here.
///
/// @param letter  what was sent in
/// @param version 0 while it is not stored yet; the store raises it on every write and compares it before
public record JobApplication(
        ApplicationId id,
        JobId job,
        CompanyId company,
        Letter letter,
        ApplicationState state,
        long version,
        Instant createdAt,
        Instant updatedAt) {
    public JobApplication {
        var faults = new Faults();
        createdAt = faults.keep("created_at", createdAt, Millis::of);
        updatedAt = faults.keep("updated_at", updatedAt, Millis::of);
        faults.unless(version >= 0, "version", "TOO_SMALL", "starts at 0");
        faults.unless(!updatedAt.isBefore(createdAt), "updated_at", "CONTRADICTION", "is before created_at");
        faults.raise();
    }

    /// A new application, looked at by the system at once: it begins SCREENED, or REJECTED where an answer knocks out.
    ///
    /// @throws dev.rozgar.domain.InvalidValues when the answers do not fit the job's form
    public static Decision<JobApplication> apply(ApplicationId id, Letter letter, Vacancy vacancy, Instant now) {
        var blockers = ApplicationGuards.open(vacancy, now);
        if (!blockers.isEmpty()) {
            return new Decision.Refused<>(blockers);
        }
        vacancy.form().check(letter.answers());
        var job = vacancy.job();
        var sent = new JobApplication(id, job, vacancy.company(), letter, new Applied(Millis.of(now)), 0, now, now);
        var screening = new ApplicationMove.AutoScreen(vacancy.form().knockouts(letter.answers()));
        return accepted(sent, new HiringEvent.Applied(id, job, sent.createdAt))
                .then(application -> application.move(screening, now, HiringFacts.NOTHING));
    }

    /// Any move. Only the state and `updatedAt` change. What the state holds ([ApplicationState#heldSeat] and
    /// [ApplicationState#heldSlot]) may differ before and after: the difference is to be taken or freed with it.
    public Decision<JobApplication> move(ApplicationMove move, Instant now, HiringFacts facts) {
        return state.on(move, now, ours(facts)).then(next -> {
            var moved = new JobApplication(id, job, company, letter, next, version, createdAt, latest(now));
            return accepted(
                    moved,
                    new HiringEvent.StateChanged(id, job, move.trigger(), state.kind(), next.kind(), moved.updatedAt));
        });
    }

    /// As those see it who wait for the employer's decision: a rejection that is to be told later has not happened yet.
    /// It is the last thing that happened, so that the version before it is the one they have seen.
    public JobApplication asTold(Instant now) {
        return state.untold(now)
                .map(was ->
                        new JobApplication(id, job, company, letter, was, version - 1, createdAt, later(was.since())))
                .orElse(this);
    }

    private Instant later(Instant moment) {
        return moment.isBefore(createdAt) ? createdAt : moment;
    }

    /// The same without what the candidate wrote: who applied for what, and what came of it, stays.
    public JobApplication withoutLetter(Instant now) {
        var left = new Letter(
                letter.candidate(), List.of(), letter.source().withoutReferrer(), letter.consent(), Optional.empty());
        return new JobApplication(
                id, job, company, left, state, version, createdAt, now.isBefore(updatedAt) ? updatedAt : now);
    }

    /// The same without anything that somebody wrote, the candidate or another.
    public JobApplication forgotten(Instant now) {
        var left = withoutLetter(now);
        return new JobApplication(
                id, job, company, left.letter, state.withoutWords(), version, createdAt, left.updatedAt);
    }

    /// What may happen now; where a move needs a slot, `facts` say which one is thought of, if any.
    public List<Option<ApplicationState.Kind, ApplicationMove.Trigger>> options(Instant now, HiringFacts facts) {
        return ApplicationMachine.options(state, now, ours(facts));
    }

    /// The interview slot that the facts of this move must tell of: the one asked for, or the one a taken-back
    /// rejection would hold again.
    public Optional<InterviewSlotId> slotFor(ApplicationMove move) {
        return move instanceof ApplicationMove.Unreject && state instanceof Rejected rejected
                ? rejected.was().heldSlot()
                : move.askedSlot();
    }

    /// Since when it is in its state.
    public Instant enteredStateAt() {
        return state.since();
    }

    /// A slot of another job is none.
    private HiringFacts ours(HiringFacts facts) {
        return facts.with(facts.slot().filter(slot -> slot.job().equals(job)));
    }

    /// Clocks of several nodes differ a little; a row never grows younger.
    private Instant latest(Instant now) {
        return now.isBefore(updatedAt) ? updatedAt : now;
    }
}
