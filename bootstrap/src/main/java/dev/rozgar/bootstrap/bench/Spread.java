package dev.rozgar.bootstrap.bench;

import java.util.Arrays;
import java.util.Collection;

/// What several rounds say about one number. The median, because one disturbed round must not move it.
///
/// @param least of the rounds
/// @param most of the rounds
public record Spread(double median, double least, double most) {
    /// @throws IllegalArgumentException if there are no values
    static Spread of(Collection<Double> values) {
        double[] sorted =
                values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        if (sorted.length == 0) throw new IllegalArgumentException("no rounds, no median");
        int middle = sorted.length / 2;
        double median = sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        return new Spread(median, sorted[0], sorted[sorted.length - 1]);
    }

    /// The value within which `percent` of 100 values lie; the values are put in order.
    static double percentile(double[] values, int percent) {
        Arrays.sort(values);
        int place = (int) Math.ceil(values.length * percent / 100.0);
        return values[Math.clamp(place - 1, 0, values.length - 1)];
    }
}
