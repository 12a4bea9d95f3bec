package dev.rozgar.domain.hiring;

import dev.rozgar.domain.InvalidValues;

/// The number of an interview slot, above zero, handed out by the store.
public record InterviewSlotId(long value) {
    public InterviewSlotId {
        if (value <= 0) {
            throw InvalidValues.of("TOO_SMALL", "must be above zero");
        }
    }
}
