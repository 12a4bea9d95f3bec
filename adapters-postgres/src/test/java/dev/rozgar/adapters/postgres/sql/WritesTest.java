package dev.rozgar.adapters.postgres.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.zaxxer.hikari.HikariDataSource;
import dev.rozgar.adapters.postgres.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// One connection, as the pool sets it up.
class WritesTest {
    private static final TestDatabase DATABASE = TestDatabase.open();
    private static final String INSERT = "insert into thing (n) values (?)";
    private static final String UPDATE = "update thing set n = n + ? where n = ?";

    private final PostgresPool pool = DATABASE.pool(1);

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @BeforeEach
    void threeThings() {
        DATABASE.run(
                "drop table if exists thing; create table thing (n bigint); insert into thing values (1), (2), (2)");
    }

    @AfterEach
    void closeThePool() {
        pool.close();
    }

    @Test
    void writesInTheOrderOfAdding() throws SQLException {
        Writes writes = new Writes();
        writes.add(INSERT, 5L);
        writes.addExpectingOne(UPDATE, 1L, 5L);
        writes.add("delete from thing where n < ?", 6L);
        commit(writes);

        assertEquals(List.of("6"), things());
    }

    @Test
    void writesNothingWhenOneRowWasExpectedAndNoneIsThere() {
        assertRefused(9);
    }

    @Test
    void writesNothingWhenOneRowWasExpectedAndTwoAreThere() {
        assertRefused(2);
    }

    @Test
    void leavesNothingOfARehearsal() throws SQLException {
        try (Connection connection = begin()) {
            Writes writes = new Writes();
            writes.add(INSERT, 5L);
            writes.rehearse(connection);
        }

        assertEquals(List.of("1", "2", "2"), things());
    }

    @Test
    void bindsEveryTypeThatItKnows() throws SQLException {
        Writes writes = new Writes();
        writes.add(
                "create table every (a text, b bigint, c int, d boolean, e timestamptz, f bytea, g bigint[], h text[],"
                        + " i date, j bigint)");
        commit(writes);
        Writes row = new Writes();
        row.add(
                "insert into every values (?, ?, ?, ?, ?, ?, ?, ?, ?::date, ?)",
                "it's; ?",
                1L << 40,
                7,
                true,
                Instant.parse("2026-03-01T09:30:00.123Z"),
                new byte[] {0, -1},
                new Long[] {1L, 2L},
                new String[] {"a,b", "{\"c\"}"},
                "2026-03-01",
                null);
        commit(row);

        assertEquals(
                List.of("(\"it's; ?\",1099511627776,7,t,\"2026-03-01 09:30:00.123+00\",\"\\\\x00ff\",\"{1,2}\","
                        + "\"{\"\"a,b\"\",\"\"{\\\\\"\"c\\\\\"\"}\"\"}\",2026-03-01,)"),
                pool.run("select every::text from every", statement -> {
                    var answer = statement.executeQuery();
                    answer.next();
                    return List.of(answer.getString(1));
                }));
    }

    @Test
    void knowsNoOtherType() {
        Writes writes = new Writes();
        writes.add(INSERT, 1.5);

        assertThrows(IllegalArgumentException.class, () -> commit(writes));
    }

    @Test
    void keepsAShortListPrepared() throws SQLException {
        assertEquals(Writes.LONGEST_KEPT, kept(Writes.LONGEST_KEPT - 1));
    }

    @Test
    void keepsNothingOfALongList() throws SQLException {
        assertEquals(0, kept(Writes.LONGEST_KEPT));
    }

    /// Statements that the server keeps after so many writes and their commit.
    private int kept(int count) throws SQLException {
        Writes writes = new Writes();
        for (int i = 0; i < count; i++) writes.add(INSERT, (long) i);
        commit(writes);
        return pool.run(
                "select count(*) from pg_prepared_statements where statement ~ '^\\s*(insert into thing|commit)'",
                statement -> {
                    var answer = statement.executeQuery();
                    answer.next();
                    return answer.getInt(1);
                });
    }

    private void assertRefused(long number) {
        Writes writes = new Writes();
        writes.add(INSERT, 5L);
        writes.addExpectingOne(UPDATE, 10L, number);
        writes.add(INSERT, 6L);

        assertEquals(
                PostgresFailures.STALE_VERSION,
                assertThrows(SQLException.class, () -> commit(writes)).getSQLState());
        assertEquals(List.of("1", "2", "2"), things());
    }

    private void commit(Writes writes) throws SQLException {
        try (Connection connection = begin()) {
            writes.commit(connection);
        }
    }

    private Connection begin() throws SQLException {
        HikariDataSource connections = pool.connections();
        Connection connection = connections.getConnection();
        connection.setAutoCommit(false);
        return connection;
    }

    private static List<String> things() {
        return DATABASE.ask("select n from thing order by n");
    }
}
