package dev.rozgar.domain.hiring;

import dev.rozgar.domain.InvalidValues;

/// The number of an application, above zero, handed out by the store.
public record ApplicationId(long value) {
    public ApplicationId {
        if (value <= 0) {
            throw InvalidValues.of("TOO_SMALL", "must be above zero");
        }
    }
}
