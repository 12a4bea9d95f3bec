package dev.rozgar.application.checking;

import dev.rozgar.application.checking.Difference.Kind;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// What a check has found.
///
/// @param checked listed documents that were compared
/// @param counts how many differ, by kind; kinds without any are left out
/// @param first the first of them, for people; the rest are counted only
/// @param renumbered same text under another number than the ledger's, as when two relays paid one debt: no
/// difference
/// @param unsettled still under way when the patience was at its end: not judged, and no difference
/// @param compared documents that were compared one by one, because a digest differed or because all were to be
/// @param repaired how many of those that differ are owed anew
public record Findings(
        long checked,
        Map<Kind, Long> counts,
        List<Difference> first,
        long renumbered,
        long unsettled,
        long compared,
        long repaired,
        Duration took) {
    /// How many of the differences are told one by one.
    public static final int TOLD = 100;

    public Findings {
        counts = Map.copyOf(counts);
        first = List.copyOf(first);
    }

    /// How many documents differ.
    public long differences() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /// Whether the copy says what the truth says, as far as it could be judged.
    public boolean isInStep() {
        return counts.isEmpty();
    }
}
