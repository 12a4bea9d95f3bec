package dev.rozgar.application.change;

import dev.rozgar.domain.hiring.Candidate;
import dev.rozgar.domain.hiring.InterviewSlot;
import dev.rozgar.domain.hiring.InterviewSlotId;
import dev.rozgar.domain.hiring.JobApplication;
import dev.rozgar.domain.hiring.Seat;
import dev.rozgar.domain.job.Job;
import java.util.List;
import java.util.Optional;

/// An application with everything that its moves hang on, as it stood at one moment under locks.
///
/// @param job       locked; empty: removed
/// @param candidate empty: forgotten
/// @param freeSeat  the lowest seat of the job that nobody has; empty also while seats filled elsewhere leave none
/// @param slots     locked: those that the application holds, held before it was rejected, or asks for
/// @param otherLive whether the candidate has another live application for the job
public record Docket(
        Optional<Job> job,
        JobApplication application,
        Optional<Candidate> candidate,
        Optional<Seat> freeSeat,
        List<InterviewSlot> slots,
        boolean otherLive) {
    public Docket {
        slots = List.copyOf(slots);
    }

    public Optional<InterviewSlot> slot(InterviewSlotId id) {
        return slots.stream().filter(slot -> slot.id().equals(id)).findFirst();
    }
}
