package dev.rozgar.adapters.postgres;

import com.zaxxer.hikari.HikariDataSource;
import dev.rozgar.adapters.postgres.sql.PostgresFailures;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/// A task that one process in all may be at. It is free again when this is closed, and also when this process or its
/// connection dies: an advisory lock of a session, which holds one connection of the pool meanwhile.
public final class Reservation implements AutoCloseable {
    private final HikariDataSource pool;
    private final Connection connection;
    private final String task;

    private Reservation(HikariDataSource pool, Connection connection, String task) {
        this.pool = pool;
        this.connection = connection;
        this.task = task;
    }

    /// @return empty where somebody else has it
    static Optional<Reservation> of(String task, HikariDataSource pool) {
        try {
            Reservation wanted = new Reservation(pool, pool.getConnection(), task);
            if (wanted.asks("select pg_try_advisory_lock(hashtextextended(?, 0))")) return Optional.of(wanted);
            wanted.connection.close();
            return Optional.empty();
        } catch (SQLException failure) {
            throw PostgresFailures.of(failure);
        }
    }

    private boolean asks(String question) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(question)) {
            statement.setString(1, task);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        } catch (SQLException failure) {
            // Whatever became of the lock, it must not live on with a connection that goes back to the pool.
            pool.evictConnection(connection);
            throw failure;
        }
    }

    @Override
    public void close() {
        try (connection) {
            asks("select pg_advisory_unlock(hashtextextended(?, 0))");
        } catch (SQLException gone) {
            // With the connection went the lock.
        }
    }
}
