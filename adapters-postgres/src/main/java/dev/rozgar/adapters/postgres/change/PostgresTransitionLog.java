package dev.rozgar.adapters.postgres.change;

import dev.rozgar.adapters.postgres.sql.PostgresPool;
import dev.rozgar.adapters.postgres.sql.Writes;
import dev.rozgar.application.change.Subject;
import dev.rozgar.application.change.Transition;
import dev.rozgar.application.change.Transition.Actor;
import dev.rozgar.application.change.TransitionLog;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The table `transition`, which a trigger keeps append-only.
public final class PostgresTransitionLog implements TransitionLog {
    private static final String WRITE = """
            insert into transition (
                kind, subject_id, sequence, move, from_state, to_state, reason, actor_role, actor_subject, on_behalf_of,
                version, at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String READ = """
            select sequence, move, from_state, to_state, reason, actor_role, actor_subject, on_behalf_of, version, at
            from transition where kind = ? and subject_id = ? and sequence > ? order by sequence limit ?
            """;

    private final PostgresPool pool;

    public PostgresTransitionLog(PostgresPool pool) {
        this.pool = pool;
    }

    /// @param line with its number; see [Subjects]
    static void write(Transition line, Writes writes) {
        writes.add(
                WRITE,
                line.subject().kind().name(),
                line.subject().id(),
                line.sequence(),
                line.move(),
                line.from().orElse(null),
                line.to(),
                line.reason().orElse(null),
                line.actor().role(),
                line.actor().subject(),
                line.actor().onBehalfOf().orElse(null),
                line.version(),
                line.at());
    }

    @Override
    public List<Transition> of(Subject subject, long after, int most) {
        return pool.read(READ, statement -> {
            statement.setString(1, subject.kind().name());
            statement.setLong(2, subject.id());
            statement.setLong(3, after);
            statement.setInt(4, most);
            List<Transition> lines = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) lines.add(line(subject, rows));
            }
            return lines;
        });
    }

    private static Transition line(Subject subject, ResultSet row) throws SQLException {
        return new Transition(
                subject,
                row.getLong("sequence"),
                row.getString("move"),
                Optional.ofNullable(row.getString("from_state")),
                row.getString("to_state"),
                Optional.ofNullable(row.getString("reason")),
                new Actor(
                        row.getString("actor_role"),
                        row.getString("actor_subject"),
                        Optional.ofNullable(row.getString("on_behalf_of"))),
                row.getLong("version"),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }
}
