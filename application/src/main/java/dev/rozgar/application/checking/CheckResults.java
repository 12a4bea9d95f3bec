package dev.rozgar.application.checking;

import dev.rozgar.application.checking.Difference.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/// What this node's part of the steady check has found since it started; for metrics.
public final class CheckResults {
    private final Map<Kind, Long> counts = new EnumMap<>(Kind.class);
    private long checked;
    private long unsettled;
    private long repaired;
    private double perSecond;
    private Optional<Instant> lastPass = Optional.empty();

    synchronized void add(Findings findings) {
        findings.counts().forEach((kind, count) -> counts.merge(kind, count, Long::sum));
        checked += findings.checked();
        unsettled += findings.unsettled();
        repaired += findings.repaired();
        Duration took = findings.took();
        perSecond = took.isZero() ? 0 : findings.checked() * 1e9 / took.toNanos();
    }

    synchronized void passed(Optional<Instant> at) {
        lastPass = at;
    }

    /// Documents of this kind of difference; one that is found by two passes counts twice.
    public synchronized long differences(Kind kind) {
        return counts.getOrDefault(kind, 0L);
    }

    public synchronized long checked() {
        return checked;
    }

    public synchronized long unsettled() {
        return unsettled;
    }

    public synchronized long repaired() {
        return repaired;
    }

    /// Documents a second while it was at work last.
    public synchronized double perSecond() {
        return perSecond;
    }

    /// When all nodes together had seen every document once more.
    public synchronized Optional<Instant> lastPass() {
        return lastPass;
    }
}
