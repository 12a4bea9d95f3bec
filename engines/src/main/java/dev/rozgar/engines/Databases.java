package dev.rozgar.engines;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;

/// Creates and drops databases on a server.
final class Databases {
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
        try (var connection = connect(server)) {
            run(
                    connection,
                    "create database " + quoted(name)
                            + template.map(t -> " template " + quoted(t)).orElse(""));
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

    private static Connection connect(Database server) throws SQLException {
        return DriverManager.getConnection(server.jdbcUrl(), server.user(), server.password());
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
