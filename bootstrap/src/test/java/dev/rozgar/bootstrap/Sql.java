package dev.rozgar.bootstrap;

import dev.rozgar.engines.Database;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;

/// What an operator does by hand: statements past the service.
public final class Sql {
    private static final int SECONDS = 5;

    /// Kept from one statement to the next: for a new one PostgreSQL makes a process and reads its catalogs.
    private static final Map<Database, Deque<Connection>> IDLE = new ConcurrentHashMap<>();

    private Sql() {}

    /// The first column of each row; empty where the statement answers none.
    public static List<String> run(Database database, String statement) {
        try {
            Connection connection = borrow(database);
            try {
                List<String> found = run(connection, statement);
                // Settings of one statement are not those of the next.
                run(connection, "reset all");
                idle(database).push(connection);
                return found;
            } catch (SQLException failure) {
                connection.close();
                throw failure;
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(statement, failure);
        }
    }

    private static Deque<Connection> idle(Database database) {
        return IDLE.computeIfAbsent(database, _ -> new ConcurrentLinkedDeque<>());
    }

    private static Connection borrow(Database database) throws SQLException {
        Connection used = idle(database).poll();
        if (used == null || used.isValid(SECONDS)) return used == null ? connect(database) : used;
        used.close();
        return connect(database);
    }

    private static Connection connect(Database database) throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
    }

    private static List<String> run(Connection connection, String statement) throws SQLException {
        try (var running = connection.createStatement()) {
            List<String> found = new ArrayList<>();
            if (!running.execute(statement)) return found;
            var rows = running.getResultSet();
            while (rows.next()) found.add(rows.getString(1));
            return found;
        }
    }

    public static long number(Database database, String statement) {
        return Long.parseLong(run(database, statement).getFirst());
    }

    /// Keeps no connection to a database that is going to be copied or renamed.
    static void letGo(Database database) {
        Deque<Connection> idle = IDLE.remove(database);
        if (idle == null) return;
        try {
            for (Connection connection : idle) connection.close();
        } catch (SQLException failure) {
            throw new IllegalStateException("closing", failure);
        }
    }
}
