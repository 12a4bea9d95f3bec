package dev.rozgar.bootstrap;

import dev.rozgar.engines.Database;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// What an operator does by hand: statements past the service.
public final class Sql {
    private Sql() {}

    /// The first column of each row; empty where the statement answers none.
    public static List<String> run(Database database, String statement) {
        try (var connection = DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
                var running = connection.createStatement()) {
            List<String> found = new ArrayList<>();
            if (!running.execute(statement)) return found;
            var rows = running.getResultSet();
            while (rows.next()) found.add(rows.getString(1));
            return found;
        } catch (SQLException failure) {
            throw new IllegalStateException(statement, failure);
        }
    }

    public static long number(Database database, String statement) {
        return Long.parseLong(run(database, statement).getFirst());
    }
}
