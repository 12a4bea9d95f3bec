package dev.rozgar.bootstrap;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The whole service on real engines, through its own HTTP.
class ServiceTest {
    private static Board board;
    private static long company;

    @BeforeAll
    static void open() throws InterruptedException {
        board = Board.onSharedEngines(Map.of("rozgar.relay.indexed_within", "20s", "rozgar.reads.deadline", "20s"));
        board.awaitIndex();
        company = board.company("shubh-logistics");
    }

    @AfterAll
    static void close() {
        board.close();
    }

    @Test
    void aPostedJobReadsTheSameFromBothStores() {
        long id = post("/api/job/elastic/", "Forklift driver");
        HttpResponse<byte[]> elastic = board.get("/api/jobs/" + id + "?read_model=elasticsearch");
        HttpResponse<byte[]> database = board.get("/api/jobs/" + id + "?read_model=postgres");
        assertEquals(200, elastic.statusCode(), () -> new String(elastic.body(), UTF_8));
        assertArrayEquals(database.body(), elastic.body());
        assertEquals(database.headers().firstValue("ETag"), elastic.headers().firstValue("ETag"));
    }

    @Test
    void aListReadsTheSameFromBothStores() throws InterruptedException {
        for (String title : List.of("Welder A", "Welder B", "Welder C")) post("/api/jobs", title);
        board.awaitIndex();
        String query = "/api/jobs?title=Welder%20A&title=Welder%20B&sort=-title&pay.min.gte=18000&read_model=";
        var elastic = board.json(query + "elasticsearch");
        var database = board.json(query + "postgres");
        assertEquals(database.getJsonArray("items"), elastic.getJsonArray("items"));
        assertEquals(2, elastic.getJsonArray("items").size());
        assertEquals(database.getJsonObject("total"), elastic.getJsonObject("total"));
    }

    @Test
    void aWriteThatAsksForTheIndexIsAnsweredWhenTheIndexHasIt() {
        HttpResponse<byte[]> response = board.post("/api/job/elastic/", Board.job(company, "Tailor"));
        assertEquals(201, response.statusCode());
        assertEquals("indexed", Board.parse(response).getString("sync"));
    }

    @Test
    void anUnchangedJobIsNotSentAgain() {
        long id = post("/api/job/elastic/", "Gardener");
        String tag = board.get("/api/jobs/" + id).headers().firstValue("ETag").orElseThrow();
        assertEquals(304, board.get("/api/jobs/" + id, "If-None-Match", tag).statusCode());
    }

    @Test
    void autoIsAnsweredByElasticsearchWhileItIsUp() {
        post("/api/job/elastic/", "Cook");
        assertEquals("elasticsearch", Board.readModel(board.get("/api/jobs")));
    }

    @Test
    void isReadyOnBothEngines() {
        var report = board.json("/health/ready");
        assertEquals("up", report.getString("postgres"));
        assertEquals("up", report.getString("elasticsearch"));
    }

    @Test
    void measuresWhatKeepsTheIndexInStep() {
        String metrics = new String(board.get("/metrics").body(), UTF_8);
        for (String name : List.of(
                "index_backlog",
                "index_lag_seconds",
                "index_set_aside",
                "index_relay_batch",
                "index_relay_paused",
                "index_current",
                "postgres_pool_active{pool=\"usual\"}",
                "postgres_pool_active{pool=\"lists\"}",
                "rozgar_build{",
                "jvm_memory_used_bytes")) assertTrue(metrics.contains("\n" + name), () -> name + " in\n" + metrics);
    }

    private static long post(String path, String title) {
        HttpResponse<byte[]> response = board.post(path, Board.job(company, title));
        assertEquals(201, response.statusCode(), () -> new String(response.body(), UTF_8));
        return Board.parse(response).getJsonNumber("id").longValue();
    }
}
