package dev.rozgar.application.signals;

import dev.rozgar.domain.job.JobId;
import java.time.Instant;
import java.util.Optional;

/// What the past of a job tells. Throws [dev.rozgar.application.PortFailure] when its engine does not answer.
public interface JobSignals {
    /// Empty if no search shows the job at that moment.
    Optional<Signals> of(JobId id, Instant now);
}
