package dev.rozgar.bootstrap.prove.stand;

import dev.rozgar.bootstrap.prove.stand.IndexScan.Held;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// All documents of both stores side by side, by a way of its own: none of the product's code for the index takes part.
public final class Comparison {
    private static final int CHUNK = 2_000;

    /// How the index can be wrong about a job.
    public enum Difference {
        /// Listed in the truth, and not to be found.
        LOST,
        /// Found, with other bytes than the truth has.
        STALE,
        /// Found, and the truth has never heard of it.
        PHANTOM,
        /// Found, and the truth lists it no more.
        RESURRECTED,
        /// Held under a version that was never handed out, so that every later write will be refused.
        FUTURE
    }

    private final Truth truth;
    private final IndexScan index;
    private final Map<Difference, SortedMap<Long, String>> differences = new EnumMap<>(Difference.class);
    private long compared;

    private Comparison(Truth truth, IndexScan index) {
        this.truth = truth;
        this.index = index;
        for (Difference each : Difference.values()) differences.put(each, new TreeMap<>());
    }

    /// To be made while nobody writes.
    static Comparison of(Truth truth, IndexScan index) {
        var comparison = new Comparison(truth, index);
        index.refresh();
        comparison.run();
        return comparison;
    }

    private void run() {
        long newest = truth.newestVersion();
        long after = 0;
        while (after < Long.MAX_VALUE) {
            SortedMap<Long, byte[]> listed = truth.documents(after, CHUNK);
            long upTo = listed.size() < CHUNK ? Long.MAX_VALUE : listed.lastKey();
            compare(listed, index.between(after, upTo), newest);
            after = upTo;
        }
    }

    private void compare(SortedMap<Long, byte[]> listed, List<Held> held, long newest) {
        compared += listed.size();
        for (Held one : held) {
            if (one.version() > newest) note(Difference.FUTURE, one.id(), "version " + one.version());
            if (one.removed()) continue;
            byte[] expected = listed.remove(one.id());
            if (expected == null) {
                note(truth.knows(one.id()) ? Difference.RESURRECTED : Difference.PHANTOM, one.id(), "is there");
            } else if (!Arrays.equals(expected, one.json())) {
                note(Difference.STALE, one.id(), firstDifference(expected, one.json()));
            }
        }
        // A marker leaves its job here as well, if the truth lists it.
        listed.keySet().forEach(id -> note(Difference.LOST, id, "is not there"));
    }

    private void note(Difference kind, long id, String what) {
        differences.getOrDefault(kind, new TreeMap<>()).put(id, what);
    }

    private static String firstDifference(byte[] expected, byte[] found) {
        int at = Math.max(0, Arrays.mismatch(expected, found) - 20);
        return "…" + excerpt(expected, at) + "… is held as …" + excerpt(found, at) + "…";
    }

    private static String excerpt(byte[] json, int at) {
        int end = Math.min(json.length, at + 60);
        return at >= end ? "" : new String(json, at, end - at, StandardCharsets.UTF_8);
    }

    /// Jobs that the truth lists.
    public long compared() {
        return compared;
    }

    public long count(Difference kind) {
        return of(kind).size();
    }

    /// By id, what is wrong.
    public SortedMap<Long, String> of(Difference kind) {
        return differences.getOrDefault(kind, new TreeMap<>());
    }

    public boolean isClean() {
        return differences.values().stream().allMatch(Map::isEmpty);
    }

    /// Such as `LOST {1=is not there}`, the first few of each kind.
    @Override
    public String toString() {
        var words = new StringBuilder();
        differences.forEach((kind, found) -> {
            if (found.isEmpty()) return;
            words.append(kind).append(' ').append(found.size()).append(": ");
            found.entrySet().stream()
                    .limit(3)
                    .forEach(each -> words.append(each).append("; "));
        });
        return words.isEmpty() ? "no difference" : words.toString();
    }
}
