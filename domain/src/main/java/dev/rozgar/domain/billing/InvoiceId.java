package dev.rozgar.domain.billing;

import dev.rozgar.domain.InvalidValues;

/// The number of an invoice, above zero, handed out by the store.
public record InvoiceId(long value) {
    public InvoiceId {
        if (value <= 0) {
            throw InvalidValues.of("TOO_SMALL", "must be above zero");
        }
    }
}
