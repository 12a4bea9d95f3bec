package dev.rozgar.bootstrap.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;

/// A move of a job as somebody would write it by hand: compare and set the row, insert a line of the log, commit. On
/// the tables of the board, with their constraints, indexes and triggers, but without lock, reading, rights and checks.
final class PlainMove {
    private static final String UPDATE = """
            update job set state = ?, state_at = now(), updated_at = now(), version = version + 1
            where id = ? and state = ?
            """;
    private static final String INSERT = """
            insert into transition (kind, subject_id, sequence, move, from_state, to_state, actor_role, actor_subject, version, at)
            values ('JOB', ?, ?, ?, ?, ?, 'OPERATOR', 'benchmark', 1, now())
            """;
    /// Beyond what the service may have written.
    private static final long FIRST_LINE = 1_000;

    private final DataSource pool;
    private final Map<Long, Long> lines = new ConcurrentHashMap<>();

    PlainMove(DataSource pool) {
        this.pool = pool;
    }

    /// @return no bytes
    int move(BenchJob job, BenchJob.Turn turn) {
        try (Connection connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            write(connection, job, turn);
            connection.commit();
            return 0;
        } catch (SQLException failure) {
            throw new IllegalStateException("the plain move failed", failure);
        }
    }

    private void write(Connection connection, BenchJob job, BenchJob.Turn turn) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(UPDATE);
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            update.setString(1, turn.to().name());
            update.setLong(2, job.id());
            update.setString(3, turn.from().name());
            if (update.executeUpdate() != 1) throw new IllegalStateException("somebody else has moved " + job.id());
            insert.setLong(1, job.id());
            insert.setLong(2, lines.merge(job.id(), FIRST_LINE, (last, _) -> last + 1));
            insert.setString(3, turn.name());
            insert.setString(4, turn.from().name());
            insert.setString(5, turn.to().name());
            insert.executeUpdate();
        }
    }
}
