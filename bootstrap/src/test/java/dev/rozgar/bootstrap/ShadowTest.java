package dev.rozgar.bootstrap;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rozgar.application.shadow.Difference;
import dev.rozgar.application.shadow.ShadowCompare;
import dev.rozgar.application.shadow.ShadowCompare.Outcome;
import dev.rozgar.engines.TestEngines;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Live queries tell of documents that somebody has changed in Elasticsearch behind our back, and put them right.
class ShadowTest {
    private static final String PREFIX = TestEngines.freshIndexPrefix() + "s";
    private static final Pattern VERSION = Pattern.compile("\"_version\":([0-9]+)");
    private static final Duration LONG = Duration.ofSeconds(30);

    private static Board board;
    private static long company;
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @BeforeAll
    static void open() throws InterruptedException {
        board = Board.onSharedEngines(Map.of("rozgar.shadow.share", "1", "rozgar.elasticsearch.prefix", PREFIX));
        board.awaitIndex();
        company = board.company("two-eyes");
    }

    @AfterAll
    static void close() {
        board.close();
        CLIENT.close();
    }

    @Test
    void aTamperedDocumentIsNoticedAndPutRight() throws Exception {
        long id = post("Watchman");
        String document = new String(board.get("/api/jobs/" + id).body(), UTF_8);
        long before = shadow().count(Difference.CONTENT);
        put(id, document.replace("Smile", "Frown"));
        assertTrue(new String(
                        board.get("/api/jobs/" + id + "?read_model=elasticsearch")
                                .body(),
                        UTF_8)
                .contains("Frown"));

        board.get("/api/jobs?title=Watchman");

        Eventually.within(LONG, "the difference is counted", () -> shadow().count(Difference.CONTENT) > before);
        Eventually.within(
                LONG,
                "the index holds the truth",
                () -> document.equals(new String(
                        board.get("/api/jobs/" + id + "?read_model=elasticsearch")
                                .body(),
                        UTF_8)));
    }

    @Test
    void aGhostIsNoticedAndGoes() throws Exception {
        long id = post("Lamplighter");
        String ghost = new String(board.get("/api/jobs/" + id).body(), UTF_8)
                .replace("{\"id\":" + id + ",", "{\"id\":" + (id + 500_000) + ",");
        long before = shadow().count(Difference.EXTRA);
        call("PUT", "/_doc/" + (id + 500_000) + "?version=1&version_type=external", ghost);
        call("POST", "/_refresh", "");

        assertEquals(
                2,
                board.json("/api/jobs?title=Lamplighter&read_model=elasticsearch")
                        .getJsonArray("items")
                        .size());

        Eventually.within(LONG, "the difference is counted", () -> shadow().count(Difference.EXTRA) > before);
        Eventually.within(
                LONG,
                "the ghost is gone",
                () -> board.json("/api/jobs?title=Lamplighter&read_model=elasticsearch")
                                .getJsonArray("items")
                                .size()
                        == 1);
    }

    @Test
    void whatAgreesIsCountedAsThat() throws Exception {
        post("Potter");
        long before = shadow().count(Outcome.AGREED);
        board.get("/api/jobs?title=Potter&read_model=postgres");

        Eventually.within(LONG, "they agree", () -> shadow().count(Outcome.AGREED) > before);
    }

    private static ShadowCompare shadow() {
        return board.wiring().copy().orElseThrow().reads().shadow();
    }

    private static long post(String title) throws InterruptedException {
        var reply = board.post("/api/jobs?sync=visible", Board.job(company, title));
        long id = Board.parse(reply).getJsonNumber("id").longValue();
        board.awaitIndex();
        return id;
    }

    /// Under the version that is there, so that the next one of ours is above it.
    private static void put(long id, String document) throws IOException, InterruptedException {
        var version = VERSION.matcher(call("GET", "/_doc/" + id, ""));
        assertTrue(version.find());
        call("PUT", "/_doc/" + id + "?version_type=external_gte&version=" + version.group(1), document);
        call("POST", "/_refresh", "");
    }

    private static String call(String method, String path, String body) throws IOException, InterruptedException {
        URI target = URI.create(TestEngines.elasticsearch().uri() + "/" + PREFIX + "-jobs-write" + path);
        var response = CLIENT.send(
                HttpRequest.newBuilder(target)
                        .header("Content-Type", "application/json")
                        .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
        assertTrue(response.statusCode() < 300, () -> method + ' ' + target + ": " + response.body());
        return response.body();
    }
}
