package dev.rozgar.adapters.postgres.indexing;

import dev.rozgar.adapters.postgres.sql.PostgresPool;

/// Notices that PostgreSQL may have gone back in time: another cluster (a restored dump) or another timeline (a
/// restore to an earlier moment, a failover). Then the index holds versions that this database will hand out again, and
/// would refuse every document as older than what it has. So a new epoch begins, whose versions are above all earlier
/// ones, and everything that was ever indexed is owed once more.
public final class History {
    private static final String CHECK = "select begin_epoch_if_moved()";

    private History() {}

    /// @return whether a new epoch began
    public static boolean check(PostgresPool pool) {
        return pool.run(CHECK, statement -> {
            try (var row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        });
    }
}
