package dev.rozgar.adapters.postgres.indexing;

import dev.rozgar.adapters.postgres.sql.PostgresPool;
import dev.rozgar.application.change.ConsistencyToken.Part;
import dev.rozgar.application.indexing.IndexProgress;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// What the ledger says of single changes. One statement, so all of one moment: a change that is spread over
/// documents waits in one table or is owed in the other at any time.
public final class PostgresIndexProgress implements IndexProgress {
    /// Of a company nothing is told apart: whatever its jobs owe may be of the change that was asked for. A
    /// number that was never given out is never reached: it would be remembered, and stand for changes that
    /// are still to come.
    private static final String OF = """
            select p.place, s.epoch,
                case p.kind
                    when 'JOB' then coalesce(l.indexed, 0) >= p.number
                    when 'COMPANY' then
                        p.number <= (select c.version from company c where c.id = p.id)
                        and not exists (select from index_fanout f where f.source = 'company' and f.key = p.id::text)
                        and not exists (select from index_ledger o join job j on j.id = o.doc_id
                            where o.doc_type = 'job' and o.owed and j.company_id = p.id)
                    else
                        pg_visible_in_snapshot(p.id::text::xid8, pg_current_snapshot())
                        and not exists (select from index_fanout)
                        and not exists (select from index_ledger o where o.doc_type = 'job' and o.owed)
                end as settled,
                case p.kind
                    when 'JOB' then coalesce(l.indexed, 0) < p.number
                        and (coalesce(l.wanted, 0) < p.number or l.set_aside)
                    when 'COMPANY' then
                        p.number > coalesce((select c.version from company c where c.id = p.id), 0)
                        or exists (select from index_ledger o join job j on j.id = o.doc_id
                        where o.doc_type = 'job' and o.set_aside and j.company_id = p.id)
                    else exists (select from index_ledger o where o.doc_type = 'job' and o.set_aside)
                end as hopeless
            from unnest(?, ?, ?) with ordinality as p (kind, id, number, place)
            cross join index_state s
            left join index_ledger l on p.kind = 'JOB' and l.doc_type = 'job' and l.doc_id = p.id
            """;

    private static final String LAG = """
            select coalesce(extract(epoch from statement_timestamp() - least(
                (select min(since) from index_ledger where doc_type = 'job' and owed),
                (select min(since) from index_fanout))) * 1000, 0)::bigint
            """;

    private final PostgresPool pool;

    public PostgresIndexProgress(PostgresPool pool) {
        this.pool = pool;
    }

    private record Found(Part part, long epoch, boolean settled, boolean hopeless) {}

    @Override
    public Report of(Collection<Part> changes) {
        List<Part> asked = List.copyOf(changes);
        List<Found> found = pool.rows(
                OF,
                row -> new Found(
                        asked.get(row.getInt("place") - 1),
                        row.getLong("epoch"),
                        row.getBoolean("settled"),
                        row.getBoolean("hopeless")),
                asked.stream().map(part -> part.kind().name()).toArray(String[]::new),
                asked.stream().map(Part::id).toArray(Long[]::new),
                asked.stream().map(Part::number).toArray(Long[]::new));
        return new Report(
                found.stream().mapToLong(Found::epoch).max().orElse(0),
                those(found, Found::settled),
                those(found, Found::hopeless));
    }

    private static Set<Part> those(List<Found> found, Predicate<Found> are) {
        return found.stream().filter(are).map(Found::part).collect(Collectors.toSet());
    }

    /// The clocks of two servers may differ a little after a failover: a lag is never negative.
    @Override
    public Duration lag() {
        return pool.rows(LAG, row -> Duration.ofMillis(Math.max(0, row.getLong(1))))
                .getFirst();
    }
}
