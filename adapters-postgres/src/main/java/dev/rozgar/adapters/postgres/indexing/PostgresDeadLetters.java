package dev.rozgar.adapters.postgres.indexing;

import dev.rozgar.adapters.postgres.sql.PostgresPool;
import dev.rozgar.application.indexing.DeadLetters;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/// The rows of the ledger that are set aside. A redrive is a change like any other: a relay that still holds an older
/// claim settles or refuses nothing of it.
public final class PostgresDeadLetters implements DeadLetters {
    private static final String PAGE = """
            select doc_id, coalesce(error, ''), tries, since from index_ledger
            where doc_type = 'job' and set_aside and doc_id > ? order by doc_id limit ?
            """;

    private static final String ALL = """
            aside as materialized (
                select array_agg(doc_id order by doc_id) as ids from index_ledger where doc_type = 'job' and set_aside)
            select cardinality(ids), owe('job', ids) from aside where ids is not null
            """;

    private static final String REDRIVE = "with " + ALL;

    private static final String REDRIVE_ONE = """
            select 1, owe('job', array[doc_id]) from index_ledger where doc_type = 'job' and set_aside and doc_id = ?
            """;

    /// Of several that find a new mapping, one changes the row: the others wait for it and then find nothing to change.
    private static final String REDRIVE_FOR = """
            with told as (
                update index_state set redriven_for = ? where redriven_for is distinct from ? returning 1),
            """ + ALL + " and exists (select from told)";

    private final PostgresPool pool;

    public PostgresDeadLetters(PostgresPool pool) {
        this.pool = pool;
    }

    @Override
    public List<DeadLetter> page(long after, int most) {
        return pool.rows(
                PAGE,
                row -> new DeadLetter(
                        row.getLong(1),
                        row.getString(2),
                        row.getInt(3),
                        row.getObject(4, OffsetDateTime.class).toInstant()),
                after,
                most);
    }

    @Override
    public long redrive(Optional<Long> id) {
        return id.map(one -> count(REDRIVE_ONE, one)).orElseGet(() -> count(REDRIVE));
    }

    @Override
    public long redriveFor(String fingerprint) {
        return count(REDRIVE_FOR, fingerprint, fingerprint);
    }

    /// No row where nothing was owed.
    private long count(String redrive, Object... values) {
        return pool.changing(redrive, row -> row.getLong(1), values).stream()
                .mapToLong(Long::longValue)
                .sum();
    }
}
