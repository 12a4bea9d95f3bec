package dev.rozgar.bootstrap;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rozgar.engines.Database;
import dev.rozgar.engines.TestEngines;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/// Statements that hang, here on a lock that somebody holds, end after their time; they hold up their own kind at the
/// most, and whoever finds no connection is told to come back.
@Isolated("judges by the clock")
class BusyPostgresTest {
    private static final Database DATABASE = TestEngines.freshDatabase();
    private static final int SEARCHES = 3;

    private static Board board;
    private static long company;
    private static long job;

    @BeforeAll
    static void open() throws InterruptedException {
        board = Board.on(
                DATABASE,
                TestEngines.elasticsearch(),
                Map.of(
                        "rozgar.postgres.pool", "3",
                        "rozgar.postgres.connect_timeout", "2s",
                        "rozgar.postgres.statement_timeout", "1500ms",
                        "rozgar.postgres.list_pool", String.valueOf(SEARCHES),
                        "rozgar.postgres.list_timeout", "6s"));
        board.awaitIndex();
        company = board.company("busy-works");
        job = Board.parse(board.post("/api/jobs", Board.job(company, "Porter")))
                .getJsonNumber("id")
                .longValue();
        board.awaitIndex();
    }

    @AfterAll
    static void close() {
        board.close();
    }

    @Test
    void oneSearchThatHangsHoldsUpNoOther() throws SQLException {
        try (var held = locked("job_words");
                var all = Executors.newVirtualThreadPerTaskExecutor()) {
            var slow = CompletableFuture.supplyAsync(() -> board.get(searching("porter")), all);
            awaitWaiting(1);
            for (int i = 0; i < 20; i++) {
                assertEquals(
                        200, board.get("/api/jobs?read_model=postgres&limit=1").statusCode());
            }
            assertTrue(!slow.isDone(), "the search hung meanwhile");
            assertRefused(slow.join());
            held.rollback();
        }
        assertEquals(200, board.get(searching("porter")).statusCode());
    }

    @Test
    void searchesThatHangHoldUpNeitherReadersOfOneJobNorWriters() throws SQLException {
        try (var held = locked("job_words");
                var all = Executors.newVirtualThreadPerTaskExecutor()) {
            var slow = IntStream.range(0, 4 * SEARCHES)
                    .mapToObj(_ -> CompletableFuture.supplyAsync(() -> board.get(searching("porter")), all))
                    .toList();
            awaitWaiting(SEARCHES);
            board.company("unhindered-works");
            assertEquals(
                    200,
                    board.get("/api/jobs/" + job + "?read_model=elasticsearch").statusCode());
            slow.forEach(search -> assertRefused(search.join()));
            held.rollback();
        }
        assertEquals(200, board.get(searching("porter")).statusCode());
    }

    @Test
    void writersWithoutAConnectionAreToldToComeBackAndNothingIsHalfWritten() throws SQLException, InterruptedException {
        long before = total("postgres");
        List<HttpResponse<byte[]>> replies;
        try (var held = locked("job_location");
                var all = Executors.newVirtualThreadPerTaskExecutor()) {
            var writes = IntStream.range(0, 12)
                    .mapToObj(i -> CompletableFuture.supplyAsync(
                            () -> board.post("/api/jobs", Board.job(company, "Crowd " + i)), all))
                    .toList();
            replies = writes.stream().map(CompletableFuture::join).toList();
            held.rollback();
        }
        replies.forEach(BusyPostgresTest::assertRefused);
        assertEquals(before, total("postgres"));
        assertEquals(
                201,
                board.post("/api/jobs", Board.job(company, "After the crowd")).statusCode());
        board.awaitIndex();
        assertEquals(before + 1, total("postgres"));
        assertEquals(before + 1, total("elasticsearch"));
    }

    private static void assertRefused(HttpResponse<byte[]> reply) {
        assertEquals(503, reply.statusCode(), () -> new String(reply.body(), UTF_8));
        assertTrue(reply.headers().firstValue("Retry-After").isPresent());
    }

    private static String searching(String words) {
        return "/api/jobs?read_model=postgres&q=" + words;
    }

    private static Connection locked(String... tables) throws SQLException {
        var connection = DriverManager.getConnection(DATABASE.jdbcUrl(), DATABASE.user(), DATABASE.password());
        connection.setAutoCommit(false);
        for (String table : tables)
            connection.createStatement().execute("lock table " + table + " in access exclusive mode");
        return connection;
    }

    /// Until so many statements wait for a lock.
    private static void awaitWaiting(int statements) {
        try {
            Eventually.within(
                    Duration.ofSeconds(60),
                    "statements wait for the lock",
                    () -> Sql.number(
                                    DATABASE,
                                    "select count(*) from pg_stat_activity where wait_event_type = 'Lock'"
                                            + " and datname = current_database()")
                            >= statements);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static long total(String readModel) {
        return board.json("/api/jobs?limit=1&count=exact&read_model=" + readModel)
                .getJsonObject("total")
                .getJsonNumber("value")
                .longValue();
    }
}
