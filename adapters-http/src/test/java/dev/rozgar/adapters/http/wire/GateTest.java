package dev.rozgar.adapters.http.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rozgar.adapters.http.Board;
import dev.rozgar.adapters.http.Board.Reply;
import dev.rozgar.adapters.http.HttpSettings;
import dev.rozgar.adapters.http.RateLimits;
import dev.rozgar.adapters.http.Wire;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(180)
class GateTest {
    private static UnaryOperator<HttpSettings> settings(int maxConcurrent, Duration drain, boolean accessLog) {
        return s -> new HttpSettings(
                s.host(),
                s.port(),
                maxConcurrent,
                Duration.ofMillis(50),
                s.silence(),
                drain,
                accessLog,
                s.gzip(),
                Set.of(),
                RateLimits.OFF);
    }

    @Test
    void tooManyRequestsAtOnceAreRefusedAndProbesAreNot() {
        try (Board board = Board.open(settings(1, Duration.ofSeconds(5), false))) {
            board.get("/health/live");
            CompletableFuture<Reply> held = hold(board);
            Reply refused = board.get("/api/jobs/2");
            assertEquals(503, refused.status());
            assertEquals("2", refused.header("retry-after"));
            assertTrue(refused.text().contains("OVERLOADED"), refused::text);
            assertEquals(200, board.get("/health/ready").status());
            assertTrue(board.get("/metrics").text().contains("http_server_in_flight 1"));
            board.elastic.held.countDown();
            assertEquals(200, held.join().status());
            // Its place is free a moment after its answer.
            while (!board.get("/metrics").text().contains("http_server_in_flight 0")) Thread.onSpinWait();
            assertEquals(200, board.get("/api/jobs/2").status());
        }
    }

    @Test
    void whatOnlyBeginsAsAProbeIsNone() throws IOException {
        try (Board board = Board.open(settings(1, Duration.ofSeconds(5), false));
                Wire wire = new Wire(board.http.port())) {
            board.get("/health/live");
            CompletableFuture<Reply> held = hold(board);
            assertEquals(
                    503,
                    wire.send("GET /metrics/../api/jobs/2 HTTP/1.1\r\nHost: x\r\n\r\n")
                            .read()
                            .status());
            board.elastic.held.countDown();
            assertEquals(200, held.join().status());
        }
    }

    @Test
    void aClosingServerFinishesWhatItBeganAndBeginsNothing() throws Exception {
        Board board = Board.open(settings(10, Duration.ofSeconds(20), false));
        board.get("/health/live");
        CompletableFuture<Reply> held = hold(board);
        CompletableFuture<Void> closing = CompletableFuture.runAsync(board.http::close, Thread::startVirtualThread);
        try (Wire wire = new Wire(board.http.port())) {
            // The closing thread has its own pace: ask until it has begun.
            Reply ready;
            do {
                ready = wire.send("GET /health/ready HTTP/1.1\r\nHost: x\r\n\r\n")
                        .read();
            } while (ready.status() == 200);
            assertEquals(503, ready.status());
            Reply refused =
                    wire.send("GET /api/jobs/2 HTTP/1.1\r\nHost: x\r\n\r\n").read();
            assertEquals(503, refused.status());
            assertTrue(refused.text().contains("SHUTTING_DOWN"));
            assertTrue(wire.isEnded());
        }
        assertFalse(closing.isDone());
        board.elastic.held.countDown();
        assertEquals(200, held.join().status());
        closing.join();
    }

    @Test
    void aRequestThatNeverEndsDoesNotKeepTheServerFromClosing() {
        Board board = Board.open(settings(10, Duration.ofMillis(50), false));
        board.get("/health/live");
        CompletableFuture<Reply> held = hold(board);
        long began = System.nanoTime();
        board.http.close();
        assertTrue(System.nanoTime() - began < 60_000_000_000L);
        board.elastic.held.countDown();
        held.handle((_, _) -> true).join();
    }

