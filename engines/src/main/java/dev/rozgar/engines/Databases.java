package dev.rozgar.engines;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;

/// Creates and drops databases on a server.
final class Databases {
    private static final String OBJECT_IN_USE = "55006";
    /// Each waits five seconds until whoever was connected to the template has left, which takes a busy machine longer.
    private static final int TRIES = 12;

    private Databases() {}

    static Database createIfAbsent(Database server, String name) {
        try (var connection = connect(server);
                var known = connection.prepareStatement("select 1 from pg_database where datname = ?")) {
            known.setString(1, name);
            try (var rows = known.executeQuery()) {
                if (!rows.next()) {
                    run(connection, "create database " + quoted(name));
                }
            }
            return server.named(name);
        } catch (SQLException e) {
            throw new EngineFailure("Cannot create the database " + name + " at " + server + ": " + e.getMessage(), e);
        }
    }

    static boolean answers(Database server) {
        try (var connection = connect(server)) {
            return connection.isValid(5);
        } catch (SQLException e) {
            return false;
        }
    }

    static Database create(Database server, String name, Optional<String> template) {
        String sql = "create database " + quoted(name)
                + template.map(t -> " template " + quoted(t)).orElse("");
        try (var connection = connect(server)) {
            runOnceNobodyUses(connection, sql);
            return server.named(name);
        } catch (SQLException e) {
            throw new EngineFailure("Cannot create the database " + name + " at " + server + ": " + e.getMessage(), e);
        }
    }

    static void drop(Database server, String name) {
        try (var connection = connect(server)) {
            run(connection, "drop database if exists " + quoted(name) + " with (force)");
        } catch (SQLException e) {
            throw new EngineFailure("Cannot drop the database " + name + " at " + server + ": " + e.getMessage(), e);
        }
    }

    static Connection connect(Database server) throws SQLException {
        Properties options = new Properties();
        options.setProperty("user", server.user());
        options.setProperty("password", server.password());
        // Else it is what the pool that was made last in this JVM has told the driver.
        options.setProperty("loginTimeout", "60");
        return DriverManager.getConnection(server.jdbcUrl(), options);
    }

    private static void runOnceNobodyUses(Connection connection, String sql) throws SQLException {
        for (int left = TRIES; ; left--) {
            try {
                run(connection, sql);
                return;
            } catch (SQLException e) {
                if (left == 1 || !OBJECT_IN_USE.equals(e.getSQLState())) throw e;
            }
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /// A name cannot be a parameter.
    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
