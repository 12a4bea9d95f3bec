package dev.rozgar.bootstrap;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rozgar.engines.Database;
import dev.rozgar.engines.TestEngines;
import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/// The write policy `strict` through the whole service, on real engines.
@Isolated("judges by the clock")
class StrictPolicyTest {
    private static final String PREFIX = TestEngines.freshIndexPrefix() + "s";

    private static final Database DATABASE = TestEngines.freshDatabase();

    private static Board board;
    private static Cluster cluster;
    private static long company;

    @BeforeAll
    static void open() throws InterruptedException {
        board = Board.on(
                DATABASE,
                TestEngines.elasticsearch(),
                Map.of(
                        "rozgar.write_policy", "strict",
                        "rozgar.strict.deadline", "6s",
                        "rozgar.elasticsearch.prefix", PREFIX));
        cluster = new Cluster(TestEngines.elasticsearch().uri());
        board.awaitIndex();
        company = board.company("strict-movers");
    }

    @AfterAll
    static void close() {
        board.close();
    }

    @Test
    void everyWriteOfAJobIsIndexedWhenItIsAnswered() {
        var posted = board.post("/api/jobs", Board.job(company, "Farrier"));
        assertEquals(201, posted.statusCode(), () -> text(posted));
        assertEquals("indexed", Board.parse(posted).getString("sync"));
        assertEquals(0, board.owed());
        long id = Board.parse(posted).getJsonNumber("id").longValue();
        assertEquals("Farrier", elastic(id).getString("title"));

        var paused =
                board.post("/api/jobs/" + id + "/transitions", "{\"move\": \"PAUSE\", \"from_state\": \"PUBLISHED\"}");
        assertEquals(201, paused.statusCode(), () -> text(paused));
        assertEquals(0, board.owed());
        assertEquals(
                404, board.get("/api/jobs/" + id + "?read_model=elasticsearch").statusCode());
    }

    @Test
    void whatTheIndexHasNoRoomForIsNotSaved() throws InterruptedException {
        long before = total();
        cluster.block(live(), true);
        var refused = board.post("/api/jobs", Board.job(company, "Cooper"));
        assertEquals(503, refused.statusCode(), () -> text(refused));
        cluster.block(live(), false);

        board.awaitIndex();
        assertEquals(before, total());
        assertEquals(201, board.post("/api/jobs", Board.job(company, "Cooper")).statusCode());
        assertEquals(before + 1, total());
    }

    @Test
    void whatTheIndexRefusesIsNotSavedAndTheReasonIsTold() throws InterruptedException {
        long before = total();
        String index = live();
        cluster.narrow(PREFIX, index);
        try {
            var refused = board.post("/api/jobs", Board.job(company, "Wheelwright"));
            assertEquals(422, refused.statusCode(), () -> text(refused));
            assertEquals("NOT_INDEXABLE", Board.parse(refused).getString("code"));
            assertTrue(Board.parse(refused).getString("detail").contains("dynamic"), () -> text(refused));
        } finally {
            cluster.widen(PREFIX, index);
        }
        assertEquals(before, total());
    }

    @Test
    void aCompanyThatIsRenamedIsShownByItsJobsSoonAfter() throws InterruptedException {
        long renamed = board.company("strict-renamed");
        long id = Board.parse(board.post("/api/jobs", Board.job(renamed, "Thatcher")))
                .getJsonNumber("id")
                .longValue();

        Sql.run(DATABASE, "update company set display_name = 'Renamed since' where id = " + renamed);

        board.awaitIndex();
        assertEquals("Renamed since", elastic(id).getJsonObject("company").getString("name"));
    }

    private static JsonObject elastic(long id) {
        return board.json("/api/jobs/" + id + "?read_model=elasticsearch");
    }

    private static String live() {
        return board.wiring().copy().orElseThrow().index().status().live().orElseThrow();
    }

    private static long total() {
        return board.json("/api/jobs?limit=1&count=exact&read_model=postgres")
                .getJsonObject("total")
                .getJsonNumber("value")
                .longValue();
    }

    private static String text(HttpResponse<byte[]> response) {
        return new String(response.body(), UTF_8);
    }
}
