package dev.rozgar.adapters.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.helidon.dbclient.DbClient;
import io.helidon.dbclient.DbClientException;
import io.helidon.dbclient.DbExecute;
import io.helidon.dbclient.jdbc.JdbcClientBuilder;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// One pool of connections under both DbClient and plain JDBC. Every statement is a transaction of its own (autocommit,
/// READ COMMITTED), and every failure leaves here as a [PortFailure].
final class PostgresPool implements AutoCloseable {
    /// Tries of a statement that lost a deadlock or a serialization conflict.
    private static final int TRIES = 3;

    private final HikariDataSource connections;
    private final DbClient client;

    PostgresPool(PostgresSettings settings) {
        connections = new HikariDataSource(config(settings));
        client = JdbcClientBuilder.create()
                .connectionPool(() -> {
                    try {
                        return connections.getConnection();
                    } catch (SQLException failure) {
                        throw new DbClientException("no connection", failure);
                    }
                })
                .build();
    }

    private static HikariConfig config(PostgresSettings settings) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("rozgar-postgres");
        config.setJdbcUrl(settings.url());
        config.setUsername(settings.user());
        config.setPassword(settings.password());
        config.setMaximumPoolSize(settings.pool());
        config.setConnectionTimeout(settings.connect().toMillis());
        // A server that is down when the process starts is an outage like any other, met by each request.
        config.setInitializationFailTimeout(-1);
        // The driver sends the JVM's own zone when it connects, over whatever the options say.
        config.setConnectionInitSql("set time zone 'UTC'");
        config.addDataSourceProperty("ApplicationName", "rozgar");
        config.addDataSourceProperty("tcpKeepAlive", "true");
        config.addDataSourceProperty("connectTimeout", seconds(settings.connect()));
        config.addDataSourceProperty("socketTimeout", seconds(settings.answer()));
        // Prepared on the server at first use: the plans of the page and of its documents are worth keeping.
        config.addDataSourceProperty("prepareThreshold", "1");
        config.addDataSourceProperty("options", options(settings));
        // The driver announces the machine's own time zone, and that beats the options.
        config.setConnectionInitSql("set time zone 'UTC'");
        return config;
    }

    private static String seconds(Duration duration) {
        return Long.toString(Math.max(1, duration.toSeconds()));
    }

    /// What every session is set to. Compiling expressions costs more than our short statements take, and a random page
    /// of tables that lie in memory costs no more than the next one.
    private static String options(PostgresSettings settings) {
        return String.join(
                " -c ",
                "",
                "DateStyle=ISO",
                "default_transaction_isolation=read\\ committed",
                "jit=off",
                "random_page_cost=1.1",
                "statement_timeout=" + settings.statement().toMillis(),
                "idle_in_transaction_session_timeout=" + PostgresSettings.IDLE_IN_TRANSACTION.toMillis());
    }

    @FunctionalInterface
    interface Work<T> {
        T on(PreparedStatement statement) throws SQLException;
    }

    /// One statement, prepared once per connection and text. Repeated if it lost a deadlock.
    <T> T run(String sql, Work<T> work) {
        for (int left = TRIES; ; left--) {
            try (Connection connection = connections.getConnection();
                    PreparedStatement statement = connection.prepareStatement(sql)) {
                return work.on(statement);
            } catch (SQLException failure) {
                if (left == 1 || !PostgresFailures.isWorthRepeating(failure)) throw PostgresFailures.of(failure);
            }
        }
    }

    /// The rows of a question outside of any transaction.
    ///
    /// @param values see [Binding]
    <T> List<T> rows(String sql, Reads.Row<T> row, @Nullable Object... values) {
        return run(sql, statement -> {
            Binding.bind(statement, Arrays.asList(values));
            return Reads.last(statement, row);
        });
    }

    /// For answers of one short row.
    <T> T ask(Function<DbExecute, T> question) {
        try {
            return question.apply(client.execute());
        } catch (DbClientException failure) {
            throw PostgresFailures.of(failure);
        }
    }

    HikariDataSource connections() {
        return connections;
    }

    PoolGauges gauges() {
        return new PoolGauges(connections);
    }

    @Override
    public void close() {
        connections.close();
    }
}
