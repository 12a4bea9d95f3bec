package dev.rozgar.bootstrap.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.rozgar.bootstrap.Board;
import dev.rozgar.bootstrap.Eventually;
import dev.rozgar.bootstrap.Opened;
import dev.rozgar.engines.Database;
import dev.rozgar.engines.ElasticsearchEngine;
import dev.rozgar.engines.FreePort;
import dev.rozgar.engines.TestEngines;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// `serve` is started while Elasticsearch is down, answers, and sees it come. What was answered while it was down is
/// noted first; then it comes up; the tests look at both.
class DegradedStartTest {
    private static final Opened OPENED = new Opened();
    private static final HttpClient CLIENT = OPENED.add(HttpClient.newHttpClient());
    private static Program serve;
    private static String address;
    private static String key;
    private static JsonObject ready;
    private static HttpResponse<byte[]> list;
    private static HttpResponse<byte[]> indexAlone;
    private static final List<Integer> WRITTEN = new ArrayList<>();

    @BeforeAll
    static void open() throws IOException, InterruptedException {
        ElasticsearchEngine elasticsearch = OPENED.add(TestEngines.privateElasticsearch());
        elasticsearch.stop();
        Database database = TestEngines.freshDatabase();
        serve = OPENED.add(Program.start(arguments(database, elasticsearch)));
        String said = serve.awaitOutput("serving at http://\\S+", Duration.ofSeconds(60));
        address = said.substring(said.lastIndexOf("http://"));

        key = key(database);
        ready = Board.parse(get("/health/ready"));
        long company =
                Board.parse(post("/api/companies", COMPANY)).getJsonNumber("id").longValue();
        for (String path : List.of("/api/jobs", "/api/job/database/", "/api/job/elastic/"))
            WRITTEN.add(
                    post(path, Board.job(company, "Rider by " + path.length())).statusCode());
        list = get("/api/jobs");
        indexAlone = get("/api/jobs?read_model=elasticsearch");

        elasticsearch.start();
    }

    private static final String COMPANY = """
            {"slug": "early-works", "name": "Early Works",
             "locations": [{"locality": "Pune", "country": "IN", "is_hq": true}]}""";

    @AfterAll
    static void close() {
        OPENED.close();
    }

    @Test
    void itWasReadyAndDegraded() {
        assertEquals("degraded", ready.getString("status"));
        assertEquals("up", ready.getString("postgres"));
        assertEquals("down", ready.getString("elasticsearch"));
    }

    @Test
    void readsWereAnsweredByPostgres() {
        assertEquals(200, list.statusCode());
        assertEquals("postgres", Board.readModel(list));
        assertEquals(WRITTEN.size(), Board.parse(list).getJsonArray("items").size());
    }

    @Test
    void whoAskedForElasticsearchAloneWasTold() {
        assertEquals(503, indexAlone.statusCode());
        assertEquals(
                "application/problem+json",
                indexAlone.headers().firstValue("Content-Type").orElseThrow());
    }

    @Test
    void writesWereAccepted() {
        // The last one asked for the index, which was not there in time: saved all the same.
        assertEquals(List.of(201, 201, 202), WRITTEN);
    }

    @Test
    void theIndexCatchesUpByItself() throws InterruptedException {
        Eventually.within(Duration.ofSeconds(60), "the index has every job", () -> {
            var found = get("/api/jobs?read_model=elasticsearch");
            return found.statusCode() == 200
                    && Board.parse(found).getJsonArray("items").size() == WRITTEN.size();
        });
        Eventually.within(
                Duration.ofSeconds(60),
                "auto is Elasticsearch",
                () -> Board.readModel(get("/api/jobs")).equals("elasticsearch"));
        assertEquals("up", Board.parse(get("/health/ready")).getString("status"));
        serve.awaitOutput("Elasticsearch answers again", Duration.ofSeconds(60));
    }

    private static List<String> arguments(Database database, ElasticsearchEngine elasticsearch) throws IOException {
        List<String> all = new ArrayList<>(List.of("serve", "--migrate", "--port", "" + FreePort.next()));
        // Its first connections are made while it is cold.
        Board.PATIENT.forEach((key, value) -> all.addAll(List.of("--set", key + "=" + value)));
        Board.postgres(database).forEach((key, value) -> all.addAll(List.of("--set", key + "=" + value)));
        Map.of(
                        "rozgar.elasticsearch.url", elasticsearch.uri().toString(),
                        "rozgar.trust_companies", "true",
                        "rozgar.read_model", "auto")
                .forEach((key, value) -> all.addAll(List.of("--set", key + "=" + value)));
        return all;
    }

    private static String key(Database database) {
        List<String> all = new ArrayList<>(List.of("keys", "create", "--role", "operator", "--label", "test"));
        Board.postgres(database).forEach((name, value) -> all.addAll(List.of("--set", name + "=" + value)));
        return Said.by(all).out().strip();
    }

    private static HttpResponse<byte[]> get(String path) {
        return send(HttpRequest.newBuilder(URI.create(address + path)).build());
    }

    private static HttpResponse<byte[]> post(String path, String body) {
        return send(HttpRequest.newBuilder(URI.create(address + path))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + key)
                .POST(BodyPublishers.ofString(body, UTF_8))
                .build());
    }

    private static HttpResponse<byte[]> send(HttpRequest request) {
        try {
            return CLIENT.send(request, BodyHandlers.ofByteArray());
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
