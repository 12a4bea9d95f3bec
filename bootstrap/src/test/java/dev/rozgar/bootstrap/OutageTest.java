package dev.rozgar.bootstrap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rozgar.application.listing.BreakerState;
import dev.rozgar.engines.ElasticsearchEngine;
import dev.rozgar.engines.PostgresEngine;
import dev.rozgar.engines.TestEngines;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/// Engines that go and come back under a running service. Each fault is seen to have happened.
@Isolated("judges by the clock")
class OutageTest {
    private static final Opened OPENED = new Opened();
    private static PostgresEngine postgres;
    private static ElasticsearchEngine elasticsearch;
    private static Board board;
    private static long company;

    @BeforeAll
    static void open() throws InterruptedException {
        postgres = OPENED.add(TestEngines.privatePostgres());
        elasticsearch = OPENED.add(TestEngines.privateElasticsearch());
        board = OPENED.add(Board.on(
                postgres.database(),
                elasticsearch,
                Map.of(
                        "rozgar.postgres.pool", "8",
                        "rozgar.postgres.connect_timeout", "2s",
                        "rozgar.elasticsearch.read_timeout", "2s")));
        board.awaitIndex();
        company = board.company("outage-works");
    }

    @AfterAll
    static void close() {
        OPENED.close();
    }

    @Test
    void elasticsearchGoesAndComesUnderWritesAndNothingIsLost() throws InterruptedException {
        long before = total("postgres");
        AtomicBoolean writing = new AtomicBoolean(true);
        AtomicInteger written = new AtomicInteger();
        List<Integer> refusals = new ArrayList<>();
        Thread writer = Thread.ofPlatform().start(() -> {
            while (writing.get()) {
                int status = board.post("/api/jobs", Board.job(company, "Rider " + written.get()))
                        .statusCode();
                if (status == 201) written.incrementAndGet();
                else refusals.add(status);
            }
        });
        awaitWrites(written, 20);
        elasticsearch.kill();
        Eventually.within(
                Duration.ofSeconds(60),
                "the relay notices",
                () -> board.wiring().copy().orElseThrow().relay().isPaused());
        assertEquals("degraded", board.json("/health/ready").getString("status"));
        assertEquals("postgres", readModel("/api/jobs"));
        awaitWrites(written, written.get() + 20);
        elasticsearch.start();
        awaitWrites(written, written.get() + 20);
        writing.set(false);
        writer.join();
        board.awaitIndex();
        assertEquals(List.of(), refusals);
        assertEquals(before + written.get(), total("postgres"));
        assertEquals(before + written.get(), total("elasticsearch"));
        Eventually.within(
                Duration.ofSeconds(60), "auto comes back", () -> "elasticsearch".equals(readModel("/api/jobs")));
    }

    @Test
    void aWriteThatAsksForTheIndexIsSavedThoughItIsAway() throws InterruptedException {
        elasticsearch.pause();
        try {
            var response = board.post("/api/job/elastic/", Board.job(company, "Porter"));
            assertEquals(202, response.statusCode());
            assertEquals("accepted", Board.parse(response).getString("sync"));
        } finally {
            elasticsearch.resume();
        }
        board.awaitIndex();
        assertEquals(total("postgres"), total("elasticsearch"));
    }

    /// Stopped as by a debugger, it takes connections and never answers.
    @Test
    void aStoppedElasticsearchIsLeftAloneAndTakenBack() throws InterruptedException {
        Eventually.within(
                Duration.ofSeconds(60), "Elasticsearch reads", () -> "elasticsearch".equals(readModel("/api/jobs")));
        var auto = board.wiring().copy().orElseThrow().reads().auto();
        long outages = auto.outages();
        elasticsearch.pause();
        try {
            while (auto.state() == BreakerState.CLOSED) assertEquals("postgres", readModel("/api/jobs"));
            for (int i = 0; i < 50; i++) assertEquals("postgres", readModel("/api/jobs"));
            assertTrue(auto.outages() > outages);
            var posted = board.post("/api/jobs", Board.job(company, "Meanwhile"));
            var read = board.get("/api/jobs?title=Meanwhile", "Consistency-Token", Board.token(posted));
            assertEquals("postgres", Board.readModel(read));
            assertEquals(1, Board.parse(read).getJsonArray("items").size());
        } finally {
            elasticsearch.resume();
        }
        Eventually.within(
                Duration.ofSeconds(60), "auto comes back", () -> "elasticsearch".equals(readModel("/api/jobs")));
        assertEquals(BreakerState.CLOSED, auto.state());
        board.awaitIndex();
        assertEquals(total("postgres"), total("elasticsearch"));
    }

    @Test
    void strictSavesNothingWhileElasticsearchHangsAndGoesOnAfterwards() throws InterruptedException {
        Map<String, String> strictly = Map.of("rozgar.write_policy", "strict", "rozgar.strict.deadline", "500ms");
        try (Board strict = Board.on(TestEngines.freshDatabase(), elasticsearch, strictly)) {
            strict.awaitIndex();
            long works = strict.company("strict-works");
            elasticsearch.pause();
            try {
                var refused = strict.post("/api/jobs", Board.job(works, "Nobody"));
                assertEquals(503, refused.statusCode());
                assertTrue(refused.headers().firstValue("Retry-After").isPresent());
                assertEquals(200, strict.get("/api/jobs?read_model=postgres").statusCode());
            } finally {
                elasticsearch.resume();
            }
            // What arrived late is a phantom until the intent has been paid.
            strict.awaitIndex();
            assertEquals(
                    0,
                    strict.json("/api/jobs?read_model=elasticsearch")
                            .getJsonArray("items")
                            .size());
            // Others catch up as well: within half a second, sooner or later.
            Eventually.within(
                    Duration.ofSeconds(60),
                    "it is saved",
                    () -> strict.post("/api/jobs", Board.job(works, "Somebody")).statusCode() == 201);
        }
    }

    @Test
    void postgresIsKilledAndComesBackAndSoDoesTheService() throws InterruptedException {
        assertEquals(200, board.get("/health/ready").statusCode());
        postgres.kill();
        assertEquals(503, board.get("/health/ready").statusCode());
        assertEquals(200, board.get("/health/live").statusCode());
        assertEquals(503, board.post("/api/jobs", Board.job(company, "Nobody")).statusCode());
        postgres.start();
        Eventually.within(
                Duration.ofSeconds(60),
                "ready again",
                () -> board.get("/health/ready").statusCode() == 200);
        assertEquals(200, board.get("/api/jobs?limit=1&read_model=postgres").statusCode(), "by connections that died");
        var response = board.post("/api/jobs", Board.job(company, "Night guard"));
        assertEquals(201, response.statusCode());
        board.awaitIndex();
        assertEquals(total("postgres"), total("elasticsearch"));
    }

    private static void awaitWrites(AtomicInteger written, int count) throws InterruptedException {
        Eventually.within(Duration.ofSeconds(60), count + " writes", () -> written.get() >= count);
    }

    private static String readModel(String path) {
        return Board.readModel(board.get(path));
    }

    private static long total(String readModel) throws InterruptedException {
        String path = "/api/jobs?limit=1&count=exact&read_model=" + readModel;
        // The first search of a server that has just started may take longer than one may.
        Eventually.within(
                Duration.ofSeconds(60),
                readModel + " answers",
                () -> board.get(path).statusCode() == 200);
        var total = board.json(path).getJsonObject("total");
        assertTrue(total.getString("relation").equals("eq"));
        return total.getJsonNumber("value").longValue();
    }
}
