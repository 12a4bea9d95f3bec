package dev.rozgar.bootstrap;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.rozgar.engines.Database;
import dev.rozgar.engines.TestEngines;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/// Writes under the policy `outbox` while the index takes nothing, or not everything, whatever was done to it: they
/// are saved and owed, and once it is undone the index converges without anybody.
@Isolated("judges by the clock")
class FloodStageTest {
    private static final String PREFIX = TestEngines.freshIndexPrefix() + "f";
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
        company = board.company("flooded-works");
    }

    @AfterAll
    static void close() {
        board.close();
    }

    @Test
    void aFullDiskPausesTheRelayAndCostsNoDocumentATry() throws InterruptedException {
        board.awaitIndex();
        SearchCopy copy = board.wiring().copy().orElseThrow();
        String live = copy.index().status().live().orElseThrow();
        long pauses = copy.figures().paused();
        cluster.block(live, true);
        for (int i = 0; i < 20; i++) post("Flooded " + i);
        Eventually.within(
                Duration.ofSeconds(60), "the relay pauses", () -> copy.relay().isPaused());
        assertEquals(20, board.owed());
        assertEquals(0, number("select count(*) from index_ledger where tries > 0 or set_aside"));
        cluster.block(live, false);

        board.awaitIndex();

        assertEquals(pauses + 1, copy.figures().paused());
        assertEquals(total("postgres"), total("elasticsearch"));
        assertEquals(0, number("select count(*) from index_ledger where tries > 0 or set_aside"));
    }

    @Test
    void aClosedIndexIsWaitedForAndReadersGetTheirAnswersFromPostgres() throws InterruptedException {
        board.awaitIndex();
        String live = live();
        cluster.close(live);
        try {
            for (int i = 0; i < 5; i++) post("Closed " + i);
            owesUntried(5);
            assertEquals("postgres", Board.readModel(board.get("/api/jobs?limit=1")));
        } finally {
            cluster.open(live);
        }
        board.awaitIndex();
        owesUntried(0);
        assertEquals(total("postgres"), total("elasticsearch"));
        assertEquals(live, live());
    }

    @Test
    void anAliasThatDoesNotSayWhereWritesGoCostsNoDocumentATry() throws InterruptedException {
        board.awaitIndex();
        String live = live();
        cluster.doubt(PREFIX, live, true);
        try {
            for (int i = 0; i < 5; i++) post("Doubtful " + i);
            owesUntried(5);
        } finally {
            cluster.doubt(PREFIX, live, false);
        }
        board.awaitIndex();
        owesUntried(0);
        assertEquals(total("postgres"), total("elasticsearch"));
    }

    private static String live() {
        return board.wiring().copy().orElseThrow().index().status().live().orElseThrow();
    }

    private static void owesUntried(long documents) throws InterruptedException {
        var relay = board.wiring().copy().orElseThrow().relay();
        if (documents > 0) Eventually.within(Duration.ofSeconds(60), "the relay pauses", relay::isPaused);
        assertEquals(documents, board.owed());
        assertEquals(0, number("select count(*) from index_ledger where tries > 0 or set_aside"));
    }

    /// PostgreSQL knows days that Elasticsearch cannot read, and was given one past the application.
    @Test
    void oneDocumentInAThousandThatIsRefusedHoldsUpNoOther() throws InterruptedException {
        long one = post("Refused");
        board.awaitIndex();
        Sql.run(DATABASE, """
                insert into job (%1$s, id, slug, title) select %1$s, nextval('job_id'), 'copy-' || n, 'Copy ' || n
                from job, generate_series(1, 999) n where id = %2$d""".formatted(columns(), one));
        Sql.run(DATABASE, "update job set start_date = '12000-01-01' where id = " + one);

        board.awaitIndex();

        assertEquals(1, number("select count(*) from index_ledger where set_aside"));
        assertEquals(
                1,
                number("select count(*) from index_ledger where set_aside and error like '%%start_date%%' and doc_id = "
                        + one));
        assertEquals(total("postgres"), total("elasticsearch"));
        Sql.run(DATABASE, "update job set title = 'Mended', start_date = null where id = " + one);
        board.awaitIndex();
        assertEquals(
                "Mended",
                board.json("/api/jobs/" + one + "?read_model=elasticsearch").getString("title"));
    }

    /// All but those that every job has for itself.
    private static String columns() {
        return Sql.run(DATABASE, """
                select string_agg(column_name, ', ') from information_schema.columns
                where table_name = 'job' and table_schema = 'public' and is_generated = 'NEVER'
                    and column_name not in ('id', 'slug', 'title')""").getFirst();
    }

    private static long post(String title) {
        var response = board.post("/api/jobs", Board.job(company, title));
        assertEquals(201, response.statusCode());
        return Board.parse(response).getJsonNumber("id").longValue();
    }

    private static long number(String question) {
        return Sql.number(DATABASE, question.replace("%%", "%"));
    }

    private static long total(String readModel) {
        return board.json("/api/jobs?limit=1&count=exact&read_model=" + readModel)
                .getJsonObject("total")
                .getJsonNumber("value")
                .longValue();
    }
}
