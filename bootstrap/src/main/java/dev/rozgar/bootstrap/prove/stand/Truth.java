package dev.rozgar.bootstrap.prove.stand;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.rozgar.engines.Database;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// Looks at PostgreSQL past the service.
public final class Truth implements AutoCloseable {
    private static final String DEBTS = """
            select (select count(*) from index_ledger where owed) + (select count(*) from index_fanout),
                   coalesce((select extract(epoch from clock_timestamp() - min(since)) from index_ledger where owed), 0),
                   (select count(*) from index_ledger where set_aside)
            """;

    private final HikariDataSource pool;

    Truth(Database database) {
        var config = new HikariConfig();
        config.setJdbcUrl(database.jdbcUrl());
        config.setUsername(database.user());
        config.setPassword(database.password());
        config.addDataSourceProperty("ApplicationName", "proof");
        config.setMaximumPoolSize(4);
        config.setMinimumIdle(0);
        config.setConnectionTimeout(2_000);
        config.setInitializationFailTimeout(-1);
        pool = new HikariDataSource(config);
    }

    /// What the index owes at this moment.
    ///
    /// @param documents changes of single documents and of what many show
    /// @param oldestSeconds since the oldest of them was made
    /// @param setAside documents that were refused for good
    public record Debts(long documents, double oldestSeconds, long setAside) {}

    /// Does something with a row.
    @FunctionalInterface
    public interface Reader<T> {
        T read(ResultSet rows) throws SQLException;
    }

    public Debts debts() {
        return ask(DEBTS, row -> {
            row.next();
            return new Debts(row.getLong(1), row.getDouble(2), row.getLong(3));
        });
    }

    /// [#debts], where PostgreSQL answers.
    public Optional<Debts> debtsIfThere() {
        try {
            return Optional.of(debts());
        } catch (IllegalStateException away) {
            return Optional.empty();
        }
    }

    /// Documents of listed jobs with an id above `after`, as the truth has them now.
    SortedMap<Long, byte[]> documents(long after, int most) {
        var sql = """
                select d.id, d.document from job_documents(array(
                    select id from job where listed and id > %d order by id limit %d)) d
                """.formatted(after, most);
        return ask(sql, rows -> {
            SortedMap<Long, byte[]> found = new TreeMap<>();
            while (rows.next()) found.put(rows.getLong(1), rows.getBytes(2));
            return found;
        });
    }

    /// Whether the ledger has ever heard of it.
    boolean knows(long id) {
        return number("select count(*) from index_ledger where doc_type = 'job' and doc_id = " + id) > 0;
    }

    /// No document version above this has been handed out.
    long newestVersion() {
        return number("select epoch << 40 | v.last_value from index_state, index_version v");
    }

    public long number(String sql) {
        return Long.parseLong(text(sql));
    }

    public String text(String sql) {
        return ask(sql, row -> {
            if (!row.next()) throw new SQLException("no row: " + sql);
            return String.valueOf(row.getString(1));
        });
    }

    /// @return rows that it changed
    public int run(String sql) {
        return with(statement -> {
            statement.execute(sql);
            return Math.max(0, statement.getUpdateCount());
        });
    }

    public <T> T ask(String sql, Reader<T> reader) {
        return with(statement -> {
            try (var rows = statement.executeQuery(sql)) {
                return reader.read(rows);
            }
        });
    }

    /// A connection of the caller's own, to hold a transaction open.
    public Connection connection() throws SQLException {
        return pool.getConnection();
    }

    private <T> T with(Work<T> work) {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            return work.on(statement);
        } catch (SQLException failure) {
            throw new IllegalStateException("PostgreSQL does not do it: " + failure.getMessage(), failure);
        }
    }

    @FunctionalInterface
    private interface Work<T> {
        T on(Statement statement) throws SQLException;
    }

    @Override
    public void close() {
        pool.close();
    }
}
