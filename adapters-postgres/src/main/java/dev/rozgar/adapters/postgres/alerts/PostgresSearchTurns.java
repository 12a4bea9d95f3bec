package dev.rozgar.adapters.postgres.alerts;

import dev.rozgar.adapters.postgres.sql.PostgresPool;
import dev.rozgar.application.alerts.SearchTurns;
import dev.rozgar.application.feed.FeedCursor;
import dev.rozgar.domain.Millis;
import dev.rozgar.domain.job.JobId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/// The turns in the table `search_turn`. A turn is a row that one statement has moved on, so nobody holds a connection
/// or a lock while he searches; its end is one statement as well, which does all or nothing.
public final class PostgresSearchTurns implements SearchTurns {
    private static final String CLAIM = """
            update search_turn set holding = holding + 1, leased_until = ?
            where leased_until is null or leased_until <= ?
            returning cursor, holding
            """;
    private static final String SETTLE = "select settle_search_turn(?, ?, ?, ?, ?)";

    private final PostgresPool pool;

    public PostgresSearchTurns(PostgresPool pool) {
        this.pool = pool;
    }

    @Override
    public Optional<Turn> claim(Duration lease, Instant now) {
        return pool.changing(CLAIM, PostgresSearchTurns::turn, now.plus(lease), now).stream()
                .findFirst();
    }

    private static Turn turn(ResultSet row) throws SQLException {
        Optional<String> cursor = Optional.ofNullable(row.getString("cursor"));
        return new Turn(cursor.map(token -> FeedCursor.parse(token).orElseThrow()), row.getLong("holding"));
    }

    @Override
    public boolean settle(Turn turn, FeedCursor next, List<Match> found, Instant now) {
        Long[] searches = found.stream()
                .flatMap(match ->
                        Collections.nCopies(match.jobs().size(), match.search().value()).stream())
                .toArray(Long[]::new);
        Long[] jobs = found.stream()
                .flatMap(match -> match.jobs().stream())
                .map(JobId::value)
                .toArray(Long[]::new);
        return pool.changing(
                        SETTLE, row -> row.getBoolean(1), turn.holding(), next.token(), searches, jobs, Millis.of(now))
                .getFirst();
    }
}
