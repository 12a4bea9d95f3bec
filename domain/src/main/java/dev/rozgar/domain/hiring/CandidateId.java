package dev.rozgar.domain.hiring;

import dev.rozgar.domain.InvalidValues;

/// The number of a candidate, above zero. Those below [#FIRST_OF_STORE] are given from outside, by whoever issues
/// tokens; the store hands out the others, so that nobody is born under the number of somebody else.
public record CandidateId(long value) {
    /// Where the store begins.
    public static final long FIRST_OF_STORE = 1_000_000_000_000L;

    public CandidateId {
        if (value <= 0) {
            throw InvalidValues.of("TOO_SMALL", "must be above zero");
        }
    }

    /// Has the store handed it out, or will it?
    public boolean isOfStore() {
        return value >= FIRST_OF_STORE;
    }
}
