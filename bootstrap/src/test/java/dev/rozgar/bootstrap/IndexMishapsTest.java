package dev.rozgar.bootstrap;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.rozgar.engines.Database;
import dev.rozgar.engines.TestEngines;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What somebody does to the index past the service: writes are saved and owed, none is held to be refused for what
/// it holds, and once it is undone the index converges without anybody.
class IndexMishapsTest {
    private static final String PREFIX = TestEngines.freshIndexPrefix() + "m";
    private static final Database DATABASE = TestEngines.freshDatabase();

    private static Board board;
    private static Cluster cluster;
    private static long company;

    @BeforeAll
    static void open() throws InterruptedException {
        board = Board.on(
                DATABASE,
                TestEngines.elasticsearch(),
                Map.of("rozgar.elasticsearch.prefix", PREFIX, "rozgar.relay.max_tries", "1"));
        cluster = new Cluster(TestEngines.elasticsearch().uri());
        board.awaitIndex();
        company = board.company("hapless-works");
    }

    @AfterAll
    static void close() {
        board.close();
    }

    @Test
    void aClosedIndexIsWaitedForAndReadersGetTheirAnswersFromPostgres() throws InterruptedException {
        board.awaitIndex();
        String live = live();
        cluster.close(live);
        try {
            for (int i = 0; i < 5; i++) post("Closed " + i);
            awaitPause();
            assertEquals(5, board.owed());
            assertEquals(0, tried());
            assertEquals("postgres", Board.readModel(board.get("/api/jobs?limit=1")));
        } finally {
            cluster.open(live);
        }
        converges();
        assertEquals(live, live());
    }

    @Test
    void anAliasThatDoesNotSayWhereWritesGoCostsNoDocumentATry() throws InterruptedException {
        board.awaitIndex();
        String live = live();
        cluster.doubt(PREFIX, live, true);
        try {
            for (int i = 0; i < 5; i++) post("Doubtful " + i);
            awaitPause();
            assertEquals(5, board.owed());
            assertEquals(0, tried());
        } finally {
            cluster.doubt(PREFIX, live, false);
        }
        converges();
    }

    private static void awaitPause() throws InterruptedException {
        var relay = board.wiring().copy().orElseThrow().relay();
        Eventually.within(Duration.ofSeconds(20), "the relay pauses", relay::isPaused);
    }

    private static void converges() throws InterruptedException {
        board.awaitIndex();
        assertEquals(0, tried());
        assertEquals(total("postgres"), total("elasticsearch"));
    }

    private static String live() {
        return board.wiring().copy().orElseThrow().index().status().live().orElseThrow();
    }

    private static long tried() {
        return Sql.number(DATABASE, "select count(*) from index_ledger where tries > 0 or set_aside");
    }

    private static void post(String title) {
        assertEquals(201, board.post("/api/jobs", Board.job(company, title)).statusCode());
    }

    private static long total(String readModel) {
        return board.json("/api/jobs?limit=1&count=exact&read_model=" + readModel)
                .getJsonObject("total")
                .getJsonNumber("value")
                .longValue();
    }
}
