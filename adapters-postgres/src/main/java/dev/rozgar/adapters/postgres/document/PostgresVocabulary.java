package dev.rozgar.adapters.postgres.document;

import dev.rozgar.adapters.postgres.sql.PostgresFailures;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/// The words and suggestions of listed jobs, counted anew. That takes longer than any statement of the
/// application may, so it has a connection of its own each time.
public final class PostgresVocabulary {
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final Duration TRAVEL = Duration.ofSeconds(10);

    private final DataSource connections;

    private PostgresVocabulary(DataSource connections) {
        this.connections = connections;
    }

    /// @param url as JDBC wants it
    public static PostgresVocabulary at(String url, String user, String password) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url);
        source.setUser(user);
        source.setPassword(password);
        source.setApplicationName("rozgar-vocabulary");
        source.setConnectTimeout((int) TRAVEL.toSeconds());
        source.setSocketTimeout((int) LONGEST.plus(TRAVEL).toSeconds());
        source.setOptions("-c jit=off -c statement_timeout=" + LONGEST.toMillis());
        return new PostgresVocabulary(source);
    }

    /// @param pause since the last time, at the least; the first time it is due whatever this is
    /// @return whether they were counted; not if nothing has changed or somebody else is at it
    public boolean fill(Duration pause) {
        try (Connection connection = connections.getConnection();
                PreparedStatement statement =
                        connection.prepareStatement("select fill_vocabulary(? * interval '1 millisecond')")) {
            statement.setLong(1, pause.toMillis());
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        } catch (SQLException failure) {
            throw PostgresFailures.of(failure);
        }
    }
}
