package dev.rozgar.application.rebuild;

import dev.rozgar.application.rebuild.Build.Purpose;

/// What somebody wants done.
///
/// @param force swap whatever the gate says
/// @param rate  documents in a second at the most, 0 for as many as go
public record Order(Purpose purpose, boolean force, int rate) {
    public static final Order REBUILD = new Order(Purpose.REBUILD, false, 0);
    public static final Order ROLLBACK = new Order(Purpose.ROLLBACK, false, 0);

    public Order {
        if (rate < 0) throw new IllegalArgumentException("a rate is not negative");
    }

    public Order force(boolean forced) {
        return new Order(purpose, forced, rate);
    }

    public Order rate(int documents) {
        return new Order(purpose, force, documents);
    }
}
