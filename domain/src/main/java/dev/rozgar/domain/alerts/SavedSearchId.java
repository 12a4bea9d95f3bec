package dev.rozgar.domain.alerts;

import dev.rozgar.domain.InvalidValues;

/// The number of a saved search, above zero, handed out by the store.
public record SavedSearchId(long value) {
    public SavedSearchId {
        if (value <= 0) throw InvalidValues.of("TOO_SMALL", "must be above zero");
    }
}
