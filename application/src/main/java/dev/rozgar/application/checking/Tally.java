package dev.rozgar.application.checking;

import dev.rozgar.application.checking.Difference.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// [Findings] while they are being found.
final class Tally {
    private final long begun = System.nanoTime();
    private final Map<Kind, Long> counts = new EnumMap<>(Kind.class);
    private final List<Difference> first = new ArrayList<>();
    long checked;
    long renumbered;
    long compared;
    long repaired;

    void add(Difference difference) {
        counts.merge(difference.kind(), 1L, Long::sum);
        if (first.size() < Findings.TOLD) first.add(difference);
    }

    Findings findings(long unsettled) {
        return new Findings(
                checked,
                counts,
                first,
                renumbered,
                unsettled,
                compared,
                repaired,
                Duration.ofNanos(System.nanoTime() - begun));
    }
}
