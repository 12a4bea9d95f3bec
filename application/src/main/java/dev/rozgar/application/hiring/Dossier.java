package dev.rozgar.application.hiring;

import dev.rozgar.application.access.Owner;
import dev.rozgar.application.change.BoardDay;
import dev.rozgar.application.change.Standpoint;
import dev.rozgar.application.change.Workspace;
import dev.rozgar.domain.hiring.ApplicationId;
import dev.rozgar.domain.hiring.ApplicationMove;
import dev.rozgar.domain.hiring.Candidate;
import dev.rozgar.domain.hiring.HiringFacts;
import dev.rozgar.domain.hiring.InterviewSlot;
import dev.rozgar.domain.hiring.InterviewSlotId;
import dev.rozgar.domain.hiring.JobApplication;
import dev.rozgar.domain.hiring.JobPhase;
import dev.rozgar.domain.hiring.Seat;
import dev.rozgar.domain.job.Job;
import java.time.Instant;
import java.util.Optional;

/// An application with its job, both locked, the job first: what its moves hang on is found out from here.
///
/// @param job empty: removed
record Dossier(Workspace space, Optional<Job> job, JobApplication application, Instant now) {

    static Optional<Standpoint<Dossier>> find(Workspace space, ApplicationId id, Instant now) {
        return space.hiring()
                .jobOf(id)
                .flatMap(job -> {
                    var locked = space.jobs().lock(job);
                    return space.hiring().lock(id).map(found -> new Dossier(space, locked, found, now));
                })
                .map(dossier -> dossier.standing(now));
    }

    private Standpoint<Dossier> standing(Instant now) {
        return new Standpoint<>(
                this,
                Owner.of(application.company(), application.letter().candidate()),
                application.state().kind(),
                application.version(),
                () -> application.options(now, facts()));
    }

    /// All there is to know, for every move.
    HiringFacts facts() {
        return new HiringFacts(
                phase(),
                freeSeat(),
                candidate().phoneVerifiedAt().isPresent(),
                application.slotFor(new ApplicationMove.Unreject()).flatMap(this::slot),
                otherLive(),
                BoardDay.of(now));
    }

    /// What this move asks for, and nothing that it does not: every fact costs a reading.
    ///
    /// @param slot the one that the move asks for, locked
    HiringFacts facts(ApplicationMove move, Optional<InterviewSlot> slot) {
        var trigger = move.trigger();
        boolean seat = switch (trigger) {
            case OFFER, ACCEPT, UNREJECT -> true;
            case AUTO_SCREEN, VIEW, SHORTLIST, SCHEDULE_INTERVIEW, RESCHEDULE, NO_SHOW, ATTEND -> false;
            case DECLINE, LAPSE, CONFIRM_JOINING, DROP, REJECT, WITHDRAW, JOB_CLOSED -> false;
        };
        return new HiringFacts(
                phase(),
                seat ? freeSeat() : Optional.empty(),
                trigger == ApplicationMove.Trigger.SCHEDULE_INTERVIEW
                        && candidate().phoneVerifiedAt().isPresent(),
                slot,
                trigger == ApplicationMove.Trigger.UNREJECT && otherLive(),
                BoardDay.of(now));
    }

    Candidate candidate() {
        return space.hiring().candidate(application.letter().candidate()).orElseThrow();
    }

    private JobPhase phase() {
        return job.map(found -> JobPhase.of(found.state().kind())).orElse(JobPhase.OVER);
    }

    /// Seats that were filled elsewhere count as well: a job that came with an import may have no rows for them.
    private Optional<Seat> freeSeat() {
        return job.filter(found -> found.content().openings().left() > 0)
                .flatMap(found -> space.hiring().freeSeat(found.id()));
    }

    private Optional<InterviewSlot> slot(InterviewSlotId id) {
        return space.hiring().lockSlot(id);
    }

    private boolean otherLive() {
        return space.hiring()
                .hasLive(application.job(), application.letter().candidate(), Optional.of(application.id()));
    }
}
