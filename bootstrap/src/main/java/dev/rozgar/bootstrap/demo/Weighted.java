package dev.rozgar.bootstrap.demo;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// Draws from a list, some entries more often than others.
///
/// @param <T> what is drawn
final class Weighted<T> {
    private final List<T> entries;
    private final double[] upTo;

    private Weighted(List<T> entries, double[] upTo) {
        this.entries = entries;
        this.upTo = upTo;
    }

    static <T> Weighted<T> by(List<T> entries, ToDoubleFunction<T> weight) {
        return new Weighted<>(
                entries, summed(entries.stream().mapToDouble(weight).toArray()));
    }

    /// The k-th entry k to the power of `-exponent` times as often as the first.
    static <T> Weighted<T> zipf(List<T> entries, double exponent) {
        return new Weighted<>(entries, zipf(entries.size(), exponent));
    }

    T draw(Dice dice) {
        return entries.get(place(upTo, dice));
    }

    /// The running sums of Zipf's weights for ranks from 1 on.
    static double[] zipf(int ranks, double exponent) {
        var weights = new double[ranks];
        for (int i = 0; i < ranks; i++) {
            weights[i] = StrictMath.pow(i + 1, -exponent);
        }
        return summed(weights);
    }

    /// Where a draw falls among running sums.
    static int place(double[] upTo, Dice dice) {
        int found = Arrays.binarySearch(upTo, dice.unit() * upTo[upTo.length - 1]);
        return Math.min(found < 0 ? -found - 1 : found + 1, upTo.length - 1);
    }

    private static double[] summed(double[] weights) {
        var sums = weights.clone();
        for (int i = 1; i < sums.length; i++) {
            sums[i] += sums[i - 1];
        }
        return sums;
    }
}
