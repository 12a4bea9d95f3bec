package dev.rozgar.adapters.postgres.indexing;

import dev.rozgar.adapters.postgres.sql.PostgresPool;
import dev.rozgar.application.indexing.IndexLedger.Backlog;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/// What the ledger tells of itself.
final class LedgerReport {
    /// A change that still has to be spread counts as one, and so does a lost history that has to be looked through.
    private static final String BACKLOG = """
            select
                (select count(*) from index_ledger where doc_type = 'job' and owed) + (select count(*) from index_fanout)
                    + (select count(suspect_above) from index_state),
                coalesce((select extract(epoch from statement_timestamp() - min(since)) * 1000
                    from index_ledger where doc_type = 'job' and owed)::bigint, 0),
                (select count(*) from index_ledger where doc_type = 'job' and set_aside)
            """;

    private static final String OWED =
            "select doc_id, wanted from index_ledger where doc_type = 'job' and doc_id = any (?) and owed";

    private final PostgresPool pool;

    LedgerReport(PostgresPool pool) {
        this.pool = pool;
    }

    Backlog backlog() {
        return pool.rows(BACKLOG, row -> new Backlog(row.getLong(1), Duration.ofMillis(row.getLong(2)), row.getLong(3)))
                .getFirst();
    }

    Map<Long, Long> owed(Collection<Long> ids) {
        Map<Long, Long> owed = new HashMap<>();
        pool.rows(OWED, row -> owed.put(row.getLong(1), row.getLong(2)), (Object) ids.toArray(Long[]::new));
        return owed;
    }
}
