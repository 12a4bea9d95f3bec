package dev.rozgar.domain.hiring;

import dev.rozgar.domain.company.CompanyId;
import dev.rozgar.domain.company.Employer;
import dev.rozgar.domain.job.Job;
import dev.rozgar.domain.job.JobId;
import dev.rozgar.domain.job.JobState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// As much of a job as one candidate who applies for it depends on; a store can read it without the rest.
///
/// @param suspended      its company is: none of its jobs is shown
/// @param alreadyApplied the candidate has a live application for it, as far as it knows
/// @param ruledOut       what the candidate answered to the form before still knocks out
public record Vacancy(
        JobId job,
        CompanyId company,
        JobState state,
        Optional<Instant> applyBy,
        boolean suspended,
        ApplicationForm form,
        boolean alreadyApplied,
        boolean ruledOut) {

    /// The job with its company and its form.
    ///
    /// @param before what the candidate has answered to be knocked out, the last time; empty: never
    public static Vacancy of(
            Job job, Employer employer, ApplicationForm form, boolean alreadyApplied, List<Answer> before) {
        return new Vacancy(
                job.id(),
                job.company(),
                job.state(),
                job.content().window().applyBy(),
                employer.isSuspended(),
                form,
                alreadyApplied,
                form.stillKnocksOut(before));
    }
}
