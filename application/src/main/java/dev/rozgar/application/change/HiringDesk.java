package dev.rozgar.application.change;

import dev.rozgar.domain.PhoneNumber;
import dev.rozgar.domain.hiring.ApplicationForm;
import dev.rozgar.domain.hiring.ApplicationId;
import dev.rozgar.domain.hiring.Candidate;
import dev.rozgar.domain.hiring.CandidateId;
import dev.rozgar.domain.hiring.InterviewSlot;
import dev.rozgar.domain.hiring.InterviewSlotId;
import dev.rozgar.domain.hiring.JobApplication;
import dev.rozgar.domain.hiring.Seat;
import dev.rozgar.domain.job.JobId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Applications, their candidates, seats and interview slots within a transaction. Lock the job before its
/// applications.
public interface HiringDesk {
    /// An id that no other application has or will have; usually without a round trip, as the other two.
    ApplicationId nextApplication();

    CandidateId nextCandidate();

    InterviewSlotId nextSlot();

    Optional<JobApplication> lock(ApplicationId id);

    /// The same with all that its moves hang on, in one reading: the job is locked first, then the application, then
    /// the slots in the order of their ids.
    ///
    /// @param asked a slot that the move asks for
    Optional<Docket> lock(ApplicationId id, Optional<InterviewSlotId> asked);

    /// All about somebody who comes to apply, in one reading. Exact under the job's lock only.
    ///
    /// @param phone whoever answers there is meant as well
    /// @param now   a rejection that is to be told later has not happened yet for who comes
    Reception receive(JobId job, Optional<CandidateId> id, Optional<PhoneNumber> phone, Instant now);

    /// Whether an application for the job is live that this partner has brought, as far as the partner knows.
    boolean hasBrought(JobId job, String partner, Instant now);

    /// Applications that end with their job, at most so many, in one reading.
    Ending open(JobId job, int most);

    /// Applications for the job that have ended and still have something that their candidate wrote, or that was
    /// written about it; at most so many, in the order of their ids; locked.
    List<ApplicationId> letters(JobId job, int most);

    /// Drops what [#letters] is about.
    void forgetLetters(List<ApplicationId> ids, Instant at);

    void save(JobApplication application);

    /// Somebody new. A candidate that is stored stays as it is: under the same number it is the same person, under
    /// another one the id is somebody else's, and nothing at all is written.
    void add(Candidate candidate);

    void save(JobId job, ApplicationForm form);

    void save(InterviewSlot slot);

    void take(JobId job, Seat seat, ApplicationId by);

    void free(JobId job, Seat seat);

    /// The job is over, and so is every application that ends with it: nobody needs to look again.
    void ended(JobId job);
}
