package dev.rozgar.bootstrap;

import dev.rozgar.adapters.postgres.Postgres;
import dev.rozgar.adapters.postgres.Reservation;
import dev.rozgar.application.rebuild.RebuildIndex;
import java.util.Optional;

/// Builds indexes, one at a time among all processes: there is but one place for an index under construction, and two
/// builders would take it from each other.
final class SoleBuilder implements IndexKeeper.Builder {
    private static final String TASK = "rozgar: build the index";

    private final Postgres postgres;
    private final RebuildIndex rebuild;

    SoleBuilder(Postgres postgres, RebuildIndex rebuild) {
        this.postgres = postgres;
        this.rebuild = rebuild;
    }

    @Override
    public Optional<RebuildIndex.Result> build(boolean force, RebuildIndex.Progress progress) {
        Optional<Reservation> mine = postgres.reserve(TASK);
        if (mine.isEmpty()) return Optional.empty();
        try (Reservation _ = mine.get()) {
            return Optional.of(rebuild.handle(force, progress));
        }
    }
}
