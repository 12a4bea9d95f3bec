package dev.rozgar.bootstrap.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rozgar.bootstrap.Board;
import dev.rozgar.bootstrap.demo.DemoPlan;
import dev.rozgar.bootstrap.demo.SeedDemo;
import dev.rozgar.domain.Decision;
import dev.rozgar.engines.Database;
import dev.rozgar.engines.TestEngines;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class VerifyQueriesCommandTest {
    private static final Database DATABASE = TestEngines.freshDatabase();
    private static final Map<String, String> OPTIONS = new HashMap<>(Board.postgres(DATABASE));

    private static Board board;

    @TempDir
    private Path folder;

    @BeforeAll
    static void open() throws InterruptedException {
        OPTIONS.put(
                "rozgar.elasticsearch.url", TestEngines.elasticsearch().uri().toString());
        OPTIONS.put("rozgar.elasticsearch.prefix", TestEngines.freshIndexPrefix() + "q");
        OPTIONS.putAll(Board.PATIENT);
        board = Board.on(DATABASE, TestEngines.elasticsearch(), OPTIONS);
        var door = board.wiring().postgres();
        var seed = new SeedDemo(door.companyRepository(), board.wiring().jobs(), door.companyReadModel());
        var seeded = seed.handle(new SeedDemo.Command(new DemoPlan(42, 400, Instant.now()), false, _ -> {}));
        assertTrue(seeded instanceof Decision.Accepted);
        board.awaitIndex();
    }

    @AfterAll
    static void close() {
        board.close();
    }

    @Test
    @Order(1)
    void bothStoresGiveOneAnswer() throws Exception {
        Said said = verify("--queries 150 --seed 7");

        assertEquals(Rozgar.OK, said.code(), said::toString);
        assertTrue(said.out().startsWith("150 queries: 150 answered alike"), said::out);
        assertTrue(said.out().contains("Again with --seed 7."), said::out);
        assertEquals(List.of(), found());
    }

    @Test
    @Order(2)
    void namesTheQueriesThatDifferOneALine() throws Exception {
        long lost = board.json("/api/jobs?read_model=postgres&limit=1&sort=-id")
                .getJsonArray("items")
                .getJsonObject(0)
                .getJsonNumber("id")
                .longValue();
        drop(lost);
        Said said = verify("--queries 100 --seed 7");

        assertEquals(Rozgar.IN_PART, said.code(), said::toString);
        assertTrue(said.out().contains("They differ"), said::out);
        List<String> lines = found();
        assertTrue(lines.stream().anyMatch(line -> line.contains("\"missing\":[" + lost + "]")), lines::toString);
        // Beyond the page it is missed by the counts alone.
        for (String line : lines)
            assertTrue(line.contains("\"missing\":[" + lost + "]") || line.contains("\"total\":[]"), line);
    }

    @Test
    void asksForAtLeastOneQuery() {
        verify("--queries 0").failedWith(Rozgar.USAGE, "--queries = 0");
    }

    private List<String> found() throws Exception {
        return Files.readAllLines(folder.resolve("found.ndjson"));
    }

    private static void drop(long id) throws Exception {
        String index =
                board.wiring().copy().orElseThrow().index().status().live().orElseThrow();
        URI target = TestEngines.elasticsearch().uri().resolve("/" + index + "/_doc/" + id + "?refresh=true");
        try (HttpClient client = HttpClient.newHttpClient()) {
            var response = client.send(HttpRequest.newBuilder(target).DELETE().build(), BodyHandlers.ofString());
            assertEquals(200, response.statusCode(), response::body);
        }
    }

    private Said verify(String options) {
        return Said.by(Stream.of(
                        Stream.of("verify", "queries"),
                        Stream.of(options.split(" ")),
                        Stream.of("--out", folder.resolve("found.ndjson").toString()),
                        OPTIONS.entrySet().stream().flatMap(e -> Stream.of("--set", e.getKey() + "=" + e.getValue())))
                .flatMap(part -> part)
                .toList());
    }
}
