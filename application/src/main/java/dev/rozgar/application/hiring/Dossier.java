package dev.rozgar.application.hiring;

import dev.rozgar.application.access.Identity;
import dev.rozgar.application.access.Owner;
import dev.rozgar.application.change.BoardDay;
import dev.rozgar.application.change.Docket;
import dev.rozgar.application.change.Standpoint;
import dev.rozgar.application.change.Workspace;
import dev.rozgar.domain.Decision;
import dev.rozgar.domain.Reason;
import dev.rozgar.domain.hiring.ApplicationId;
import dev.rozgar.domain.hiring.ApplicationMove;
import dev.rozgar.domain.hiring.ApplicationMove.Trigger;
import dev.rozgar.domain.hiring.ApplicationState.Kind;
import dev.rozgar.domain.hiring.Candidate;
import dev.rozgar.domain.hiring.HiringFacts;
import dev.rozgar.domain.hiring.InterviewSlot;
import dev.rozgar.domain.hiring.JobApplication;
import dev.rozgar.domain.hiring.JobPhase;
import dev.rozgar.domain.hiring.Seat;
import dev.rozgar.domain.job.Job;
import dev.rozgar.domain.machine.Option;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// An application about to be moved or shown, with what its moves hang on.
///
/// @param who moves or looks
record Dossier(Workspace space, Docket docket, Identity who, Instant now) {
    /// Whoever tries to move what has been turned down in silence learns no more.
    private static final Reason UNDER_DECISION = new Reason(
            "UNDER_DECISION", "The employer is about to decide on the application.", "Wait for what it says.");

    /// How it is to be found.
    ///
    /// @param move that is wanted, which may ask for an interview slot
    record Request(ApplicationId id, Optional<ApplicationMove> move, Identity who, Instant now) {
        Optional<Standpoint<Dossier>> in(Workspace space) {
            return space.hiring()
                    .lock(id, move.flatMap(ApplicationMove::askedSlot))
                    .map(docket -> new Dossier(space, docket, who, now).standing());
        }
    }

    private Standpoint<Dossier> standing() {
        var told = told();
        return new Standpoint<>(
                this, Owner.of(application()), told.state().kind(), told.version(), () -> options(told));
    }

    private List<Option<Kind, Trigger>> options(JobApplication told) {
        var options = told.options(now, facts(slotFor(new ApplicationMove.Unreject())));
        return isSilent() ? options.stream().map(Dossier::waiting).toList() : options;
    }

    private static Option<Kind, Trigger> waiting(Option<Kind, Trigger> option) {
        return new Option<Kind, Trigger>(option.trigger(), Optional.empty(), List.of(UNDER_DECISION));
    }

    /// The application as whoever looks may know it.
    JobApplication told() {
        return who.awaitsDecisions() ? application().asTold(now) : application();
    }

    /// Something has happened of which whoever looks may not know yet.
    private boolean isSilent() {
        return who.awaitsDecisions() && application().state().untold(now).isPresent();
    }

    /// Moves it.
    Decision<JobApplication> move(ApplicationMove move, Optional<InterviewSlot> asked) {
        return isSilent() ? Decision.refused(UNDER_DECISION) : application().move(move, now, facts(asked));
    }

    JobApplication application() {
        return docket.application();
    }

    Optional<Job> job() {
        return docket.job();
    }

    Optional<InterviewSlot> slotFor(ApplicationMove move) {
        return application().slotFor(move).flatMap(docket::slot);
    }

    /// @param slot the one that the move asks for
    HiringFacts facts(Optional<InterviewSlot> slot) {
        return new HiringFacts(
                phase(),
                freeSeat(),
                docket.candidate().flatMap(Candidate::phoneVerifiedAt).isPresent(),
                slot,
                docket.otherLive(),
                BoardDay.of(now));
    }

    private JobPhase phase() {
        return job().map(found -> JobPhase.of(found.state().kind())).orElse(JobPhase.OVER);
    }

    /// Seats that were filled elsewhere count as well: a job that came with an import may have no rows for them.
    private Optional<Seat> freeSeat() {
        return job().filter(found -> found.content().openings().left() > 0).flatMap(_ -> docket.freeSeat());
    }
}
