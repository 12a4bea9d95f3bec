package dev.rozgar.adapters.http.alerts;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rozgar.adapters.http.Board.Reply;
import dev.rozgar.adapters.http.Keeping;
import dev.rozgar.domain.alerts.SavedSearch;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SearchRoutesTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String SEARCHES = "/api/searches";

    private final Listening all = new Listening();

    @AfterEach
    void close() {
        all.close();
    }

    @Test
    void savesASearchAndTellsWhereItIs() {
        Reply reply = all.post(all.candidate, SEARCHES, Keeping.SEARCH);

        assertEquals(201, reply.status(), reply::text);
        long id = Listening.id(reply.header("location"));
        assertEquals(SEARCHES + '/' + id, reply.header("location"));
        assertEquals("\"1\"", reply.header("etag"));
        assertEquals(
                "{\"id\":" + id + ",\"name\":\"Riders in Pune\",\"query\":\"q=rider&near=18.52,73.86&radius_km=10\","
                        + "\"scope\":\"NEW\",\"saved_at\":\"2026-03-01T09:30:00.123Z\"}",
                reply.text());
        assertEquals(reply.text(), all.read(all.candidate, reply.header("location")));
    }

    @Test
    void tellsWhoHasItThatNothingChanged() {
        String search = all.saved(all.candidate);

        assertEquals(
                304,
                all.ask(all.candidate, "GET", search, "If-None-Match", "\"1\"").status());
    }

    @Test
    void keepsTheScopeThatIsAskedFor() {
        String body = Keeping.SEARCH.replaceFirst("\\{", "{\"scope\": \"CHANGED\", ");

        assertTrue(all.post(all.candidate, SEARCHES, body).text().contains("\"scope\":\"CHANGED\""));
    }

    @Test
    void whatIsOnlyTriedIsNotSaved() {
        int before = all.store.commits();
        Reply reply = all.post(all.candidate, SEARCHES + "?validate_only=true", Keeping.SEARCH);

        assertEquals(200, reply.status(), reply::text);
        assertFalse(reply.text().contains("\"id\""), reply::text);
        assertEquals("", reply.header("location"));
        assertEquals(before, all.store.commits());
    }

    @Test
    void aRepeatedRequestSavesOnce() {
        Reply first = all.post(all.candidate, SEARCHES, Keeping.SEARCH, "Idempotency-Key", "k");
        Reply again = all.post(all.candidate, SEARCHES, Keeping.SEARCH, "Idempotency-Key", "k");

        assertArrayEquals(first.bytes(), again.bytes());
        assertEquals("true", again.header("idempotency-replayed"));
        assertEquals(1, items(all.candidate, SEARCHES).size());
    }

    @Test
    void listsTheCallersOwnPageByPage() {
        String first = all.saved(all.candidate);
        String second = all.saved(all.candidate);
        all.saved(all.partner);

        Reply page = all.keeping.get(all.candidate, SEARCHES + "?limit=1");
        assertEquals(
                List.of(Listening.id(first)), ids(JSON.readTree(page.bytes()).get("items")));
        String next = page.header("link").replaceFirst("<(.*)>; rel=\"next\"", "$1");
        assertEquals(List.of(Listening.id(second)), ids(items(all.candidate, next)));
        assertEquals("", all.keeping.get(all.candidate, next).header("link"));
        assertEquals(1, items(all.partner, SEARCHES).size());
        assertEquals(0, items(all.keeping.recruiter, SEARCHES).size());
    }

    @Test
    void anothersSearchIsNotThere() {
        String search = all.saved(all.candidate);

        for (String key : List.of(all.partner, all.keeping.recruiter)) {
            assertEquals(404, all.keeping.get(key, search).status());
            assertEquals(404, all.keeping.get(key, search + "/found").status());
            assertEquals(404, all.ask(key, "DELETE", search, "If-Match", "*").status());
        }
    }

    @Test
    void tellsWhatWasFoundTheNewestFirst() {
        String search = all.saved(all.candidate);
        all.find(search, 145);
        all.find(search, 7, 8);

        JsonNode found = items(all.candidate, search + "/found");
        assertEquals(3, found.size());
        assertEquals(145, found.get(2).get("job_id").asInt());
        assertEquals("/api/jobs/145", found.get(2).get("href").asString());
        assertEquals("2026-03-01T09:30:00.123Z", found.get(2).get("at").asString());
        Reply page = all.keeping.get(all.candidate, search + "/found?limit=2");
        String next = page.header("link").replaceFirst("<(.*)>; rel=\"next\"", "$1");
        assertEquals(145, items(all.candidate, next).get(0).get("job_id").asInt());
        assertEquals(1, items(all.candidate, next).size());
    }

    @Test
    void removesASearchInTheVersionThatWasSeen() {
        String search = all.saved(all.candidate);

        assertEquals(428, all.ask(all.candidate, "DELETE", search).status());
        assertEquals(
                412,
                all.ask(all.candidate, "DELETE", search, "If-Match", "\"2\"").status());
        Reply removed = all.ask(all.candidate, "DELETE", search, "If-Match", "\"1\"");
        assertEquals(200, removed.status(), removed::text);
        assertTrue(removed.text().contains("\"name\":\"Riders in Pune\""), removed::text);
        assertEquals(404, all.keeping.get(all.candidate, search).status());
        assertEquals(
                404, all.ask(all.candidate, "DELETE", search, "If-Match", "*").status());
    }

    @Test
    void keepsNoMoreThanAKeeperMayHave() {
        for (int i = 0; i < SavedSearch.MOST; i++) all.saved(all.candidate);

        Reply reply = all.post(all.candidate, SEARCHES, Keeping.SEARCH);
        assertEquals(409, reply.status());
        assertTrue(reply.text().contains("TOO_MANY_SEARCHES"), reply::text);
        all.saved(all.partner);
    }

    @Test
    void tellsAllFaultsOfABodyAtOnce() {
        Reply reply =
                all.post(all.candidate, SEARCHES, "{\"name\": \" \", \"query\": \"limit=3&near=here&colour=red\"}");

        assertEquals(422, reply.status(), reply::text);
        for (String part : List.of(
                "{\"pointer\":\"/name\",\"code\":\"REQUIRED\"",
                "{\"pointer\":\"/query\",\"parameter\":\"limit\",\"code\":\"NOT_ALLOWED\"",
                "{\"pointer\":\"/query\",\"parameter\":\"near\",\"code\":\"MALFORMED\"",
                "{\"pointer\":\"/query\",\"parameter\":\"colour\",\"code\":\"UNKNOWN_PARAMETER\""))
            assertTrue(reply.text().contains(part), () -> part + " in " + reply.text());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"query\": \"q=rider\"} | 400 | /name",
                "{\"name\": \"x\"} | 400 | /query",
                "{\"name\": \"x\", \"query\": \"q=rider\", \"scope\": \"ALL\"} | 400 | /scope",
                "{\"name\": \"x\", \"query\": \"\"} | 422 | /query",
                "{\"name\": \"x\", \"query\": \"?q=rider\"} | 422 | /query"
            })
    void saysWhatIsWrong(String body, int status, String pointer) {
        Reply reply = all.post(all.candidate, SEARCHES, body);

        assertEquals(status, reply.status(), reply::text);
        assertTrue(reply.text().contains("\"pointer\":\"" + pointer + '"'), reply::text);
    }

    @Test
    void aQueryHasAnEnd() {
        String body = "{\"name\": \"x\", \"query\": \"q=" + "r".repeat(SavedSearch.LONGEST_QUERY) + "\"}";
        Reply reply = all.post(all.candidate, SEARCHES, body);

        assertEquals(422, reply.status(), reply::text);
        assertTrue(reply.text().contains("\"code\":\"TOO_LONG\""), reply::text);
    }

    @Test
    void theSearchThatIsVerifiedIsStillThere() {
        assertEquals(404, all.keeping.get(all.candidate, SEARCHES + "/verify").status());
        assertEquals(422, all.board.post("/api/search/verify", "{}").status());
    }

    private JsonNode items(String key, String path) {
        return JSON.readTree(all.read(key, path)).get("items");
    }

    private static List<Long> ids(JsonNode items) {
        return items.valueStream().map(item -> item.get("id").asLong()).toList();
    }
}
