package dev.rozgar.application.hiring;

import dev.rozgar.application.access.Identity;
import dev.rozgar.application.change.HiringDesk;
import dev.rozgar.application.posting.JobWrite;
import dev.rozgar.domain.Decision;
import dev.rozgar.domain.Decision.Accepted;
import dev.rozgar.domain.hiring.JobApplication;
import dev.rozgar.domain.hiring.Seat;
import dev.rozgar.domain.job.Job;
import java.util.Optional;

/// The seat that a move takes or frees, and what it does to the job: the last one fills it.
record Seating(JobApplication application, Optional<Seat> before, Optional<Seat> after, Optional<JobWrite> job) {

    /// Reads what follows, if anything does.
    static Seating of(Dossier dossier, JobApplication next) {
        var before = dossier.application().state().heldSeat();
        var after = next.state().heldSeat();
        var write = before.equals(after)
                ? Optional.<JobWrite>empty()
                : dossier.job().map(job -> changed(dossier, job, after.isPresent() ? 1 : -1));
        return new Seating(next, before, after, write);
    }

    void write(HiringDesk desk, Identity who) {
        if (before.equals(after)) return;
        before.ifPresent(seat -> desk.free(application.job(), seat));
        after.ifPresent(seat -> desk.take(application.job(), seat, application.id()));
        job.ifPresent(write -> write.write(who, Optional.empty()));
    }

    private static JobWrite changed(Dossier dossier, Job job, int more) {
        int filled = Math.max(0, job.content().openings().filled() + more);
        Decision<Job> seated = job.seated(filled, dossier.now()).then(next -> next.filledUp(dossier.now()));
        return switch (seated) {
            case Accepted<Job> yes -> JobWrite.of(dossier.space(), yes, dossier.now());
            case Decision.Refused<Job>(var reasons) -> throw new IllegalStateException("seats of a job: " + reasons);
        };
    }
}
