package dev.rozgar.adapters.postgres.rebuild;

import dev.rozgar.adapters.postgres.sql.PostgresPool;
import dev.rozgar.application.rebuild.BuildLog;

/// Whether an index is under construction, in the one row that every claim reads.
public final class PostgresBuildLog implements BuildLog {
    private final PostgresPool pool;

    public PostgresBuildLog(PostgresPool pool) {
        this.pool = pool;
    }

    @Override
    public void building(boolean underConstruction) {
        pool.write("update index_state set building = ?", underConstruction);
    }
}
