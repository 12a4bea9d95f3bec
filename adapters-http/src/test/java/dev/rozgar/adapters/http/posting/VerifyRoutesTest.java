package dev.rozgar.adapters.http.posting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rozgar.adapters.http.Board;
import dev.rozgar.adapters.http.Board.Reply;
import dev.rozgar.application.PortFailure;
import java.util.Collections;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerifyRoutesTest {
    private final Board board = Board.open();

    @AfterEach
    void close() {
        board.close();
    }

    private Reply verify(String body) {
        return board.post("/api/search/verify", body);
    }

    @Test
    void runsEachQueryOnBothStores() {
        Reply reply = verify("{\"queries\": [\"q=driver&near=18.5,73.8\", \"sort=-id&limit=3\", \"\"]}");

        assertEquals(200, reply.status(), reply::text);
        for (String part : new String[] {"\"one_answer\":true", "\"compared\":3", "\"same\":3", "\"different\":0"})
            assertTrue(reply.text().contains(part), reply::text);
        assertTrue(reply.text().contains("\"waiver\":\"ROUNDED_DISTANCE\""), reply::text);
    }

    @Test
    void namesTheQueriesThatDifferAndBothTotals() {
        board.postgres.grow(1);
        Reply reply = verify("{\"queries\": [\"limit=3\", \"limit=100\"]}");

        assertEquals(200, reply.status(), reply::text);
        assertTrue(reply.text().contains("\"one_answer\":false"), reply::text);
        // On the first page only the number of all differs.
        assertTrue(
                reply.text().contains("\"kinds\":[\"TOTAL\"],\"postgres_total\":26,\"query\":\"limit=3\""),
                reply::text);
        assertTrue(
                reply.text().contains("\"kinds\":[\"MAPPING\"],\"postgres_total\":26,\"query\":\"limit=100\""),
                reply::text);
    }

    @Test
    void makesQueriesFromASeed() {
        Reply reply = verify("{\"random\": 5, \"seed\": 7}");

        assertEquals(200, reply.status(), reply::text);
        assertTrue(reply.text().contains("\"compared\":5"), reply::text);
        assertTrue(reply.text().contains("\"seed\":7"), reply::text);
    }

    @Test
    void tellsTheSeedThatItChose() {
        assertTrue(verify("{\"random\": 1}").text().contains("\"seed\":"));
    }

    @Test
    void tellsEveryFaultOfEveryQuery() {
        Reply reply = verify("{\"queries\": [\"limit=x&sorted=id\", \"q=driver\", \"near=here\", \"a b\"]}");

        assertEquals(400, reply.status(), reply::text);
        for (String part : new String[] {
            "\"pointer\":\"/queries/0\",\"parameter\":\"limit\"",
            "\"pointer\":\"/queries/0\",\"parameter\":\"sorted\"",
            "\"pointer\":\"/queries/2\",\"parameter\":\"near\"",
            "\"pointer\":\"/queries/3\",\"code\":\"MALFORMED\""
        }) assertTrue(reply.text().contains(part), () -> part + " in " + reply.text());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|/queries",
                "{\"queries\": []}|/queries",
                "{\"queries\": [\"\"], \"random\": 3}|/random",
                "{\"queries\": [\"\"], \"seed\": 3}|/seed",
                "{\"random\": 0}|/random",
                "{\"random\": 501}|/random"
            })
    void saysWhatIsWrongWithTheWish(String body, String pointer) {
        Reply reply = verify(body);

        assertEquals(422, reply.status(), reply::text);
        assertTrue(reply.text().contains("\"pointer\":\"" + pointer + "\""), reply::text);
    }

    @Test
    void boundsTheNumberAndTheLengthOfQueries() {
        String many = String.join(",", Collections.nCopies(101, "\"\""));
        assertEquals(422, verify("{\"queries\": [" + many + "]}").status());
        Reply reply = verify("{\"queries\": [\"q=" + "x".repeat(5_000) + "\"]}");
        assertEquals(400, reply.status());
        assertTrue(reply.text().contains("4096"), reply::text);
    }

    @Test
    void isUnavailableWithAStoreThatDoesNotAnswer() {
        board.elastic.failure = PortFailure.unavailable("down", null);

        assertEquals(503, verify("{\"queries\": [\"\"]}").status());
    }
}
