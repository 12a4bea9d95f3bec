package dev.rozgar.adapters.postgres.sql;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.helidon.dbclient.DbClient;
import io.helidon.dbclient.DbClientException;
import io.helidon.dbclient.DbExecute;
import io.helidon.dbclient.jdbc.JdbcClientBuilder;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// One pool of connections under both DbClient and plain JDBC. Every statement is a transaction of its own (autocommit,
/// READ COMMITTED), and every failure leaves here as a [PortFailure].
public final class PostgresPool implements AutoCloseable {
    /// Tries of a statement that lost a deadlock or a serialization conflict.
    private static final int TRIES = 3;
    /// A dead connection fails sooner than this, in nanoseconds; a server that hangs does not.
    private static final long AT_ONCE = 1_000_000_000L;

    private final HikariDataSource connections;
    private final DbClient client;
    /// When all connections were last given up.
    private final AtomicLong evicted = new AtomicLong(System.nanoTime());

    public PostgresPool(HikariConfig config) {
        connections = new HikariDataSource(config);
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

    @FunctionalInterface
    public interface Work<T> {
        T on(PreparedStatement statement) throws SQLException;
    }

    /// One statement, prepared once per connection and text. Repeated if it lost a deadlock.
    public <T> T run(String sql, Work<T> work) {
        for (int left = TRIES; ; left--) {
            try {
                return once(sql, work);
            } catch (SQLException failure) {
                if (left == 1 || !PostgresFailures.isWorthRepeating(failure)) throw PostgresFailures.of(failure);
            }
        }
    }

    private <T> T once(String sql, Work<T> work) throws SQLException {
        try (Connection connection = connections.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            return work.on(statement);
        }
    }

    /// The same for a question, which does no harm when it is asked twice: if its connection turns out to have died
    /// unnoticed, as they all do when the server is restarted, it goes by a new one, and its `work` is done again.
    public <T> T read(String sql, Work<T> work) {
        long begin = System.nanoTime();
        try {
            return once(sql, work);
        } catch (SQLException failure) {
            if (!wasDead(failure, begin) && !PostgresFailures.isWorthRepeating(failure))
                throw PostgresFailures.of(failure);
        }
        return run(sql, work);
    }

    /// If so, all connections there are now will be replaced, those in use when they come back: the pool itself
    /// looks whether one lives only if it has been idle for half a second. Once is enough for all who meet the
    /// same outage.
    private boolean wasDead(SQLException failure, long begin) {
        long now = System.nanoTime();
        if (!PostgresFailures.isBrokenConnection(failure) || now - begin > AT_ONCE) return false;
        long last = evicted.get();
        if (begin - last > 0 && evicted.compareAndSet(last, now))
            connections.getHikariPoolMXBean().softEvictConnections();
        return true;
    }

    /// What a change tells in rows. It is not made again on another connection: nobody knows whether it was made.
    ///
    /// @param values see [Binding]
    public <T> List<T> changing(String sql, Reads.Row<T> row, @Nullable Object... values) {
        return run(sql, statement -> {
            Binding.bind(statement, Arrays.asList(values));
            return Reads.last(statement, row);
        });
    }

    /// The rows of a question outside of any transaction; see [#read].
    ///
    /// @param values see [Binding]
    public <T> List<T> rows(String sql, Reads.Row<T> row, @Nullable Object... values) {
        return read(sql, statement -> {
            Binding.bind(statement, Arrays.asList(values));
            return Reads.last(statement, row);
        });
    }

    /// A change that is a transaction of its own.
    ///
    /// @param values see [Binding]
    public void write(String sql, @Nullable Object... values) {
        run(sql, statement -> {
            Binding.bind(statement, Arrays.asList(values));
            return statement.executeUpdate();
        });
    }

    /// The server's version, as in `18.6`.
    public String version() {
        return ask(db -> db.createNamedGet("version", "show server_version")
                .execute()
                .orElseThrow()
                .column(1)
                .get(String.class));
    }

    /// For answers of one short row.
    public <T> T ask(Function<DbExecute, T> question) {
        try {
            return question.apply(client.execute());
        } catch (DbClientException failure) {
            throw PostgresFailures.of(failure);
        }
    }

    public HikariDataSource connections() {
        return connections;
    }

    @Override
    public void close() {
        connections.close();
    }
}
