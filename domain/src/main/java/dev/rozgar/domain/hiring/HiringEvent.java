package dev.rozgar.domain.hiring;

import dev.rozgar.domain.Event;
import dev.rozgar.domain.job.JobId;
import java.time.Instant;

/// What happens to applications.
public sealed interface HiringEvent extends Event {
    /// Whose.
    ApplicationId application();

    /// For which job.
    JobId job();

    /// It came in.
    record Applied(ApplicationId application, JobId job, Instant at) implements HiringEvent {}

    /// It moved: one line of its log.
    record StateChanged(
            ApplicationId application,
            JobId job,
            ApplicationMove.Trigger trigger,
            ApplicationState.Kind from,
            ApplicationState.Kind to,
            Instant at)
            implements HiringEvent {}
}
