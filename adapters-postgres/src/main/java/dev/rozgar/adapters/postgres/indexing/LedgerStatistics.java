package dev.rozgar.adapters.postgres.indexing;

import dev.rozgar.adapters.postgres.LedgerFigures;
import dev.rozgar.adapters.postgres.sql.PostgresPool;
import java.time.Duration;

/// One statement for all figures.
public final class LedgerStatistics {
    private static final String READ = """
            select coalesce(s.n_dead_tup, 0), coalesce(s.n_live_tup, 0), i.epoch,
                (select count(*) from index_ledger where doc_type = 'job' and owed and tries > 0),
                (select count(*) from index_ledger where doc_type = 'job' and owed and lane = 0),
                (select count(*) from index_ledger where doc_type = 'job' and owed and lane = 1),
                coalesce((select extract(epoch from statement_timestamp() - min(since)) * 1000 from index_fanout), 0)::bigint
            from index_state i left join pg_stat_user_tables s on s.relid = 'index_ledger'::regclass
            """;

    private LedgerStatistics() {}

    public static LedgerFigures read(PostgresPool pool) {
        return pool.rows(
                        READ,
                        row -> new LedgerFigures(
                                row.getLong(1),
                                row.getLong(2),
                                row.getLong(3),
                                row.getLong(4),
                                row.getLong(5),
                                row.getLong(6),
                                Duration.ofMillis(Math.max(0, row.getLong(7)))))
                .getFirst();
    }
}
