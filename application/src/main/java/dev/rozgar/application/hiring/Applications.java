package dev.rozgar.application.hiring;

import dev.rozgar.domain.hiring.ApplicationId;
import dev.rozgar.domain.hiring.Candidate;
import dev.rozgar.domain.hiring.CandidateId;
import dev.rozgar.domain.hiring.JobApplication;
import dev.rozgar.domain.job.JobId;
import java.util.List;
import java.util.Optional;

/// Applications read as they stand, without a lock. Lists begin with the newest, which has the highest id; the next
/// page begins below the last id of the one before.
public interface Applications {
    Optional<JobApplication> find(ApplicationId id);

    Optional<Candidate> candidate(CandidateId id);

    /// Those for one job.
    ///
    /// @param below the last id of the page before; empty: from the newest on
    List<JobApplication> ofJob(JobId job, Optional<ApplicationId> below, int most);

    /// Those of one candidate.
    ///
    /// @param below the last id of the page before; empty: from the newest on
    List<JobApplication> ofCandidate(CandidateId candidate, Optional<ApplicationId> below, int most);
}
