package dev.rozgar.adapters.http.wire;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rozgar.adapters.http.Board;
import dev.rozgar.adapters.http.Board.Reply;
import dev.rozgar.adapters.http.HttpSettings;
import dev.rozgar.adapters.http.RateLimits;
import dev.rozgar.adapters.http.Wire;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

class MannersTest {
    private static final String ORIGIN = "https://jobs.example";

    private static Reply ask(String target, boolean gzip, String... lines) throws IOException {
        try (Board board = Board.open(s -> new HttpSettings(
                        s.host(),
                        0,
                        s.maxConcurrent(),
                        s.patience(),
                        s.silence(),
                        s.drain(),
                        false,
                        gzip,
                        Set.of(ORIGIN),
                        RateLimits.OFF));
                Wire wire = new Wire(board.http.port())) {
            return wire.send(target + " HTTP/1.1\r\nHost: x\r\n" + String.join("\r\n", lines) + "\r\n\r\n")
                    .read();
        }
    }

    @Test
    void whoAcceptsGzipGetsThePageCompressed() throws IOException {
        Reply plain = ask("GET /api/jobs", true, "X-None: 1");
        Reply packed = ask("GET /api/jobs", true, "Accept-Encoding: gzip");
        assertEquals("gzip", packed.header("content-encoding"));
        assertTrue(packed.header("vary").contains("Accept-Encoding"));
        assertTrue(plain.header("vary").contains("Accept-Encoding"));
        assertTrue(packed.bytes().length < plain.bytes().length / 5);
        assertArrayEquals(plain.bytes(), new GZIPInputStream(new ByteArrayInputStream(packed.bytes())).readAllBytes());
    }

    @Test
    void aCompressedDocumentHasAWeakTag() throws IOException {
        Reply plain = ask("GET /api/jobs/1", true, "X-None: 1");
        Reply packed = ask("GET /api/jobs/1", true, "Accept-Encoding: gzip");
        assertEquals("W/" + plain.header("etag"), packed.header("etag"));
        Reply known = ask("GET /api/jobs/1", true, "Accept-Encoding: gzip", "If-None-Match: " + packed.header("etag"));
        assertEquals(304, known.status());
    }

    @Test
    void whoRefusesGzipOrGetsLittleGetsItPlain() throws IOException {
        assertEquals(
                "", ask("GET /api/jobs", true, "Accept-Encoding: br, gzip;q=0").header("content-encoding"));
        assertEquals("", ask("GET /api/jobs", true, "Accept-Encoding: gzipped").header("content-encoding"));
        assertEquals("", ask("GET /health/live", true, "Accept-Encoding: gzip").header("content-encoding"));
        assertEquals(
                "gzip",
                ask("GET /api/jobs", true, "Accept-Encoding: br;q=1.0, gzip;q=0.8, *;q=0.1")
                        .header("content-encoding"));
    }

    @Test
    void withoutGzipNothingIsCompressed() throws IOException {
        Reply reply = ask("GET /api/jobs", false, "Accept-Encoding: gzip");
        assertEquals("", reply.header("content-encoding"));
    }

    @Test
    void aListedOriginMayRead() throws IOException {
        Reply reply = ask("GET /api/jobs/1", true, "Origin: " + ORIGIN);
        assertEquals(ORIGIN, reply.header("access-control-allow-origin"));
        assertTrue(reply.header("vary").endsWith("Origin"));
    }

    @Test
    void aListedOriginMayAskWhatItMay() throws IOException {
        Reply reply = ask("OPTIONS /api/jobs", true, "Origin: " + ORIGIN, "Access-Control-Request-Method: POST");
        assertEquals(204, reply.status());
        assertEquals("GET, HEAD, POST, PUT, PATCH, DELETE", reply.header("access-control-allow-methods"));
        assertTrue(reply.header("access-control-allow-headers").contains("Content-Type"));
    }

    @Test
    void anotherOriginIsNotNamed() throws IOException {
        for (String origin : new String[] {"https://evil.example", ORIGIN + ".evil.example", "null"}) {
            assertEquals("", ask("GET /api/jobs/1", true, "Origin: " + origin).header("access-control-allow-origin"));
        }
    }

    @Test
    void problemsAreAsMannered() throws IOException {
        Reply reply = ask("GET /nope", true, "Origin: " + ORIGIN);
        assertEquals(404, reply.status());
        assertEquals(ORIGIN, reply.header("access-control-allow-origin"));
        assertEquals("nosniff", reply.header("x-content-type-options"));
        assertEquals("no-store", reply.header("cache-control"));
    }
}
