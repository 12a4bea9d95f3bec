package dev.rozgar.bootstrap.prove.report;

import java.util.List;
import java.util.Locale;

/// What came of one proof.
///
/// @param brief run at the size of a continuous build
/// @param seed with which it can be run again
/// @param faults how often each fault was seen to have happened
/// @param bands when faults were at work, in seconds from the start
public record Outcome(
        String id,
        String promise,
        Verdict verdict,
        boolean brief,
        long seed,
        double seconds,
        List<Observation> faults,
        List<Figure> figures,
        List<Claim> claims,
        List<String> notes,
        List<Series> series,
        List<Band> bands) {

    /// What the proof says about the promise.
    public enum Verdict {
        /// All claims hold, and every fault happened.
        KEPT,
        /// A claim does not hold.
        BROKEN,
        /// A fault that should have happened was not seen, so nothing is proved.
        VOID,
        /// The proof itself could not be carried through.
        FAILED
    }

    /// @param times how often it was observed, by a counter that is not the one who caused it
    public record Observation(String fault, long times) {}

    public record Figure(String name, double value, String unit) {
        @Override
        public String toString() {
            String pattern = value == Math.rint(value) ? "%,.0f %s" : "%,.2f %s";
            return String.format(Locale.ROOT, pattern, value, unit).strip();
        }
    }

    /// @param seen what there was to see, in words
    public record Claim(String what, boolean kept, String seen) {}

    /// @param points of time and value
    public record Series(String name, String unit, List<Point> points) {}

    /// @param at seconds from the start
    public record Point(double at, double value) {}

    public record Band(String fault, double from, double until) {}

    /// For a terminal.
    public String text() {
        var lines = new StringBuilder();
        lines.append(String.format(Locale.ROOT, "%s %s: %s (seed %d, %.0f s)%n", id, verdict, promise, seed, seconds));
        for (Observation fault : faults) lines.append(line("observed", fault.fault() + ": " + fault.times()));
        for (Figure figure : figures) lines.append(line("figure", figure.name() + ": " + figure));
        for (Claim claim : claims)
            lines.append(line(claim.kept() ? "kept" : "BROKEN", claim.what() + " (" + claim.seen() + ")"));
        for (String note : notes) lines.append(line("note", note));
        return lines.toString();
    }

    private static String line(String kind, String what) {
        return String.format(Locale.ROOT, "  %-9s %s%n", kind, what);
    }
}
