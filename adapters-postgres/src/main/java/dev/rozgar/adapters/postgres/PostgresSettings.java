package dev.rozgar.adapters.postgres;

import java.time.Duration;

/// Where PostgreSQL is and how long to wait for it.
///
/// @param url as JDBC wants it, `jdbc:postgresql://host:5432/rozgar`
/// @param poolSize connections, and so statements at one time; a small multiple of the server's cores
/// @param patience how long a caller waits for a connection before it hears that PostgreSQL is unavailable
/// @param statementTimeout after which the server ends a statement
/// @param idleTransactionTimeout after which the server ends a transaction that does nothing: it would hold back the
/// cleaning of the ledger
public record PostgresSettings(
        String url,
        String user,
        String password,
        int poolSize,
        Duration patience,
        Duration statementTimeout,
        Duration idleTransactionTimeout) {
    public PostgresSettings {
        if (!url.startsWith("jdbc:postgresql:"))
            throw new IllegalArgumentException("not the JDBC address of a PostgreSQL");
        if (poolSize < 1) throw new IllegalArgumentException("a pool has at least one connection");
    }

    /// Ten connections, and patience that fits a web request.
    public static PostgresSettings of(String url, String user, String password) {
        return new PostgresSettings(
                url, user, password, 10, Duration.ofSeconds(3), Duration.ofSeconds(15), Duration.ofSeconds(10));
    }

    public PostgresSettings withPoolSize(int connections) {
        return new PostgresSettings(
                url, user, password, connections, patience, statementTimeout, idleTransactionTimeout);
    }

    /// Longer than the server's own limit, so that it only ends waits for a server that is gone.
    Duration socketTimeout() {
        return statementTimeout.plusSeconds(5);
    }

    /// Without the password, and without the address's parameters, which may hold one.
    @Override
    public String toString() {
        int parameters = url.indexOf('?');
        return user + " at " + (parameters < 0 ? url : url.substring(0, parameters)) + ", " + poolSize + " connections";
    }
}
