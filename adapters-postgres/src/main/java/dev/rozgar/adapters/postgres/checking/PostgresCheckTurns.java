package dev.rozgar.adapters.postgres.checking;

import dev.rozgar.adapters.postgres.sql.PostgresPool;
import dev.rozgar.application.checking.CheckTurns;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/// The turns in the table `index_check`. A turn is a row that one statement has moved on, so nobody holds a
/// connection or a lock while he checks; a node that dies in the middle leaves its slice to the next turn.
public final class PostgresCheckTurns implements CheckTurns {
    private static final String TAKE = """
            update index_check set taken_at = statement_timestamp(), next_id = coalesce(next_id, -9223372036854775808)
            where (taken_at is null or taken_at <= statement_timestamp() - ? * interval '1 millisecond')
                and (next_id is not null or ended_at is null
                    or ended_at <= statement_timestamp() - ? * interval '1 millisecond')
            returning next_id
            """;

    private static final String END = """
            update index_check set
                next_id = ?, ended_at = case when ? then statement_timestamp() else ended_at end
            where next_id = ?
            """;

    private final PostgresPool pool;

    public PostgresCheckTurns(PostgresPool pool) {
        this.pool = pool;
    }

    @Override
    public Optional<Long> take(Duration pause, Duration every) {
        return pool.changing(TAKE, row -> row.getLong(1), pause.toMillis(), every.toMillis()).stream()
                .findFirst();
    }

    @Override
    public boolean end(long from, Optional<Long> next) {
        return pool.run(END, statement -> {
            statement.setObject(1, next.orElse(null), Types.BIGINT);
            statement.setBoolean(2, next.isEmpty());
            statement.setLong(3, from);
            return statement.executeUpdate() == 1;
        });
    }

    @Override
    public Optional<Instant> lastPass() {
        return pool.rows(
                        "select ended_at from index_check",
                        row -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant))
                .getFirst();
    }
}
