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

    /// Whose job it is, read without a lock, so that the job can be locked first.
    Optional<JobId> jobOf(ApplicationId id);

    Optional<Candidate> candidate(CandidateId id);

    /// Whoever answers at this number: people are told apart by their phones.
    Optional<Candidate> candidate(PhoneNumber phone);

    /// Has the candidate a live application for the job, other than `except`?
    boolean hasLive(JobId job, CandidateId candidate, Optional<ApplicationId> except);

    ApplicationForm form(JobId job);

    /// The lowest seat of the job that nobody has. Exact under the job's lock only.
    Optional<Seat> freeSeat(JobId job);

    Optional<InterviewSlot> lockSlot(InterviewSlotId id);

    /// Applications that end with their job, at most so many, in the order of their ids; locked.
    List<JobApplication> open(JobId job, int most);

    /// Applications for the job that have ended and still have something that their candidate wrote, or that was
    /// written about it; at most so many, in the order of their ids; locked.
    List<ApplicationId> letters(JobId job, int most);

    /// Drops what [#letters] is about.
    void forgetLetters(List<ApplicationId> ids, Instant at);

    void save(JobApplication application);

    void save(Candidate candidate);

    void save(JobId job, ApplicationForm form);

    void save(InterviewSlot slot);

    void take(JobId job, Seat seat, ApplicationId by);

    void free(JobId job, Seat seat);
}
