package dev.rozgar.adapters.http.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.rozgar.adapters.http.Board;
import dev.rozgar.adapters.http.Board.Reply;
import dev.rozgar.adapters.http.Wire;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Where a request ends is clear, or it is the connection's last.
class FramingTest {
    private static final String POST =
            "POST /api/jobs HTTP/1.1\r\nHost: x\r\n" + Board.OPERATOR + "Content-Type: application/json\r\n";
    private static final String SMUGGLED = "GET /api/jobs/1 HTTP/1.1\r\nHost: x\r\n\r\n";

    private static Board board;

    @BeforeAll
    static void open() {
        board = Board.open();
    }

    @AfterAll
    static void close() {
        board.close();
    }

    @ParameterizedTest(name = "{1} -> {0}")
    @MethodSource("unclear")
    void whatIsUnclearEndsTheConnection(int status, String bytes) throws IOException {
        try (Wire wire = new Wire(board.http.port())) {
            Reply reply = wire.send(bytes + SMUGGLED).end().read();
            assertEquals(status, reply.status(), reply::text);
            assertEquals("application/problem+json", reply.header("content-type"));
            assertEquals("close", reply.header("connection"));
            assertTrue(wire.isEnded());
        }
    }

    private static Stream<Arguments> unclear() {
        return Stream.of(
                arguments(400, POST + "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"),
                arguments(400, POST + "Transfer-Encoding: chunked\r\nContent-Length: 4\r\n\r\n0\r\n\r\n"),
                arguments(400, POST + "Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n"),
                arguments(400, POST + "Transfer-Encoding: identity\r\n\r\n"),
                arguments(400, POST + "Transfer-Encoding: Chunked\r\n\r\n0\r\n\r\n"),
                arguments(400, POST + "Transfer-Encoding: xchunked\r\nContent-Length: 2\r\n\r\n{}"),
                arguments(400, POST + "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"),
                arguments(400, POST + "Content-Length: 2\r\nContent-Length: 3\r\n\r\n{} "),
                arguments(400, POST + "Content-Length: 2, 2\r\n\r\n{}"),
                arguments(400, POST + "Content-Length: -1\r\n\r\n"),
                arguments(400, POST + "Content-Length: +2\r\n\r\n{}"),
                arguments(400, POST + "Content-Length: 2x\r\n\r\n{}"),
                arguments(400, POST + "Content-Length: 0x2\r\n\r\n{}"),
                arguments(400, POST + "Content-Length: 99999999999999999999\r\n\r\n"),
                arguments(413, POST + "Content-Length: 9999999999\r\n\r\n"),
                arguments(400, POST + "Transfer-Encoding: chunked\r\n\r\nzz\r\n"),
                arguments(400, POST + "Transfer-Encoding: chunked\r\n\r\n-1\r\n"),
                arguments(400, POST + "Transfer-Encoding: chunked\r\n\r\n\r\n"),
                arguments(400, POST + "Transfer-Encoding: chunked\r\n\r\n99999999999\r\n"),
                arguments(400, POST + "Transfer-Encoding: chunked\r\n\r\n2;ext=1\r\n{}\r\n0\r\n\r\n"),
                arguments(400, POST + "Transfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\nTrailer: x\r\n\r\n"),
                arguments(400, POST + "Content-Length : 2\r\n\r\n{}"),
                arguments(400, "GET /api/jobs HTTP/1.1\r\n\r\n"),
                arguments(400, "GET /api/jobs HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n"),
                arguments(400, "GET /api/jobs HTTP/1.1\r\nHost:\r\n\r\n"),
                arguments(400, "GET /api/jobs HTTP/1.1\r\nHost: x:port\r\n\r\n"),
                arguments(400, "GET /api/jobs HTTP/1.1\r\nHost: x\r\nNo colon here\r\n\r\n"),
                arguments(400, "GET /api/jobs HTTP/1.1\r\nHost: x\r\nBad Name: y\r\n\r\n"),
                arguments(400, "GET /api/jobs HTTP/1.1\r\nHost: x\r\nX: a\u0000b\r\n\r\n"),
                arguments(400, "GET /api/jobs HTTP/1.1\nHost: x\n\n"),
                arguments(400, "GET /api/jobs HTTP/2.0\r\nHost: x\r\n\r\n"),
                arguments(400, "GET /api/jobs HTTP/1.1 \r\nHost: x\r\n\r\n"),
                arguments(400, "GET  /api/jobs HTTP/1.1\r\nHost: x\r\n\r\n"),
                arguments(400, "GET /api/jobs\r\n\r\n"),
                arguments(400, "GET /a b HTTP/1.1\r\nHost: x\r\n\r\n"),
                arguments(400, "\u0016\u0003\u0001\u0002\u0000\u0001\r\n\r\n"),
                arguments(400, "nonsense\r\n\r\n"),
                arguments(400, "\r\n\r\n\r\n"),
                arguments(431, "GET /api/jobs HTTP/1.1\r\nHost: x\r\nX-Large: " + "x".repeat(20_000) + "\r\n\r\n"),
                arguments(431, "GET /api/jobs HTTP/1.1\r\nHost: x\r\n" + "X-Many: y\r\n".repeat(3_000) + "\r\n"),
                arguments(414, "GET /" + "x".repeat(20_000) + " HTTP/1.1\r\nHost: x\r\n\r\n"));
    }

