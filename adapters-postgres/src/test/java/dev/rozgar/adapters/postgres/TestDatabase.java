package dev.rozgar.adapters.postgres;

import dev.rozgar.adapters.postgres.session.DeskIds;
import dev.rozgar.adapters.postgres.sql.PostgresPool;
import dev.rozgar.application.company.SampleCompanies;
import dev.rozgar.application.posting.SampleJobs;
import dev.rozgar.engines.Database;
import dev.rozgar.engines.KeptConnections;
import dev.rozgar.engines.KeptConnections.Use;
import dev.rozgar.engines.TestEngines;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/// A database of a test's own, with the schema and some reference rows, copied from one that was migrated once.
public final class TestDatabase implements AutoCloseable {
    private static final String REFERENCE_ROWS =
            """
            insert into industry values ('sample', 'Sample branch', null),
                ('%1$s', 'Couriers', 'sample');
            insert into occupation_field values (900001, 'Transport');
            insert into occupation_group values (900001, 900001, 'Riders and drivers');
            insert into occupation values (%2$d, 900001, 'Delivery rider');
            """.formatted(SampleCompanies.KNOWN_INDUSTRY.value(), SampleJobs.KNOWN_OCCUPATION.value());

    private final Database database;
    private final Postgres postgres;
    private final DeskIds ids = DeskIds.fresh();
    private final KeptConnections kept;

    private TestDatabase(Database database) {
        this.database = database;
        this.postgres = Postgres.open(patient(settings(database)));
        this.kept = new KeptConnections(database);
    }

    public static TestDatabase open() {
        return new TestDatabase(TestEngines.freshDatabaseLike(Template.MIGRATED));
    }

    /// Without the schema.
    static TestDatabase empty() {
        return new TestDatabase(TestEngines.freshDatabase());
    }

    public Postgres postgres() {
        return postgres;
    }

    /// Those of all transactions of the test.
    DeskIds ids() {
        return ids;
    }

    public PostgresSettings settings() {
        return settings(database);
    }

    /// As the door opens one. To be closed.
    public PostgresPool pool(int connections) {
        return new PostgresPool(PoolConfig.of(settings().withPool(connections)));
    }

    /// Connections as they come, one for each use.
    public DataSource connections() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(database.jdbcUrl());
        source.setUser(database.user());
        source.setPassword(database.password());
        return source;
    }

    /// As [KeptConnections#borrow].
    Connection borrow() throws SQLException {
        return kept.borrow();
    }

    /// As [KeptConnections#giveBack].
    void giveBack(Connection borrowed) throws SQLException {
        kept.giveBack(borrowed);
    }

    /// As [KeptConnections#use].
    public <T extends @Nullable Object> T use(Use<T> use) throws SQLException {
        return kept.use(use);
    }

    /// A connection outside of the pool: somebody with psql.
    public Connection connect() throws SQLException {
        return kept.connect();
    }

    public void run(String sql) {
        try {
            use(connection -> {
                run(connection, sql);
                return sql;
            });
        } catch (SQLException failure) {
            throw new AssertionError(sql, failure);
        }
    }

    public static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /// The first column of every row, as text.
    public List<String> ask(String sql) {
        try {
            return use(connection -> ask(connection, sql));
        } catch (SQLException failure) {
            throw new AssertionError(sql, failure);
        }
    }

    private static List<String> ask(Connection connection, String sql) throws SQLException {
        List<String> answers = new ArrayList<>();
        try (var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) answers.add(String.valueOf(rows.getString(1)));
        }
        return answers;
    }

    /// Does a statement wait for a lock?
    public boolean isSomebodyWaiting() {
        return !ask("select pid from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'")
                .isEmpty();
    }

    @Override
    public void close() {
        postgres.close();
        try {
            kept.close();
        } catch (SQLException failure) {
            throw new AssertionError("closing", failure);
        }
    }

    private static PostgresSettings settings(Database database) {
        return PostgresSettings.of(database.jdbcUrl(), database.user(), database.password());
    }

    /// For what must succeed on a busy machine, however long it takes.
    static PostgresSettings patient(PostgresSettings usual) {
        Duration most = Duration.ofMinutes(1);
        var lists = new PostgresSettings.Lists(usual.lists().pool(), most);
        return new PostgresSettings(usual.url(), usual.user(), usual.password(), usual.pool(), most, most, lists);
    }

    private static final class Template {
        static final Database MIGRATED = migrated();

        private static Database migrated() {
            Database fresh = TestEngines.freshDatabase();
            try (Postgres postgres = Postgres.open(patient(TestDatabase.settings(fresh)));
                    Connection connection = new KeptConnections(fresh).connect()) {
                postgres.migrate();
                TestDatabase.run(connection, REFERENCE_ROWS);
            } catch (SQLException failure) {
                throw new AssertionError("the template", failure);
            }
            return fresh;
        }
    }
}