    @Test
    void aCallerWhoFallsSilentIsLetGoAndAServerThatThinksIsNot() throws IOException {
        UnaryOperator<HttpSettings> hasty = s -> new HttpSettings(
                s.host(),
                s.port(),
                10,
                s.patience(),
                Duration.ofMillis(200),
                s.drain(),
                false,
                s.gzip(),
                Set.of(),
                RateLimits.OFF);
        try (Board board = Board.open(hasty)) {
            CompletableFuture<Reply> held = hold(board);
            String post = "POST /api/jobs HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n" + Board.OPERATOR;
            for (String begun : List.of(
                    "",
                    "GET /api",
                    "GET /api/jobs HTTP/1.1\r\nHo",
                    post + "Content-Length: 9\r\n\r\n{",
                    post + "Transfer-Encoding: chunked\r\n\r\n5\r\n{")) {
                try (Wire wire = new Wire(board.http.port())) {
                    assertTrue(wire.send(begun).isEnded(), begun);
                }
            }
            board.elastic.held.countDown();
            assertEquals(200, held.join().status());
        }
    }

    @Test
    void idleConnectionsDoNotKeepTheServerFromClosing() throws IOException {
        Board board = Board.open(settings(10, Duration.ofMinutes(10), false));
        try (Wire wire = new Wire(board.http.port())) {
            assertEquals(
                    200,
                    wire.send("GET /health/live HTTP/1.1\r\nHost: x\r\n\r\n")
                            .read()
                            .status());
            long began = System.nanoTime();
            board.http.close();
            assertTrue(System.nanoTime() - began < 60_000_000_000L);
            assertTrue(wire.isEnded());
        }
    }

    @Test
    void everyRequestHasItsLineAndNoLineHasABody() {
        List<String> lines = Collections.synchronizedList(new ArrayList<>());
        Handler listener = new Handler() {
            @Override
            public void publish(LogRecord line) {
                lines.add(line.getMessage());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger access = Logger.getLogger("dev.rozgar.access");
        access.addHandler(listener);
        access.setUseParentHandlers(false);
        try (Board board = Board.open(settings(10, Duration.ofSeconds(5), true))) {
            board.send(board.request("/api/jobs/1?read_model=postgres")
                    .header("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"));
            board.post("/api/jobs", "{\"secret\": 1}");
        } finally {
            access.removeHandler(listener);
            access.setUseParentHandlers(true);
        }
        assertTrue(
                lines.stream()
                        .anyMatch(line -> line.matches("GET /api/jobs/1\\?read_model=postgres 200 \\d+B [0-9.]+ms"
                                + " read_model=postgres trace=0af7651916cd43dd8448eb211c80319c")),
                lines::toString);
        assertTrue(lines.stream().anyMatch(line -> line.startsWith("POST /api/jobs 400 ")), lines::toString);
        assertTrue(lines.stream().noneMatch(line -> line.contains("secret")), lines::toString);
    }

    @Test
    void aPortThatIsTakenIsSaid() {
        try (Board board = Board.open()) {
            int port = board.http.port();
            UnaryOperator<HttpSettings> same = s -> HttpSettings.on("127.0.0.1", port);
            var failure = assertThrows(IllegalStateException.class, () -> Board.open(same));
            assertEquals("cannot serve on 127.0.0.1:" + port + "; is the port taken?", failure.getMessage());
        }
    }

    /// A request that is in the hands of the read model and stays there.
    private static CompletableFuture<Reply> hold(Board board) {
        board.elastic.entered = new CountDownLatch(1);
        board.elastic.held = new CountDownLatch(1);
        CompletableFuture<Reply> reply = asked(board);
        try {
            while (!board.elastic.entered.await(50, TimeUnit.MILLISECONDS))
                // A caller that a hasty server has let go before it had asked.
                if (reply.isDone()) reply = asked(board);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
        return reply;
    }

    private static CompletableFuture<Reply> asked(Board board) {
        return CompletableFuture.supplyAsync(() -> board.get("/api/jobs/1"), Thread::startVirtualThread);
    }
}
