package dev.rozgar.adapters.postgres.indexing;

import dev.rozgar.adapters.postgres.sql.PostgresPool;
import dev.rozgar.application.indexing.Versions;
import java.util.Collection;
import java.util.Optional;

/// Versions out of the row `index_state` (the epoch) and the sequence `index_version`.
final class PostgresVersions implements Versions {
    private static final String MOVED = "select begin_epoch_if_moved()";
    private static final String NEWEST = "select newest_version()";
    private static final String ABOVE = "select begin_epoch_above(?)";
    private static final String SUSPECTS =
            "select suspect_above, epoch << 40 from index_state where suspect_above is not null";

    /// In the order of the ids, as the writers lock them.
    private static final String OWE = "select from owe('job', array(select distinct id from unnest(?) id order by id))";

    private static final String CLEARED =
            "update index_state set suspect_above = null where suspect_above = ? and epoch << 40 = ?";

    private final PostgresPool pool;

    PostgresVersions(PostgresPool pool) {
        this.pool = pool;
    }

    @Override
    public boolean beginEpochIfMoved() {
        return pool.changing(MOVED, row -> row.getBoolean(1)).getFirst();
    }

    @Override
    public long newest() {
        return pool.rows(NEWEST, row -> row.getLong(1)).getFirst();
    }

    @Override
    public boolean beginEpochAbove(long held) {
        return pool.changing(ABOVE, row -> row.getBoolean(1), held).getFirst();
    }

    @Override
    public Optional<Suspects> suspects() {
        return pool.rows(SUSPECTS, row -> new Suspects(row.getLong(1), row.getLong(2))).stream()
                .findFirst();
    }

    @Override
    public void owe(Collection<Long> ids) {
        if (!ids.isEmpty()) pool.changing(OWE, _ -> true, (Object) ids.toArray(Long[]::new));
    }

    @Override
    public void cleared(Suspects suspects) {
        pool.write(CLEARED, suspects.above(), suspects.below());
    }
}
