package dev.rozgar.domain.job;

import dev.rozgar.domain.InvalidValues;

/// A leaf of the occupation tree (occupation, group, field), which is reference data; above zero.
public record OccupationId(long value) {
    public OccupationId {
        if (value <= 0) {
            throw InvalidValues.of("TOO_SMALL", "must be above zero");
        }
    }
}
