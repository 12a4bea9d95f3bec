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
            Sql.run(database, "update job set title = 'Renamed since' where id = " + ids.getFirst());
            long company = Sql.number(database, "select min(id) from company");
            long posted = id(after, Board.job(company, "Posted since"));
            after.awaitIndex();

            assertEquals("Renamed since", title(after, ids.getFirst()));
            assertEquals("Posted since", title(after, posted));
            assertTrue(newestInIndex() >> 40 == 2, "the index was owed everything once more");
            assertArrayEquals(list(after, "postgres"), list(after, "elasticsearch"));
        }
    }

    /// That the fault of the test above is one: without a new epoch the index keeps what it has.
    @Test
    void withoutANewEpochTheIndexRefusesWhatIsWritten() throws InterruptedException {
        List<Long> ids;
        try (Board before = start()) {
            ids = post(before, before.company("restored-works"));
            before.awaitIndex();
        }
        goBack("epoch = epoch");

        try (Board after = start()) {
            assertEquals(1, epoch());
            Sql.run(database, "update job set title = 'Renamed since' where id = " + ids.getFirst());
            Eventually.within(
                    Duration.ofSeconds(30),
                    "the index has answered, and may be read",
                    () -> isAnswered(ids.getFirst())
                            && after.wiring().copy().orElseThrow().keeper().isCurrent());
            assertEquals("Packer 0", title(after, ids.getFirst()));
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

    /// Whatever it said.
    private boolean isAnswered(long id) {
        return Sql.number(
                        database,
                        "select count(*) from index_ledger where doc_id = " + id
                                + " and (tries > 0 or set_aside or wanted = indexed)")
                == 1;
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
