package dev.rozgar.application.hiring;

import dev.rozgar.application.access.Owner;
import dev.rozgar.application.change.BoardDay;
import dev.rozgar.application.change.Docket;
import dev.rozgar.application.change.Standpoint;
import dev.rozgar.application.change.Workspace;
import dev.rozgar.domain.hiring.ApplicationId;
import dev.rozgar.domain.hiring.ApplicationMove;
import dev.rozgar.domain.hiring.HiringFacts;
import dev.rozgar.domain.hiring.InterviewSlot;
import dev.rozgar.domain.hiring.JobApplication;
import dev.rozgar.domain.hiring.JobPhase;
import dev.rozgar.domain.hiring.Seat;
import dev.rozgar.domain.job.Job;
import java.time.Instant;
import java.util.Optional;

/// An application about to be moved or shown, with what its moves hang on.
record Dossier(Workspace space, Docket docket, Instant now) {

    /// @param move that is wanted, which may ask for an interview slot
    static Optional<Standpoint<Dossier>> find(
            Workspace space, ApplicationId id, Optional<ApplicationMove> move, Instant now) {
        return space.hiring()
                .lock(id, move.flatMap(ApplicationMove::askedSlot))
                .map(docket -> new Dossier(space, docket, now).standing());
    }

    private Standpoint<Dossier> standing() {
        var application = application();
        return new Standpoint<>(
                this,
                Owner.of(application.company(), application.letter().candidate()),
                application.state().kind(),
                application.version(),
                () -> application.options(now, facts(slotFor(new ApplicationMove.Unreject()))));
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
                docket.candidate().phoneVerifiedAt().isPresent(),
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
