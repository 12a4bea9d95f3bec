package dev.rozgar.bootstrap;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rozgar.application.access.Role;
import jakarta.json.JsonArray;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Whoever sends the token of a write with the next read sees the write, on an index that shows nothing by
/// itself: it refreshes twice an hour. `-Drozgar.consistency.writes=1000` for as many as that.
class ReadYourWriteTest {
    private static final int WRITES = Integer.getInteger("rozgar.consistency.writes", 200);
    private static final int WRITERS = 10;

    private static final Instant WEEK_FROM_NOW =
            Instant.now().plus(Duration.ofDays(7)).truncatedTo(ChronoUnit.SECONDS);

    private static Board board;
    private static long company;

    @BeforeAll
    static void open() throws InterruptedException {
        board = Board.onSharedEngines(
                Map.of("rozgar.elasticsearch.refresh", "30m", "rozgar.reads.consistent_within", "1s"));
        board.awaitIndex();
        company = board.company("see-it-movers");
    }

    @AfterAll
    static void close() {
        board.close();
    }

    @Test
    void everyWriteIsSeenByTheSearchThatFollowsIt() throws InterruptedException, ExecutionException {
        AtomicInteger byPostgres = new AtomicInteger();
        AtomicInteger seen = new AtomicInteger();
        List<Callable<Void>> writers = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            String name = "Writer " + i;
            writers.add(() -> {
                for (int n = 0; n < WRITES / 2 / WRITERS; n++) writeAndRead(name + " job " + n, seen, byPostgres);
                return null;
            });
        }
        try (var threads = Executors.newFixedThreadPool(WRITERS)) {
            for (Future<Void> writer : threads.invokeAll(writers)) writer.get();
        }
        int writes = WRITES / 2 / WRITERS * WRITERS * 2;
        System.out.printf("%d of %d writes seen, %d reads by PostgreSQL%n", seen.get(), writes, byPostgres.get());
        assertEquals(writes, seen.get());
    }

    /// Posts a job, finds it, pauses it, and finds it no more.
    private static void writeAndRead(String title, AtomicInteger seen, AtomicInteger byPostgres) {
        HttpResponse<byte[]> posted = board.post("/api/jobs", Board.job(company, title));
        assertEquals(201, posted.statusCode(), () -> new String(posted.body(), UTF_8));
        long id = Board.parse(posted).getJsonNumber("id").longValue();
        if (found(title, Board.token(posted), byPostgres) == 1) seen.incrementAndGet();
        HttpResponse<byte[]> paused =
                board.post("/api/jobs/" + id + "/transitions", "{\"move\": \"PAUSE\", \"from_state\": \"PUBLISHED\"}");
        assertEquals(201, paused.statusCode(), () -> new String(paused.body(), UTF_8));
        if (found(title, Board.token(paused), byPostgres) == 0) seen.incrementAndGet();
    }

    private static int found(String title, String token, AtomicInteger byPostgres) {
        var reply = board.get("/api/jobs?title=" + title.replace(" ", "%20"), "Consistency-Token", token);
        assertEquals(200, reply.statusCode(), () -> new String(reply.body(), UTF_8));
        if (Board.readModel(reply).equals("postgres")) byPostgres.incrementAndGet();
        return Board.parse(reply).getJsonArray("items").size();
    }

    @Test
    void aReadByIdSeesAnEdit() {
        var posted = board.post("/api/jobs", Board.job(company, "Cobbler"));
        String path = "/api/jobs/" + Board.parse(posted).getJsonNumber("id");
        var edited = board.send(
                board.key(Role.OPERATOR),
                "PUT",
                path,
                Board.job(company, "Shoemaker")
                        .replace("\"company_id\": " + company, "\"expires_at\": \"" + WEEK_FROM_NOW + '"'),
                "If-Match",
                "*");
        assertEquals(200, edited.statusCode(), () -> new String(edited.body(), UTF_8));

        var read = board.get(path + "?consistency_token=" + Board.token(edited));
        assertEquals("Shoemaker", Board.parse(read).getString("title"));
    }

    @Test
    void allJobsOfARenamedCompanyShowItsNewName() {
        long renamed = board.company("old-name-works");
        String token = "";
        for (int i = 0; i < 30; i++) token = Board.token(board.post("/api/jobs", Board.job(renamed, "Hand " + i)));
        assertEquals(30, named("old-name-works", token).size());
        var edited = board.send(
                board.key(Role.OPERATOR),
                "PUT",
                "/api/companies/" + renamed,
                "{\"slug\":\"old-name-works\",\"name\":\"New Name Works\",\"locations\":[{\"locality\":\"Pune\",\"country\":\"IN\",\"is_hq\":true}]}",
                "If-Match",
                "*");
        assertEquals(200, edited.statusCode(), () -> new String(edited.body(), UTF_8));

        JsonArray jobs = named("New%20Name%20Works", Board.token(edited));
        assertEquals(30, jobs.size());
    }

    @Test
    void aDryRunTellsHowManyDocumentsAChangeOfACompanyWouldCost() {
        long asked = board.company("asked-about");
        for (int i = 0; i < 3; i++) board.post("/api/jobs", Board.job(asked, "Loader " + i));

        assertEquals(3, impact(asked, "\"name\":\"Asked Anew\""));
        assertEquals(0, impact(asked, "\"name\":\"asked-about\",\"website\":\"https://example.org\""));
    }

    private static int impact(long of, String members) {
        var tried = board.send(
                board.key(Role.OPERATOR),
                "PUT",
                "/api/companies/" + of + "?validate_only=true",
                "{\"slug\":\"asked-about\",\"locations\":[{\"locality\":\"Pune\",\"country\":\"IN\",\"is_hq\":true}],"
                        + members + '}',
                "If-Match",
                "*");
        assertEquals(200, tried.statusCode(), () -> new String(tried.body(), UTF_8));
        return Board.parse(tried).getInt("index_impact");
    }

    private static JsonArray named(String name, String token) {
        var reply = board.get("/api/jobs?limit=100&company.name=" + name, "Consistency-Token", token);
        assertEquals(200, reply.statusCode(), () -> new String(reply.body(), UTF_8));
        return Board.parse(reply).getJsonArray("items");
    }

    @Test
    void aTokenThatIsSentAgainCostsNothing() throws InterruptedException {
        var posted = board.post("/api/jobs", Board.job(company, "Glazier"));
        // What is not in the index in time is read from PostgreSQL, and nothing is remembered of it.
        Eventually.within(Duration.ofSeconds(60), "read from the index", () -> {
            AtomicInteger late = new AtomicInteger();
            found("Glazier", Board.token(posted), late);
            return late.get() == 0;
        });
        double before = remembered();
        AtomicInteger byPostgres = new AtomicInteger();
        for (int i = 0; i < 5; i++) found("Glazier", Board.token(posted), byPostgres);

        assertTrue(remembered() - before + byPostgres.get() >= 5, () -> before + " to " + remembered());
    }

    private static double remembered() {
        return board.wiring()
                .metrics()
                .get("consistency.reads")
                .tag("outcome", "remembered")
                .functionCounter()
                .count();
    }
}
