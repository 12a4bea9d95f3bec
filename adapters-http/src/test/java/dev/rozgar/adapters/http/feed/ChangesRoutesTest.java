package dev.rozgar.adapters.http.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rozgar.adapters.http.Board.Reply;
import dev.rozgar.adapters.http.SampleDocument;
import dev.rozgar.application.PortFailure;
import dev.rozgar.application.listing.JobFields;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChangesRoutesTest extends OnAFedBoard {
    @Test
    void changesComeWithTheBytesOfTheirDocuments() {
        Reply reply = board.get(CHANGES + "?since=PT1H");

        assertEquals("no-store", reply.header("cache-control"));
        assertEquals("application/json", reply.header("content-type"));
        assertTrue(reply.text().contains(",\"document\":" + SampleDocument.full(JobFields.JOB, 1) + "}"), reply::text);
        assertEquals(List.of(1L, 2L), ids(parse(reply)));
    }

    @Test
    void aJobThatIsGoneKeepsItsPlaceAndItsOccupation() {
        String end = end();
        board.feed.remove(1, "EXPIRED");

        JsonObject gone =
                page("?cursor=" + end).getJsonArray("changes").getFirst().asJsonObject();

        assertEquals("remove", gone.getString("kind"));
        assertEquals("EXPIRED", gone.getString("reason"));
        assertEquals("Goa", gone.getJsonArray("locations").getJsonObject(0).getString("region"));
        assertEquals(7, gone.getJsonObject("company").getInt("id"));
        assertTrue(gone.isNull("occupation"));
        Instant.parse(gone.getString("at"));
    }

    @Test
    void aCursorGoesOnWhereItsPageEnded() {
        JsonObject first = page("?since=PT1H&limit=1");
        JsonObject second = page("?limit=1&cursor=" + first.getString("next"));
        JsonObject last = page("?cursor=" + second.getString("next"));

        assertEquals(List.of(1L), ids(first));
        assertEquals(List.of(2L), ids(second));
        assertEquals(List.of(), ids(last));
        assertEquals(List.of(true, false, false), List.of(more(first), more(second), more(last)));
        assertEquals(second.getString("next"), last.getString("next"));
    }

    @Test
    void withoutACursorItBeginsAtTheEnd() {
        assertEquals(List.of(), ids(page("")));
        assertEquals(end(), page("").getString("next"));
    }

    @ParameterizedTest
    @CsvSource({
        "locations.region=Goa, 1",
        "locations.region=Goa&locations.region=Kerala, 1 2",
        "locations.region=-Goa, 2",
        "company.id=7&locations.region=Kerala, 2",
        "company.id=8, ''"
    })
    void filtersChooseJobs(String filter, String expected) {
        List<Long> told = ids(page("?since=PT1H&" + filter));

        assertEquals(
                expected, String.join(" ", told.stream().map(String::valueOf).toList()));
    }

    @ParameterizedTest
    @CsvSource({
        "cursor=x, MALFORMED",
        "cursor=, MALFORMED",
        "cursor=now&since=PT1H, CONTRADICTS",
        "cursor=now&cursor=now, DUPLICATE",
        "since=yesterday, MALFORMED",
        "since=-PT1H, MALFORMED",
        "limit=0, MALFORMED",
        "wait=61, OUT_OF_RANGE",
        "wait=-1, MALFORMED",
        "wait=1.5, MALFORMED",
        "title=cook, NOT_ALLOWED",
        "company.id.gte=5, NOT_ALLOWED",
        "company.id=x, MALFORMED",
        "location.region=Goa, did you mean locations.region",
        "colour=red, UNKNOWN_PARAMETER",
        "q=cook, UNKNOWN_PARAMETER"
    })
    void whatIsNotUnderstoodIsRefused(String query, String code) {
        Reply reply = board.get(CHANGES + "?" + query);

        assertEquals(400, reply.status(), reply::text);
        assertTrue(reply.text().contains(code), reply::text);
    }

    @Test
    void allFaultsAreToldAtOnce() {
        String told =
                board.get(CHANGES + "?cursor=x&wait=99&limit=0&colour=red").text();

        for (String name : List.of("cursor", "wait", "limit", "colour"))
            assertTrue(told.contains("\"parameter\":\"" + name + '"'), told);
    }

    @Test
    void aLimitAboveTheMostIsTheMost() {
        assertEquals(List.of(1L, 2L), ids(page("?since=PT1H&limit=100000")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"cursor=c-1-1-1-0", "since=2026-01-01T00:00:00Z"})
    void whatIsForgottenIsGone(String query) {
        board.feed.forget(Instant.now().plusSeconds(1), 100);

        Reply reply = board.get(CHANGES + "?" + query);

        assertEquals(410, reply.status());
        assertTrue(reply.text().contains("\"code\":\"CURSOR_EXPIRED\""), reply::text);
        assertEquals(
                410,
                board.send(board.request(CHANGES + "?" + query).header("Accept", "text/event-stream"))
                        .status());
    }

    @Test
    void aStoreThatDoesNotAnswerIsAProblem() {
        String end = end();
        board.feed.failure = PortFailure.unavailable("gone", null);

        assertEquals(503, board.get(CHANGES + "?wait=60&cursor=" + end).status());
    }

    @Test
    void aHeadIsNotKeptWaiting() {
        Reply reply = board.send(
                board.request(CHANGES + "?wait=60").method("HEAD", java.net.http.HttpRequest.BodyPublishers.noBody()));

        assertEquals(200, reply.status());
        assertEquals(0, reply.bytes().length);
        assertEquals(
                200,
                board.send(board.request(CHANGES)
                                .header("Accept", "text/event-stream")
                                .method("HEAD", java.net.http.HttpRequest.BodyPublishers.noBody()))
                        .status());
    }

    @Test
    void anExportSaysWhereToGoOn() {
        String end = end();
        Reply fromTruth = board.get("/api/jobs/export?read_model=postgres");
        assertEquals(end, fromTruth.header("changes-cursor"));
        assertEquals(0, board.refreshes.get());

        put(3, "Goa");
        assertEquals(List.of(3L), ids(page("?cursor=" + fromTruth.header("changes-cursor"))));

        assertTrue(!board.get("/api/jobs/export").header("changes-cursor").isEmpty());
        assertEquals(1, board.refreshes.get(), "what the index has acknowledged is seen by its searches");
    }
}
