package dev.rozgar.bootstrap;

import dev.rozgar.engines.Database;
import dev.rozgar.engines.KeptConnections;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// What an operator does by hand: statements past the service.
public final class Sql {
    private static final Map<Database, KeptConnections> KEPT = new ConcurrentHashMap<>();

    private Sql() {}

    /// The first column of each row; empty where the statement answers none.
    public static List<String> run(Database database, String statement) {
        try {
            return KEPT.computeIfAbsent(database, KeptConnections::new).use(connection -> run(connection, statement));
        } catch (SQLException failure) {
            throw new IllegalStateException(statement, failure);
        }
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
        KeptConnections kept = KEPT.remove(database);
        if (kept == null) return;
        try {
            kept.close();
        } catch (SQLException failure) {
            throw new IllegalStateException("closing", failure);
        }
    }
}
