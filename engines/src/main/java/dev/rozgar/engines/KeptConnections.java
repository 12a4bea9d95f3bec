package dev.rozgar.engines;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.jspecify.annotations.Nullable;

/// Connections to one database, kept from one use to the next: for a new one PostgreSQL makes a process and reads its
/// catalogs, which takes a test longer than most of its statements.
public final class KeptConnections implements AutoCloseable {
    private static final int SECONDS = 60;

    private final Database database;
    private final Deque<Connection> idle = new ConcurrentLinkedDeque<>();

    public KeptConnections(Database database) {
        this.database = database;
    }

    /// What is done with a connection.
    @FunctionalInterface
    public interface Use<T extends @Nullable Object> {
        T of(Connection connection) throws SQLException;
    }

    /// With a connection that nobody else has meanwhile. One on which something fails is not used again.
    public <T extends @Nullable Object> T use(Use<T> use) throws SQLException {
        Connection connection = borrow();
        try {
            T result = use.of(connection);
            giveBack(connection);
            return result;
        } catch (SQLException | RuntimeException | Error failure) {
            connection.close();
            throw failure;
        }
    }

    /// A connection that may have been used before, for [#giveBack], or to be closed.
    public Connection borrow() throws SQLException {
        for (Connection used = idle.poll(); used != null; used = idle.poll()) {
            if (used.isValid(SECONDS)) return used;
            used.close();
        }
        return connect();
    }

    /// What was not committed is rolled back, what was set is reset.
    public void giveBack(Connection borrowed) throws SQLException {
        if (!borrowed.getAutoCommit()) {
            borrowed.rollback();
            borrowed.setAutoCommit(true);
        }
        try (var reset = borrowed.createStatement()) {
            reset.execute("reset all");
        }
        idle.push(borrowed);
    }

    /// A new connection, its caller's own.
    public Connection connect() throws SQLException {
        return Databases.connect(database);
    }

    /// Closes those that nobody has.
    @Override
    public void close() throws SQLException {
        for (Connection kept = idle.poll(); kept != null; kept = idle.poll()) kept.close();
    }
}
