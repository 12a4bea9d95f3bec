package dev.rozgar.bootstrap.demo;

/// A distribution known by some of its quantiles, straight lines between them.
///
/// @param shares rising from 0 to 1
/// @param values what stands at those shares, not falling
record Quantiles(double[] shares, double[] values) {

    /// Shares and values in turn: `of(0, 10, 0.5, 34, 1, 98)`.
    static Quantiles of(double... turns) {
        var shares = new double[turns.length / 2];
        var values = new double[turns.length / 2];
        for (int i = 0; i < shares.length; i++) {
            shares[i] = turns[2 * i];
            values[i] = turns[2 * i + 1];
        }
        return new Quantiles(shares, values);
    }

    double draw(Dice dice) {
        double share = dice.unit();
        int right = 1;
        while (right < shares.length - 1 && shares[right] < share) {
            right++;
        }
        double part = (share - shares[right - 1]) / (shares[right] - shares[right - 1]);
        return values[right - 1] + part * (values[right] - values[right - 1]);
    }
}
