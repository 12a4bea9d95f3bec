package dev.rozgar.application.hiring;

import dev.rozgar.domain.hiring.ApplicationForm;
import dev.rozgar.domain.hiring.ApplicationId;
import dev.rozgar.domain.hiring.InterviewSlot;
import dev.rozgar.domain.hiring.InterviewSlotId;
import dev.rozgar.domain.hiring.Seat;
import dev.rozgar.domain.job.JobId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// How a job hires, read as it stands, without a lock: what it asks, when it sees people, who sits where.
public interface HiringPlan {
    /// What every applicant is asked; a job without questions, or no job at all, asks nothing.
    ApplicationForm form(JobId job);

    /// The seats somebody was ever hired for, in the order of their numbers, and on one seat in the order of time.
    List<Opening> openings(JobId job, int most);

    /// The seats of a job that is not removed, in the order of their numbers, each with whoever has it now.
    ///
    /// @param after the number of the last seat of the page before, or 0
    List<Place> seats(JobId job, int after, int most);

    Optional<InterviewSlot> slot(InterviewSlotId id);

    /// The job's interview slots by their beginning, those that begin earliest first.
    ///
    /// @param from those that end after this moment
    List<InterviewSlot> slots(JobId job, Instant from, int most);

    /// A seat with whom it was given to.
    ///
    /// @param freedAt when it was given back; empty: it is taken
    record Opening(Seat seat, ApplicationId by, Instant takenAt, Optional<Instant> freedAt) {}

    /// A seat as it is now.
    ///
    /// @param by empty: nobody has it
    record Place(Seat seat, Optional<ApplicationId> by) {}
}
