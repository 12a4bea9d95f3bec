package dev.rozgar.domain.billing;

import dev.rozgar.domain.Millis;
import java.time.Instant;
import java.time.LocalDate;

/// What an invoice got when it was issued, and keeps.
///
/// @param at    when
/// @param dueOn the last day to pay, a date where the board is
public record Issuance(InvoiceNumber number, BillingSnapshot customer, Instant at, LocalDate dueOn) {
    public Issuance {
        at = Millis.of(at);
    }
}
