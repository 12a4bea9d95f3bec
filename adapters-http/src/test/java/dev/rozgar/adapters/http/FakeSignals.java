package dev.rozgar.adapters.http;

import dev.rozgar.application.signals.JobSignals;
import dev.rozgar.application.signals.Signals;
import dev.rozgar.domain.job.JobId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// A job has been up for as many days as its number, and has as many applications: a third of them were answered,
/// all but one looked at after 100 minutes.
record FakeSignals(FakeReadModel jobs) implements JobSignals {
    @Override
    public Optional<Signals> of(JobId id, Instant now) {
        long number = id.value();
        var applications =
                new Signals.Applications(number, number / 3, number - 1, Optional.of(Duration.ofMinutes(100)));
        return jobs.find(id, now).map(_ -> new Signals(Duration.ofDays(number), 2, 1, applications));
    }
}
