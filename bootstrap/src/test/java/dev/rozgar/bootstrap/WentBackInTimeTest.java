package dev.rozgar.bootstrap;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rozgar.engines.Database;
import dev.rozgar.engines.TestEngines;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// PostgreSQL was restored from its past: it hands out numbers again under which the index holds other documents.
class WentBackInTimeTest {
    private static final int JOBS = 40;

    private final Database database = TestEngines.freshDatabase();
    private final Map<String, String> sameIndex =
            Map.of("rozgar.elasticsearch.prefix", TestEngines.freshIndexPrefix() + "b");

    @ParameterizedTest
    @ValueSource(strings = {"system_identifier", "timeline"})
    void anotherHistoryBeginsAnEpochWhoseDocumentsTheIndexTakes(String mark) throws InterruptedException {
        List<Long> ids;
        try (Board before = start()) {
            ids = post(before, before.company("restored-works"));
            before.awaitIndex();
        }
        assertEquals(1, epoch());
        assertTrue(newestInIndex() > JOBS);
        goBack("%s = %s + 1".formatted(mark, mark));

        try (Board after = start()) {
            assertEquals(2, epoch());
            rename(ids.getFirst(), "Renamed since");
            long company = Sql.number(database, "select min(id) from company");
            long posted = id(after, Board.job(company, "Posted since"));
            after.awaitIndex();

            assertEquals("Renamed since", title(after, ids.getFirst()));
            assertEquals("Posted since", title(after, posted));
            assertTrue(newestInIndex() >> 40 == 2);
            assertArrayEquals(list(after, "postgres"), list(after, "elasticsearch"));
        }
    }

    /// The same server on the same timeline, with an earlier state of the database: a backup was put back.
    @Test
    void anEarlierStateOfTheSameServerIsNoticedByWhatTheIndexHolds() throws InterruptedException {
        long company;
        List<Long> ids;
        try (Board before = start()) {
            company = before.company("restored-works");
            ids = post(before, company);
            before.awaitIndex();
        }
        backUp();
        long phantom;
        try (Board lost = start()) {
            rename(ids.getFirst(), "Renamed in the lost history");
            Sql.run(database, "update job set state = 'PAUSED' where id = " + ids.get(1));
            phantom = id(lost, Board.job(company, "Posted in the lost history"));
            lost.awaitIndex();
            assertEquals("Renamed in the lost history", title(lost, ids.getFirst()));
        }
        putBack();

        try (Board after = start()) {
            after.awaitIndex();
            var figures = after.wiring().copy().orElseThrow().figures();
            Eventually.within(Duration.ofSeconds(60), "it is noticed", () -> figures.wentBack() > 0 && epoch() == 2);
            assertEquals(1, figures.wentBack(), "the fault happened");
            assertEquals(2, epoch());
            // What the lost history has left is owed after the epoch has begun.
            Eventually.within(
                    Duration.ofSeconds(60),
                    "the index tells the truth",
                    () -> "Packer 0".equals(title(after, ids.getFirst())));
            after.awaitIndex();
            assertEquals(
                    404,
                    after.get("/api/jobs/" + phantom + "?read_model=elasticsearch")
                            .statusCode());
            assertArrayEquals(list(after, "postgres"), list(after, "elasticsearch"));
            rename(ids.getFirst(), "Renamed since");
            after.awaitIndex();
            assertEquals("Renamed since", title(after, ids.getFirst()));
        }
    }

    @Test
    void theSameHistoryGoesOnInItsEpoch() {
        start().close();
        start().close();
        assertEquals(1, epoch());
    }

    private Board start() {
        return Board.on(database, TestEngines.elasticsearch(), sameIndex);
    }

    private void goBack(String state) {
        Sql.run(database, "update index_state set " + state);
        Sql.run(database, "alter sequence index_version restart");
    }

    private void rename(long id, String title) {
        Sql.run(database, "update job set title = '%s' where id = %d".formatted(title, id));
    }

    /// A database is copied file by file, with all that it has ever handed out.
    private void backUp() {
        onServer("create database %1$s_backup template %1$s");
    }

    private void putBack() {
        onServer("drop database %s with (force)", "alter database %1$s_backup rename to %1$s");
    }

    private void onServer(String... statements) {
        String name = Sql.run(database, "select current_database()").getFirst();
        Sql.letGo(database);
        for (String statement : statements) Sql.run(database.named("postgres"), statement.formatted(name));
    }

    private long epoch() {
        return Sql.number(database, "select epoch from index_state");
    }

    private long newestInIndex() {
        return Sql.number(database, "select max(version) from index_ledger where wanted = indexed");
    }

    private static List<Long> post(Board board, long company) {
        return IntStream.range(0, JOBS)
                .mapToObj(number -> id(board, Board.job(company, "Packer " + number)))
                .toList();
    }

    private static long id(Board board, String job) {
        var response = board.post("/api/jobs", job);
        assertEquals(201, response.statusCode());
        return Board.parse(response).getJsonNumber("id").longValue();
    }

    private static String title(Board board, long id) {
        return board.json("/api/jobs/" + id + "?read_model=elasticsearch").getString("title");
    }

    private static byte[] list(Board board, String readModel) {
        return board.json("/api/jobs?limit=100&sort=title&read_model=" + readModel)
                .getJsonArray("items")
                .toString()
                .getBytes(StandardCharsets.UTF_8);
    }
}