    @Test
    void aBodyThatEndsEarlyIsRefused() throws IOException {
        try (Wire wire = new Wire(board.http.port())) {
            Reply reply = wire.send(POST + "Content-Length: 100\r\n\r\n{\"title\"")
                    .end()
                    .read();
            assertEquals(400, reply.status(), reply::text);
            assertTrue(wire.isEnded());
        }
    }

    @Test
    void requestsInOneBreathAreAnsweredInTurn() throws IOException {
        try (Wire wire = new Wire(board.http.port())) {
            wire.send("GET /health/live HTTP/1.1\r\nHost: x\r\n\r\n" + SMUGGLED
                    + "GET /nope HTTP/1.1\r\nHost: x\r\n\r\ngarbage\r\n\r\n");
            assertEquals(200, wire.read().status());
            assertEquals(200, wire.read().status());
            assertEquals(404, wire.read().status());
            assertEquals(400, wire.read().status());
            assertTrue(wire.isEnded());
        }
    }

    @Test
    void anUnreadBodyIsNotTheNextRequest() throws IOException {
        try (Wire wire = new Wire(board.http.port())) {
            wire.send("POST /nope HTTP/1.1\r\nHost: x\r\nContent-Length: " + SMUGGLED.length() + "\r\n\r\n" + SMUGGLED);
            assertEquals(404, wire.read().status());
            assertEquals(
                    200,
                    wire.send("GET /health/live HTTP/1.1\r\nHost: x\r\n\r\n")
                            .read()
                            .status());
        }
    }

    @Test
    void aConnectionThatIsToBeClosedIsClosed() throws IOException {
        try (Wire wire = new Wire(board.http.port())) {
            Reply reply = wire.send("GET /health/live HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
                    .read();
            assertEquals("close", reply.header("connection"));
            assertTrue(wire.isEnded());
        }
    }

    @Test
    void anOldCallerIsAnsweredOnceAndLetGo() throws IOException {
        for (String more : new String[] {"", "Connection: Keep-Alive\r\n"}) {
            try (Wire wire = new Wire(board.http.port())) {
                Reply reply = wire.send("GET /api/jobs/1 HTTP/1.0\r\nHost: x\r\n" + more + "\r\n")
                        .read();
                assertEquals(200, reply.status());
                assertTrue(reply.bytes().length > 100);
                assertTrue(wire.isEnded());
            }
        }
    }

    @Test
    void anOldCallerGetsNoStreamSinceItKnowsNoChunks() throws IOException {
        try (Wire wire = new Wire(board.http.port())) {
            Reply reply = wire.send("GET /api/jobs/export HTTP/1.0\r\nHost: x\r\n\r\n")
                    .read();
            assertEquals(400, reply.status(), reply::text);
            assertEquals("", reply.header("transfer-encoding"));
            assertTrue(wire.isEnded());
        }
    }

    @Test
    void anOldCallerMayComeByteByByteAndPost() throws IOException {
        String request = "POST /api/jobs HTTP/1.0\r\nHost: x\r\n" + Board.OPERATOR
                + "Content-Type: application/json\r\nContent-Length: 2\r\n\r\n{}";
        try (Wire wire = new Wire(board.http.port())) {
            for (char c : request.toCharArray()) wire.send(String.valueOf(c));
            Reply reply = wire.read();
            assertEquals(400, reply.status());
            assertTrue(reply.text().contains("\"/title\""), reply::text);
            assertTrue(wire.isEnded());
        }
    }
}
