package dev.rozgar.domain.job;

import dev.rozgar.domain.Faults;

/// Where the job came from and how much it is pushed.
///
/// @param promotion 0..100; 0 is a plain listing
public record Origin(JobSource source, int promotion) {
    public Origin {
        var faults = new Faults();
        faults.unless(promotion >= 0 && promotion <= 100, "promotion", "MALFORMED", "must be 0 to 100");
        faults.raise();
    }
}
