package dev.rozgar.domain.job;

import dev.rozgar.domain.InvalidValues;

/// The number of a job, above zero, handed out by the store.
public record JobId(long value) {
    public JobId {
        if (value <= 0) {
            throw InvalidValues.of("TOO_SMALL", "must be above zero");
        }
    }
}
