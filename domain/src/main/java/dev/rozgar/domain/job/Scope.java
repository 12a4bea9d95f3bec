package dev.rozgar.domain.job;

import dev.rozgar.domain.Faults;

/// The share of full time, in percent: 1..100, `minPct` not above `maxPct`.
public record Scope(int minPct, int maxPct) {
    public Scope {
        var faults = new Faults();
        faults.unless(minPct >= 1 && minPct <= 100, "min_pct", "MALFORMED", "must be 1 to 100");
        faults.unless(maxPct >= 1 && maxPct <= 100, "max_pct", "MALFORMED", "must be 1 to 100");
        faults.unless(minPct <= maxPct, "max_pct", "CONTRADICTION", "must not be below min_pct");
        faults.raise();
    }
}
