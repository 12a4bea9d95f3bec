package dev.rozgar.adapters.postgres.indexing;

import dev.rozgar.adapters.postgres.sql.PostgresPool;
import dev.rozgar.application.shadow.Suspects;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What the ledger says of jobs that two stores show differently.
public final class PostgresSuspects implements Suspects {
    /// A change that waits to be spread may reach any job, that of a company its own jobs only.
    private static final String OF = """
            select p.id, coalesce(l.wanted, 0), coalesce(l.set_aside, false),
                coalesce(l.owed, false) or exists (
                    select from index_fanout f where f.source <> 'company' or f.key = j.company_id::text)
            from unnest(?) as p (id)
            left join index_ledger l on l.doc_type = 'job' and l.doc_id = p.id
            left join job j on j.id = p.id
            """;

    private static final String IS_QUIET = """
            select not exists (select from index_ledger where doc_type = 'job' and owed)
                and not exists (select from index_fanout)
            """;

    private static final String OWE = "select owe('job', ?)";

    private final PostgresPool pool;

    public PostgresSuspects(PostgresPool pool) {
        this.pool = pool;
    }

    @Override
    public Map<Long, Standing> of(Collection<Long> jobs) {
        Map<Long, Standing> standings = new HashMap<>();
        pool.rows(
                        OF,
                        row -> Map.entry(
                                row.getLong(1), new Standing(row.getLong(2), row.getBoolean(4), row.getBoolean(3))),
                        (Object) ids(jobs))
                .forEach(found -> standings.put(found.getKey(), found.getValue()));
        return standings;
    }

    @Override
    public boolean isQuiet() {
        return pool.rows(IS_QUIET, row -> row.getBoolean(1)).getFirst();
    }

    @Override
    public void owe(List<Long> jobs) {
        pool.changing(OWE, _ -> true, (Object) ids(jobs));
    }

    /// In their order, as everybody locks them.
    private static Long[] ids(Collection<Long> jobs) {
        return jobs.stream().sorted().toArray(Long[]::new);
    }
}
