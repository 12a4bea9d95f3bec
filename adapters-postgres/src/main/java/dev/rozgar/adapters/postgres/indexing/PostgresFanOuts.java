package dev.rozgar.adapters.postgres.indexing;

import dev.rozgar.adapters.postgres.sql.PostgresPool;
import dev.rozgar.application.document.DocumentSchema;
import dev.rozgar.application.document.SharedRow;
import dev.rozgar.application.document.Sources;
import dev.rozgar.application.document.Value;
import dev.rozgar.application.indexing.FanOuts;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/// The rows of `index_fanout` and what they stand for.
public final class PostgresFanOuts implements FanOuts {
    private static final String SHOWING = "select count(*) from job_documents_showing(?, ?, 0, null)";

    /// Those that have not had a turn are counted here, and those at the end of a long queue not at all.
    private static final String PROGRESS = """
            select
                (select count(*) from index_fanout),
                (select count(*) from index_ledger where doc_type = 'job' and lane = 1 and owed)
                + coalesce((
                    select sum(case when f.documents is null
                        then (select count(*) from job_documents_showing(f.source, f.key, f.after_id, null))
                        else greatest(f.documents - f.done, 0) end)
                    from (select * from index_fanout order by turn limit 20) f), 0)::bigint,
                per_second
            from fanout_pace
            """;

    private final PostgresPool pool;
    private final Map<String, Sources.Key> keys;

    public PostgresFanOuts(PostgresPool pool, DocumentSchema schema) {
        this.pool = pool;
        this.keys = Sources.of(schema).shared();
    }

    @Override
    public Optional<Impact> impact(SharedRow row) {
        if (!exists(row)) return Optional.empty();
        long documents = pool.rows(
                        SHOWING,
                        answer -> answer.getLong(1),
                        row.table(),
                        row.key().text())
                .getFirst();
        return Optional.of(new Impact(documents, progress()));
    }

    private boolean exists(SharedRow row) {
        Sources.Key key = Optional.ofNullable(keys.get(row.table()))
                .orElseThrow(() -> new IllegalArgumentException("no document shows a row of " + row.table()));
        String question = "select exists (select from " + row.table() + " where " + key.column() + " = ?)";
        Object value = row.key() instanceof Value.Whole(long number)
                ? number
                : row.key().text();
        return pool.rows(question, answer -> answer.getBoolean(1), value).getFirst();
    }

    @Override
    public Progress progress() {
        return pool.rows(PROGRESS, answer -> {
                    double perSecond = answer.getDouble(3);
                    boolean measured = !answer.wasNull();
                    return new Progress(
                            answer.getLong(1),
                            answer.getLong(2),
                            measured ? OptionalDouble.of(perSecond) : OptionalDouble.empty());
                })
                .getFirst();
    }
}
