package dev.rozgar.bootstrap.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rozgar.application.access.Role;
import dev.rozgar.application.listing.JobFields;
import dev.rozgar.application.rebuild.Build;
import dev.rozgar.application.rebuild.BuildLog;
import dev.rozgar.application.rebuild.Order;
import dev.rozgar.application.rebuild.Watch;
import dev.rozgar.bootstrap.Board;
import dev.rozgar.bootstrap.Eventually;
import dev.rozgar.bootstrap.SearchCopy;
import dev.rozgar.engines.Database;
import dev.rozgar.engines.TestEngines;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The verbs of the index, on real engines.
class RebuildProcessTest {
    private static final int JOBS = 120;
    private static final Map<String, String> OPTIONS = new HashMap<>();
    private static Board board;

    @BeforeAll
    static void fill() throws InterruptedException {
        OPTIONS.putAll(Board.PATIENT);
        Database database = TestEngines.freshDatabase();
        OPTIONS.put("rozgar.elasticsearch.prefix", TestEngines.freshIndexPrefix() + "p");
        OPTIONS.put(
                "rozgar.elasticsearch.url", TestEngines.elasticsearch().uri().toString());
        board = Board.on(database, TestEngines.elasticsearch(), Map.copyOf(OPTIONS));
        OPTIONS.putAll(Board.postgres(database));
        board.awaitIndex();
        long company = board.company("process-works");
        for (int i = 0; i < JOBS; i++)
            assertEquals(
                    201,
                    board.post("/api/jobs", Board.job(company, "Packer " + i)).statusCode());
        board.awaitIndex();
    }

    @AfterAll
    static void close() {
        board.close();
    }

    private static List<String> arguments(String verb) {
        List<String> all = new ArrayList<>(List.of(verb.split(" ")));
        OPTIONS.forEach((key, value) -> all.addAll(List.of("--set", key + "=" + value)));
        return all;
    }

    private static Said run(String verb) {
        return Said.by(arguments(verb));
    }

    @Test
    void whatAKilledProcessLeftIsTakenUpWhereItStopped() throws IOException, InterruptedException {
        BuildLog log = board.wiring().postgres().buildLog();
        long before = log.latest().map(Build::number).orElse(0L);
        try (Program rebuild = Program.start(arguments("index rebuild --rate 10"))) {
            Eventually.within(
                    Duration.ofSeconds(60),
                    "it is at it",
                    () -> log.underWay()
                            .filter(build ->
                                    build.number() > before && build.position().done() >= 20)
                            .isPresent());
            rebuild.kill();
        }
        Build left = log.latest().filter(build -> build.number() > before).orElseThrow();

        SearchCopy copy = board.wiring().copy().orElseThrow();
        // Whichever node comes first: the service in this JVM looks after the index as well.
        Eventually.within(Duration.ofSeconds(90), "somebody has taken it up and ended it", () -> {
            if (log.latest().orElseThrow().end().isPresent()) return true;
            copy.build(Order.REBUILD, Watch.silent());
            return false;
        });
        Build done = log.latest().orElseThrow();

        assertEquals(left.number(), done.number());
        assertEquals(left.plan().index(), copy.index().status().live().orElseThrow());
        assertTrue(done.holder().doneThen() >= 20, done::toString);
        assertEquals(JOBS, done.position().written());
    }

    @Test
    void rebuildsGoesBackAndPrunes() {
        Said rebuilt = run("index rebuild");
        assertEquals(Rozgar.OK, rebuilt.code(), rebuilt::toString);
        assertTrue(rebuilt.out().contains(JOBS + " jobs written, 0 refused; the index "), rebuilt::out);
        String second = live();

        Said back = run("index rollback");
        assertEquals(Rozgar.OK, back.code(), back::toString);
        assertTrue(!live().equals(second), back::out);

        Said status = run("index status");
        assertTrue(status.out().contains("kept        " + second), status::out);
        assertTrue(status.out().matches("(?s).*last build +rollback of \\S+ done at .*"), status::out);

        assertEquals(
                "Removed " + second + ".", run("index prune --keep 0").out().strip());
        run("index rollback").failedWith(Rozgar.FAILED, "nothing to go back to");
    }

    @Test
    void refusesAnIndexThatHoldsTooLittleOfTheLiveOneUnlessForced() throws IOException, InterruptedException {
        String live = live();
        StringBuilder bulk = new StringBuilder();
        for (int i = 0; i < JOBS; i++)
            bulk.append("{\"index\":{\"_id\":\"%1$d\"}}%n{\"id\":%1$d}%n".formatted(9_000_000 + i));
        elasticsearch("POST", "/" + live + "/_bulk?refresh=true", bulk.toString());

        Said refused = run("index rebuild");
        assertEquals(Rozgar.IN_PART, refused.code(), refused::toString);
        assertTrue(refused.out().contains("NOT made live"), refused::out);
        assertTrue(refused.out().contains("less than 0.8 of the " + 2 * JOBS + " of the live index"), refused::out);
        assertEquals(live, live());

        Said forced = run("index rebuild --force");
        assertEquals(Rozgar.OK, forced.code(), forced::toString);
        assertTrue(forced.out().contains("swapped by force, though it holds "), forced::out);
        assertTrue(!live().equals(live), forced::out);
    }

    @Test
    void aStartRefusesAnIndexOfAnotherDeclarationAndNamesTheField() throws IOException, InterruptedException {
        String without = JobFields.JOB
                .declaration()
                .text()
                .lines()
                .filter(line -> !line.startsWith("education["))
                .map(line -> '"' + line + '"')
                .collect(Collectors.joining(","));
        elasticsearch(
                "PUT",
                "/" + live() + "/_mapping",
                "{\"_meta\":{\"fingerprint\":\"0123456789abcdef\",\"declaration\":[" + without + "]}}");
        try {
            run("serve --port 0")
                    .failedWith(Rozgar.FAILED, "new: education", "`rozgar index rebuild`", "--auto-migrate");
        } finally {
            assertEquals(Rozgar.OK, run("index rebuild").code());
        }
    }

    @Test
    void anOperatorBeginsARebuildOverHttpAndSeesItEnd() throws InterruptedException {
        String before = live();
        var begun = board.post("/api/index/rebuild", "{}");
        assertEquals(202, begun.statusCode());
        String operator = board.key(Role.OPERATOR);
        Eventually.within(Duration.ofSeconds(60), "the status tells that it is done", () -> {
            var build = board.parsed(operator, "/api/index/status").getJsonObject("build");
            return build.containsKey("outcome") && build.getString("outcome").equals("DONE");
        });
        assertTrue(!live().equals(before));
    }

    private static void elasticsearch(String method, String path, String body)
            throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(
                            URI.create(TestEngines.elasticsearch().uri() + path))
                    .header("Content-Type", "application/json")
                    .method(method, HttpRequest.BodyPublishers.ofString(body))
                    .build();
            var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            assertEquals(200, answer.statusCode(), answer::body);
            assertTrue(!answer.body().contains("\"errors\":true"), answer::body);
        }
    }

    private static String live() {
        return board.wiring().copy().orElseThrow().index().status().live().orElseThrow();
    }
}
