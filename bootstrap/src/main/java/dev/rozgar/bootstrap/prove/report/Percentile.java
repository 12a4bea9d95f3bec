package dev.rozgar.bootstrap.prove.report;

import java.util.Arrays;

/// The value within which so many of a hundred values lie.
public final class Percentile {
    private Percentile() {}

    /// @param values one at least, in any order
    public static double of(double[] values, double percent) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int place = (int) Math.ceil(sorted.length * percent / 100);
        return sorted[Math.clamp(place - 1, 0, sorted.length - 1)];
    }
}
