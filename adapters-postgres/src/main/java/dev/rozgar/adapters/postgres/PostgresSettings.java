package dev.rozgar.adapters.postgres;

import java.time.Duration;

/// Where PostgreSQL is and how long to wait for it.
///
/// @param url as JDBC wants it, `jdbc:postgresql://host:5432/rozgar`
/// @param pool connections, and so statements at one time; a small multiple of the server's cores
/// @param connect how long a caller waits for a connection before it hears that PostgreSQL is unavailable
/// @param statement after which the server ends a statement
/// @param lists what is read for the public
public record PostgresSettings(
        String url, String user, String password, int pool, Duration connect, Duration statement, Lists lists) {
    /// Lists, documents and words have connections of their own: however many slow searches there are,
    /// whoever writes finds a connection.
    ///
    /// @param pool connections, and so searches at one time
    /// @param statement after which the server ends a search
    public record Lists(int pool, Duration statement) {
        public static final Lists USUAL = new Lists(10, Duration.ofSeconds(5));

        public Lists {
            if (pool < 1) throw new IllegalArgumentException("a pool has at least one connection");
        }
    }

    /// After which the server ends a transaction that does nothing: it would hold back the cleaning of the ledger.
    static final Duration IDLE_IN_TRANSACTION = Duration.ofSeconds(30);

    private static final Duration TRAVEL = Duration.ofSeconds(5);

    public PostgresSettings {
        if (!url.startsWith("jdbc:postgresql:"))
            throw new IllegalArgumentException("not the JDBC address of a PostgreSQL");
        if (pool < 1) throw new IllegalArgumentException("a pool has at least one connection");
    }

    /// Ten connections, and the patience of a web request.
    public static PostgresSettings of(String url, String user, String password) {
        return new PostgresSettings(
                url, user, password, 10, Duration.ofSeconds(3), Duration.ofSeconds(15), Lists.USUAL);
    }

    /// As many for lists, too.
    public PostgresSettings withPool(int connections) {
        Lists as = new Lists(connections, lists.statement());
        return new PostgresSettings(url, user, password, connections, connect, statement, as);
    }

    /// Those of the connections for lists.
    PostgresSettings ofLists() {
        return new PostgresSettings(url, user, password, lists.pool(), connect, lists.statement(), lists);
    }

    /// How long an answer may take at all: longer than the server's own limit, so that it ends only the wait for a
    /// server that is gone.
    Duration answer() {
        return statement.plus(statement.compareTo(TRAVEL) < 0 ? statement : TRAVEL);
    }

    /// Without the password, and without the address's parameters, which may hold one.
    @Override
    public String toString() {
        int parameters = url.indexOf('?');
        return user + " at " + (parameters < 0 ? url : url.substring(0, parameters)) + ", " + pool + " connections";
    }
}
