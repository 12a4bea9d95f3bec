package dev.rozgar.domain.company;

import dev.rozgar.domain.InvalidValues;

/// The number of a company, above zero, handed out by the store.
public record CompanyId(long value) {
    public CompanyId {
        if (value <= 0) {
            throw InvalidValues.of("TOO_SMALL", "must be above zero");
        }
    }
}
