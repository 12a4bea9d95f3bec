package dev.rozgar.domain.hiring;

import java.time.LocalDate;
import java.util.Optional;

/// What the guards of [ApplicationState] look at besides the clock.
///
/// @param freeSeat      a seat of the job that nobody has; whoever accepts an offer gets this one
/// @param phoneVerified the candidate's phone answered
/// @param slot          the one that the move asks for, see [JobApplication#slotFor]; empty: there is no such slot
/// @param otherLive     the candidate has another live application for the job
/// @param today         the date where the job is
public record HiringFacts(
        JobPhase job,
        Optional<Seat> freeSeat,
        boolean phoneVerified,
        Optional<InterviewSlot> slot,
        boolean otherLive,
        LocalDate today) {
    /// Nothing is known, so that no guard lets pass.
    public static final HiringFacts NOTHING = new HiringFacts(
            JobPhase.PENDING, Optional.empty(), false, Optional.empty(), true, LocalDate.of(1900, 1, 1));

    /// The same with this slot asked for.
    public HiringFacts with(Optional<InterviewSlot> asked) {
        return new HiringFacts(job, freeSeat, phoneVerified, asked, otherLive, today);
    }
}
