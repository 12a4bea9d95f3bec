package dev.rozgar.adapters.http.route;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import dev.rozgar.adapters.http.Board;
import dev.rozgar.adapters.http.Board.Reply;
import dev.rozgar.adapters.http.Keeping;
import dev.rozgar.adapters.http.TestTokens;
import dev.rozgar.adapters.http.TokenSettings;
import dev.rozgar.application.access.Role;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Keys that an issuer publishes at an address, which is not always what one would wish.
class PublishedKeysTest {
    private static final RSAKey OLD = TestTokens.rsa("old");
    private static final RSAKey NEW = TestTokens.rsa("new");
    private static final String VIEW = "/api/jobs/2/manage";

    private final CountDownLatch end = new CountDownLatch(1);
    private final AtomicInteger asked = new AtomicInteger();
    private final HttpServer issuer = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    private final URI address;
    private final Board board;
    private final Keeping keeping;
    private volatile HttpHandler answer = publishing(OLD);

    PublishedKeysTest() throws IOException {
        issuer.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        issuer.createContext("/keys", exchange -> {
            asked.incrementAndGet();
            answer.handle(exchange);
        });
        issuer.start();
        address = URI.create("http://127.0.0.1:" + issuer.getAddress().getPort() + "/keys");
        board = believing(Duration.ofSeconds(60));
        keeping = new Keeping(board);
        keeping.begin();
    }

    private Board believing(Duration most) {
        return Board.believing(new TokenSettings(
                TestTokens.ISSUER,
                TestTokens.AUDIENCE,
                new TokenSettings.Keys.At(address, most),
                TokenSettings.USUAL_SKEW));
    }

    @AfterEach
    void close() {
        end.countDown();
        issuer.stop(0);
        board.close();
    }

    @Test
    void areReadOnceForManyTokens() {
        for (int i = 0; i < 5; i++) assertEquals(200, with(OLD).status());
        assertEquals(1, asked.get());
    }

    @Test
    void areReadAgainForAKeyThatIsNew() {
        assertEquals(200, with(OLD).status());
        answer = publishing(NEW);

        assertEquals(200, with(NEW).status());
        assertEquals(401, with(OLD).status(), "withdrawn by the issuer");
    }

    @Test
    void areNotReadForEveryKeyThatSomebodyMakesUp() {
        // Made before the first read: half a minute later the keys may be read once more.
        List<RSAKey> madeUp = List.of(TestTokens.rsa("made-up-0"), TestTokens.rsa("made-up-1"));
        assertEquals(200, with(OLD).status());
        for (int i = 0; i < 20; i++) assertEquals(401, with(madeUp.get(i % 2)).status());
        assertEquals(2, asked.get());
    }

    @Test
    void areStillKnownWhileTheIssuerIsAway() {
        assertEquals(200, with(OLD).status());
        issuer.stop(0);

        assertEquals(200, with(OLD).status());
    }

    @Test
    void thatCannotBeHadAreNoReasonToLetAnybodyInNorToFail() {
        issuer.stop(0);
        requireUnavailable(board, keeping);
    }

    @Test
    void thatAreAnsweredWithAnErrorOrWithSomethingElseCannotBeHad() {
        answer = exchange -> send(exchange, 500, "");
        requireUnavailable(board, keeping);
    }

    @Test
    void thatAreNoKeysCannotBeHad() {
        answer = exchange -> send(exchange, 200, "<html>Sign in</html>");
        requireUnavailable(board, keeping);
    }

    @Test
    void thatNeverComeCannotBeHad() {
        answer = exchange -> {
            try {
                end.await();
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
            }
        };
        try (Board hasty = believing(Duration.ofMillis(500))) {
            Keeping kept = new Keeping(hasty);
            kept.begin();
            requireUnavailable(hasty, kept);
        }
    }

    /// Everybody without a token goes on as before.
    private static void requireUnavailable(Board board, Keeping keeping) {
        Reply reply = with(keeping, OLD);
        assertEquals(503, reply.status(), reply::text);
        assertEquals("2", reply.header("retry-after"));
        assertEquals(200, keeping.get(keeping.key(Role.MODERATOR), VIEW).status());
        assertEquals(200, board.get("/api/jobs").status());
        assertEquals(401, keeping.get("a.b.c", VIEW).status());
    }

    private Reply with(RSAKey key) {
        return with(keeping, key);
    }

    private static Reply with(Keeping keeping, RSAKey key) {
        return keeping.get(TestTokens.rs256(key, TestTokens.claims().build()), VIEW);
    }

    private static HttpHandler publishing(RSAKey key) {
        return exchange -> send(exchange, 200, new JWKSet(key.toPublicJWK()).toString());
    }

    private static void send(HttpExchange exchange, int status, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        if (body.length > 0) exchange.getResponseBody().write(body);
        exchange.close();
    }
}
