package dev.rozgar.adapters.postgres;

import dev.rozgar.application.rebuild.BuildLog;

/// Whether an index is under construction, in the one row that every claim reads.
final class PostgresBuildLog implements BuildLog {
    private final PostgresPool pool;

    PostgresBuildLog(PostgresPool pool) {
        this.pool = pool;
    }

    @Override
    public void building(boolean underConstruction) {
        pool.run("update index_state set building = ?", statement -> {
            statement.setBoolean(1, underConstruction);
            return statement.executeUpdate();
        });
    }
}
