package dev.rozgar.adapters.http.route;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import dev.rozgar.adapters.http.Board;
import dev.rozgar.adapters.http.Board.Reply;
import dev.rozgar.adapters.http.InMemoryApiKeys;
import dev.rozgar.adapters.http.OnAKeptBoard;
import dev.rozgar.adapters.http.TestTokens;
import dev.rozgar.application.HandClock;
import dev.rozgar.application.PortFailure;
import dev.rozgar.application.access.Identity;
import dev.rozgar.application.access.Role;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallersTest extends OnAKeptBoard {
    private static final String VIEW = "/api/companies/1/manage";

    @Test
    void nobodyIsAskedToSayWhoItIs() {
        Reply reply = board.get(VIEW);
        assertEquals(401, reply.status());
        assertEquals("Bearer realm=\"rozgar\"", reply.header("www-authenticate"));
        assertEquals("no-store", reply.header("cache-control"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Basic YTpi",
                "Bearer",
                "Bearer ",
                "Bearer rzg_00000001_" + "B",
                "Bearer rzg_00000001_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA00000009",
                "Bearer rzg_00000001_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA0000000100",
                "Bearer rzg_' or 1=1--",
                "Bearer not.a.token",
                "Bearer eyJhbGciOiJub25lIn0.eyJyb2xlIjoib3BlcmF0b3IifQ.",
                "rzg_00000001_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA00000001"
            })
    void badCredentialsAreRefusedEvenInPublic(String authorization) {
        for (String target : List.of(VIEW, "/api/jobs")) {
            Reply reply = board.send(board.request(target).header("Authorization", authorization));
            assertEquals(401, reply.status());
            assertTrue(reply.header("www-authenticate").contains("invalid_token"));
            assertTrue(!reply.text().contains("rzg_0"), reply::text);
        }
    }

    @Test
    void twoAuthorizationsAreNone() {
        Reply reply = board.send(board.as(board.operator, VIEW).header("Authorization", "Bearer x"));
        assertEquals(401, reply.status());
    }

    @Test
    void aKeyIsRememberedForAMomentAndNoLonger() {
        HandClock clock = new HandClock(Board.NOW);
        InMemoryApiKeys keys = new InMemoryApiKeys();
        KnownKeys known = new KnownKeys(keys, clock);
        String key = keys.make(Role.FINANCE, Optional.empty(), Optional.empty());
        assertEquals(Role.FINANCE, known.find(key).orElseThrow().role());
        keys.revoke("00000001", clock.instant());
        clock.forward(Duration.ofMillis(4_999));
        assertTrue(known.find(key).isPresent());
        assertEquals(1, keys.asked.get());
        clock.forward(Duration.ofMillis(1));
        assertTrue(known.find(key).isEmpty());
        assertEquals(2, keys.asked.get());
    }

    @Test
    void aStoreOfKeysThatIsAwayIsNoReasonToLetAnybodyIn() {
        String fresh = keeping.key(Role.OPERATOR);
        board.keys.failure = PortFailure.unavailable("gone", null);
        assertEquals(503, keeping.get(fresh, VIEW).status());
        assertEquals(200, board.get("/api/jobs").status());
    }

    @Test
    void aTokenOfTheIssuerIsBelieved() {
        JWTClaimsSet claims = TestTokens.claims().build();
        for (String token : List.of(TestTokens.rs256(TestTokens.RSA, claims), TestTokens.es256(claims)))
            assertEquals(200, keeping.get(token, VIEW).status());
    }

    @Test
    void aTokenSpeaksForItsCompanyAndNoOther() {
        assertEquals(200, status(TestTokens.claims().claim("role", "RECRUITER").claim("company_id", 1)));
        assertEquals(404, status(TestTokens.claims().claim("role", "RECRUITER").claim("company_id", 2)));
        assertEquals(403, status(TestTokens.claims().claim("role", "candidate").claim("candidate_id", 2)));
    }

    @Test
    void aTokenThatIsNotAsItShouldBeIsNone() {
        Date then = Date.from(Board.NOW);
        Map<String, JWTClaimsSet.Builder> bad = new LinkedHashMap<>();
        bad.put("another issuer", TestTokens.claims().issuer("https://evil.example"));
        bad.put("another audience", TestTokens.claims().audience("shop"));
        bad.put("no audience", TestTokens.claims().audience((String) null));
        bad.put("over for more than the skew", TestTokens.claims().expirationTime(new Date(then.getTime() - 61_000)));
        bad.put("not yet good", TestTokens.claims().notBeforeTime(new Date(then.getTime() + 61_000)));
        bad.put("without an end", TestTokens.claims().expirationTime(null));
        bad.put("nobody's", TestTokens.claims().subject(null));
        bad.put("without a role", TestTokens.claims().claim("role", null));
        bad.put("of the board itself", TestTokens.claims().claim("role", "SYSTEM"));
        bad.put("of nobody", TestTokens.claims().claim("role", "ANONYMOUS"));
        bad.put("of an unknown role", TestTokens.claims().claim("role", "root"));
        bad.put("a role that is no text", TestTokens.claims().claim("role", List.of("OPERATOR")));
        bad.put("a recruiter of no company", TestTokens.claims().claim("role", "RECRUITER"));
        bad.put(
                "a company below zero",
                TestTokens.claims().claim("role", "RECRUITER").claim("company_id", -1));
        bad.put(
                "a company in words",
                TestTokens.claims().claim("role", "RECRUITER").claim("company_id", "one"));
        bad.put("half a company", TestTokens.claims().claim("role", "RECRUITER").claim("company_id", 1.9));
        bad.put("a role in other letters", TestTokens.claims().claim("role", "f\u0131nance"));
        bad.put("of an empty name", TestTokens.claims().subject(""));
        bad.forEach((name, claims) -> assertEquals(401, status(claims), name));
    }

    @Test
    void theSkewIsAMinute() {
        Date then = Date.from(Board.NOW);
        assertEquals(200, status(TestTokens.claims().expirationTime(new Date(then.getTime() - 58_000))));
        assertEquals(200, status(TestTokens.claims().notBeforeTime(new Date(then.getTime() + 58_000))));
    }

    @Test
    void aSignatureThatIsNotTheIssuersIsNone() {
        JWTClaimsSet claims = TestTokens.claims().build();
        String good = TestTokens.rs256(TestTokens.RSA, claims);
        String payload = good.split("\\.")[1];
        for (String token : List.of(
                TestTokens.rs256(TestTokens.STRANGER, claims),
                TestTokens.confused(claims),
                new PlainJWT(claims).serialize(),
                good.substring(0, good.length() - 6) + "AAAAAA",
                good.substring(0, good.lastIndexOf('.') + 1),
                good.replace(payload, payload.substring(0, payload.length() - 2))))
            assertEquals(401, keeping.get(token, VIEW).status(), token);
    }

    @Test
    void longSubjectsStayApart() {
        Tokens tokens = new Tokens(TestTokens.SETTINGS, Clock.fixed(Board.NOW, ZoneOffset.UTC));
        Identity one = identity(tokens, "x".repeat(200) + "1");
        Identity two = identity(tokens, "x".repeat(200) + "2");
        assertTrue(one.subject().length() <= 100 && !one.subject().equals(two.subject()));
        assertEquals("jwt:https://id.example|asha", identity(tokens, "asha").subject());
    }

    @Test
    void whomACallerSpeaksForIsOneLine() {
        for (String name : new String[] {" ", "x".repeat(201), "a\tb"})
            assertEquals(
                    400,
                    board.send(board.as(board.operator, VIEW).header("On-Behalf-Of", name))
                            .status());
    }

    private static int status(JWTClaimsSet.Builder claims) {
        return keeping.get(TestTokens.rs256(TestTokens.RSA, claims.build()), VIEW)
                .status();
    }

    private static Identity identity(Tokens tokens, String subject) {
        return tokens.read(TestTokens.rs256(
                        TestTokens.RSA, TestTokens.claims().subject(subject).build()))
                .orElseThrow();
    }
}
