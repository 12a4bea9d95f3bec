package dev.rozgar.application.change;

import dev.rozgar.application.access.Access;
import dev.rozgar.application.access.Access.Verdict;
import dev.rozgar.application.access.Identity;
import dev.rozgar.application.access.Owner;
import dev.rozgar.application.access.Right;
import dev.rozgar.domain.company.CompanyId;
import dev.rozgar.domain.company.Employer;
import dev.rozgar.domain.job.Job;
import dev.rozgar.domain.job.JobId;
import java.time.Instant;
import java.util.Optional;

/// Jobs within a transaction.
public interface JobDesk {
    /// An id that no other job has or will have; usually without a round trip.
    JobId nextId();

    /// A removed job is none; [#removedFrom] tells.
    Optional<Job> lock(JobId id);

    /// The company whose job it was, if it was removed.
    Optional<CompanyId> removedFrom(JobId id);

    /// Whether whoever wants to do this to a job that is not there may know that it was removed: those who could have
    /// done it, and everybody else if it was shown once.
    default boolean isGoneFor(Identity who, Right right, JobId id, Instant now) {
        var owner = removedFrom(id).map(Owner::of);
        return owner.isPresent() && (Access.judge(who, right, owner.get()) == Verdict.ALLOWED || isPast(id, now));
    }

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
