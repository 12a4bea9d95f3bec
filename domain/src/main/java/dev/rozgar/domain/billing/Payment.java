package dev.rozgar.domain.billing;

import dev.rozgar.domain.Faults;
import dev.rozgar.domain.Millis;
import dev.rozgar.domain.Text;
import java.time.Instant;

/// Money that came in.
///
/// @param amount    above zero
/// @param reference the gateway's or the bank's, one line of at most 100 characters
public record Payment(Money amount, Instant at, String reference) {
    public Payment {
        var faults = new Faults();
        faults.unless(amount.isPositive(), "amount", "TOO_SMALL", "must be above zero");
        at = faults.keep("at", at, Millis::of);
        reference = faults.keep("reference", reference, r -> Text.line(r, 100));
        faults.raise();
    }
}
