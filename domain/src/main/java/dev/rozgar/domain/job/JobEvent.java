package dev.rozgar.domain.job;

import dev.rozgar.domain.Event;
import java.time.Instant;

/// What happens to jobs.
public sealed interface JobEvent extends Event {
    /// Whose.
    JobId job();

    /// It came to be, as a draft.
    record Drafted(JobId job, Instant at) implements JobEvent {}

    /// It says something else.
    record ContentChanged(JobId job, Instant at) implements JobEvent {}

    /// It is gone for good.
    record Removed(JobId job, Instant at) implements JobEvent {}

    /// It moved: one line of its log.
    record StateChanged(JobId job, JobMove.Trigger trigger, JobState.Kind from, JobState.Kind to, Instant at)
            implements JobEvent {}
}
