package dev.rozgar.adapters.http.route;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rozgar.adapters.http.Board;
import dev.rozgar.adapters.http.Board.Reply;
import dev.rozgar.adapters.http.json.Json;
import dev.rozgar.application.access.Role;
import java.io.StringReader;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What becomes of an operation on its way out, shown with one that is declared so here.
class DeprecationTest {
    private static final Instant SINCE = Instant.parse("2026-03-01T00:00:00Z");
    private static final Deprecation ENDING =
            new Deprecation(SINCE, Optional.of(Instant.parse("2026-11-11T23:59:59Z")), Optional.of("/api/jobs"));
    private static final Map<Operation, Deprecation> OLD = Map.of(Operation.LIST_FROM_DATABASE, ENDING);

    @Test
    void everyAnswerSaysSinceWhenUntilWhenAndWhatComesInstead() {
        try (Board board = Board.open(OLD)) {
            Reply reply = board.get("/api/job/database");

            assertEquals("@1772323200", reply.header("Deprecation"));
            assertEquals("Wed, 11 Nov 2026 23:59:59 GMT", reply.header("Sunset"));
            assertTrue(reply.header("Link").contains("</api/jobs>; rel=\"successor-version\""), reply.header("Link"));
            assertTrue(reply.header("Link").contains("</openapi>; rel=\"deprecation\""), reply.header("Link"));
            assertTrue(reply.header("Link").contains("rel=\"next\""), reply.header("Link"));
        }
    }

    @Test
    void aProblemSaysItToo() {
        try (Board board = Board.open(OLD)) {
            Reply reply = board.get("/api/job/database?nonsense=1");

            assertEquals(400, reply.status());
            assertEquals("@1772323200", reply.header("Deprecation"));
        }
    }

    @Test
    void theDescriptionMarksIt() {
        try (Board board = Board.open(OLD)) {
            var paths = Json.PROVIDER
                    .createReader(new StringReader(board.get("/openapi").text()))
                    .readObject()
                    .getJsonObject("paths");

            assertTrue(paths.getJsonObject("/api/job/database")
                    .getJsonObject("get")
                    .getBoolean("deprecated"));
            assertEquals(
                    null, paths.getJsonObject("/api/jobs").getJsonObject("get").get("deprecated"));
        }
    }

    @Test
    void whoStillUsesItIsCounted() {
        try (Board board = Board.open(OLD)) {
            board.get("/api/job/database");
            board.get("/api/job/database");
            board.send(board.as(board.operator, "/api/job/database"));
            board.get("/api/jobs");

            assertEquals(2, uses(board, "anonymous"));
            assertEquals(
                    3,
                    board.metrics.get("http.deprecated.requests").counters().stream()
                            .mapToDouble(counter -> counter.count())
                            .sum());
        }
    }

    @Test
    void manyClientsShareALine() {
        try (Board board = Board.open(OLD)) {
            for (int i = 0; i < Deprecations.MOST_CLIENTS + 3; i++) {
                String key = board.keys.make(Role.FINANCE, Optional.empty(), Optional.empty());
                board.send(board.as(key, "/api/job/database"));
            }

            assertEquals(3, uses(board, "other"));
            assertEquals(
                    Deprecations.MOST_CLIENTS + 1,
                    board.metrics.get("http.deprecated.requests").counters().size());
        }
    }

    @Test
    void noOperationOfThisVersionIsOnItsWayOut() {
        assertEquals(Map.of(), Deprecations.CURRENT);
    }

    @Test
    void nothingIsGoneBeforeItWasDeprecated() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new Deprecation(SINCE, Optional.of(SINCE.minusSeconds(1)), Optional.empty()));
    }

    private static double uses(Board board, String client) {
        return board.metrics
                .get("http.deprecated.requests")
                .tag("operation", "LIST_FROM_DATABASE")
                .tag("client", client)
                .counter()
                .count();
    }
}
