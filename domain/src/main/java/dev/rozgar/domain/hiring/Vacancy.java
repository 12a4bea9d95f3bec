package dev.rozgar.domain.hiring;

import dev.rozgar.domain.company.CompanyId;
import dev.rozgar.domain.company.Employer;
import dev.rozgar.domain.job.Job;
import dev.rozgar.domain.job.JobId;
import dev.rozgar.domain.job.JobState;
import java.time.Instant;
import java.util.Optional;

/// As much of a job as one candidate who applies for it depends on; a store can read it without the rest.
///
/// @param suspended      its company is: none of its jobs is shown
/// @param alreadyApplied the candidate has a live application for it
public record Vacancy(
        JobId job,
        CompanyId company,
        JobState state,
        Optional<Instant> applyBy,
        boolean suspended,
        ApplicationForm form,
        boolean alreadyApplied) {

    /// The job with its company and its form.
    public static Vacancy of(Job job, Employer employer, ApplicationForm form, boolean alreadyApplied) {
        return new Vacancy(
                job.id(),
                job.company(),
                job.state(),
                job.content().window().applyBy(),
                employer.isSuspended(),
                form,
                alreadyApplied);
    }
}
