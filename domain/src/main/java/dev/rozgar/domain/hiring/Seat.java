package dev.rozgar.domain.hiring;

import dev.rozgar.domain.InvalidValues;

/// One opening of a job, counted from 1; at most one hired person sits on it.
public record Seat(int number) {
    /// The highest number there is.
    public static final int MOST = 100_000;

    public Seat {
        if (number < 1 || number > MOST) {
            throw InvalidValues.of("MALFORMED", "must be 1 to 100000");
        }
    }
}
