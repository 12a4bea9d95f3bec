package dev.rozgar.domain.hiring;

import dev.rozgar.domain.InvalidValues;

/// The number of a candidate, above zero, handed out by the store.
public record CandidateId(long value) {
    public CandidateId {
        if (value <= 0) {
            throw InvalidValues.of("TOO_SMALL", "must be above zero");
        }
    }
}
