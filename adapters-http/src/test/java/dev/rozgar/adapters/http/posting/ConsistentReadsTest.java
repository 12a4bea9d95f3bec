package dev.rozgar.adapters.http.posting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rozgar.adapters.http.Board;
import dev.rozgar.adapters.http.Board.Reply;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Reads that bring the token of a write.
class ConsistentReadsTest {
    private static final String TOKEN = "1.1.j7-2";
    private static final String COMPANY =
            "{\"slug\": \"acme\", \"name\": \"Acme\", \"locations\": [{\"locality\": \"Pune\", \"country\": \"IN\"}]}";

    private static Board board;

    @BeforeAll
    static void open() {
        board = Board.open();
    }

    @AfterAll
    static void close() {
        board.close();
    }

    @BeforeEach
    void reset() {
        board.reset();
    }

    @Test
    void aWriteIsAnsweredWithItsToken() {
        assertEquals("1.1.j7-0", board.post("/api/companies", COMPANY).header("consistency-token"));
    }

    @Test
    void aRepeatedWriteIsAnsweredWithTheFirstOnes() {
        var request = Board.json(board.as(board.operator, "/api/companies"), "POST", COMPANY)
                .header("Idempotency-Key", "k");
        String first = board.send(request).header("consistency-token");
        Reply again = board.send(request);

        assertEquals("true", again.header("idempotency-replayed"));
        assertEquals(first, again.header("consistency-token"));
    }

    @Test
    void whatIsOnlyTriedHasNoToken() {
        assertEquals(
                "", board.post("/api/companies?validate_only=true", COMPANY).header("consistency-token"));
    }

    @ParameterizedTest
    @CsvSource({
        "/api/jobs, VISIBLE",
        "/api/job/elastic/, VISIBLE",
        "/api/jobs?read_model=elasticsearch, VISIBLE",
        "/api/jobs/1, INDEXED"
    })
    void theIndexAnswersOnceItShowsTheWrite(String target, String level) {
        Reply reply = read(target);

        assertEquals(200, reply.status(), reply::text);
        assertEquals("elasticsearch; lag=340ms", reply.header("x-read-model"));
        assertEquals(List.of(TOKEN + ' ' + level), board.awaited);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/jobs", "/api/job/elastic/", "/api/jobs?read_model=elasticsearch", "/api/jobs/1"})
    void postgresAnswersInItsPlaceWhileItDoesNot(String target) {
        board.showing = false;
        Reply reply = read(target);

        assertEquals(200, reply.status(), reply::text);
        assertEquals("postgres; lag=340ms", reply.header("x-read-model"));
    }

    @Test
    void theQueryBringsATokenAsWell() {
        board.showing = false;
        Reply reply = board.get("/api/jobs?limit=2&consistency_token=" + TOKEN);

        assertEquals("postgres; lag=340ms", reply.header("x-read-model"));
        assertTrue(reply.text().contains("\"self\":\"/api/jobs?limit=2&consistency_token=" + TOKEN), reply::text);
    }

    @Test
    void whoReadsPostgresOrBringsNoTokenIsNotKeptWaiting() {
        board.get("/api/jobs");
        read("/api/job/database/");
        read("/api/companies");

        assertEquals(List.of(), board.awaited);
    }

    @Test
    void bothMayBeGivenIfTheyAreTheSame() {
        assertEquals(200, read("/api/jobs?consistency_token=" + TOKEN).status());
        Reply refused = read("/api/jobs?consistency_token=1.1.j7-3&limit=none");

        assertEquals(400, refused.status());
        assertTrue(refused.text().contains("CONTRADICTS"), refused::text);
        assertTrue(refused.text().contains("\"limit\""), refused::text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/jobs",
                "/api/job/elastic/",
                "/api/job/database/",
                "/api/jobs/1",
                "/api/companies",
                "/api/companies/1"
            })
    void whatIsNoTokenIsRefused(String target) {
        Reply query = board.get(target + "?consistency_token=nonsense");
        Reply header = board.send(board.request(target).header("Consistency-Token", "nonsense"));

        assertEquals(400, query.status());
        assertTrue(query.text().contains("\"parameter\":\"consistency_token\""), query::text);
        assertEquals(400, header.status());
        assertTrue(header.text().contains("INVALID_HEADER"), header::text);
        assertEquals(List.of(), board.awaited);
    }

    @Test
    void twoTokensAreNone() {
        assertEquals(
                400,
                board.send(board.request("/api/jobs")
                                .header("Consistency-Token", TOKEN)
                                .header("Consistency-Token", TOKEN))
                        .status());
        assertEquals(
                400,
                board.get("/api/jobs?consistency_token=" + TOKEN + "&consistency_token=" + TOKEN)
                        .status());
    }

    @Test
    void aListSaysHowFarTheIndexIsBehind() {
        assertTrue(board.get("/api/jobs").text().contains("\"index_lag_ms\":340,"));
        board.lag = null;
        assertTrue(board.get("/api/jobs").text().contains("\"index_lag_ms\":null,"));
        assertEquals("elasticsearch", board.get("/api/jobs").header("x-read-model"));
    }

    /// A cache must not give a reader who brings a token what it keeps for those who bring none.
    @Test
    void cachesTellTokensApart() {
        assertTrue(board.get("/api/jobs").header("vary").contains("Consistency-Token"));
    }

    private static Reply read(String target) {
        return board.send(board.request(target).header("Consistency-Token", TOKEN));
    }
}
