package dev.rozgar.domain.hiring;

import dev.rozgar.domain.Faults;
import dev.rozgar.domain.Millis;
import dev.rozgar.domain.job.Pay;
import java.time.Instant;
import java.time.LocalDate;

/// What an employer offers one candidate.
///
/// @param version   from 1; a new offer takes the place of the one before and counts on
/// @param startDate first day of work, years 1900 to 9999
/// @param expiresAt may be accepted until just before this moment
public record Offer(int version, Pay pay, LocalDate startDate, Instant expiresAt) {
    public Offer {
        var faults = new Faults();
        faults.unless(version >= 1, "version", "TOO_SMALL", "starts at 1");
        faults.unless(
                startDate.getYear() >= 1900 && startDate.getYear() <= 9999,
                "start_date",
                "MALFORMED",
                "must lie in the years 1900 to 9999");
        expiresAt = faults.keep("expires_at", expiresAt, Millis::of);
        faults.raise();
    }

    /// The same words as the next version of this offer.
    Offer after(Offer before) {
        return new Offer(before.version + 1, pay, startDate, expiresAt);
    }
}
