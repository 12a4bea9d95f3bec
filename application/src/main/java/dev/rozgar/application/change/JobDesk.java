package dev.rozgar.application.change;

import dev.rozgar.domain.company.Employer;
import dev.rozgar.domain.job.Job;
import dev.rozgar.domain.job.JobId;
import java.time.Instant;
import java.util.Optional;

/// Jobs within a transaction.
public interface JobDesk {
    /// An id that no other job has or will have; usually without a round trip.
    JobId nextId();

    /// A removed job is none; [#isRemoved] tells.
    Optional<Job> lock(JobId id);

    boolean isRemoved(JobId id);

    /// Whether it was shown to the public and is not any more, for good as far as is known: it is over, or was removed.
    /// One that is hidden for a while is not past.
    boolean isPast(JobId id, Instant now);

    /// The company of a job that was locked here, as it stood when that was read: it costs no reading of its own.
    Employer employer(Job locked);

    /// A job of version 0 is new; any other is written only if its version is still the stored one, and has the next
    /// one afterwards.
    void save(Job job);

    /// A tombstone: it is not shown any more, and its id is not used again.
    void remove(Job job, Instant at);
}
