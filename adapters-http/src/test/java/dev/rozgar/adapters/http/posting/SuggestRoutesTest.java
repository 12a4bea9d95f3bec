package dev.rozgar.adapters.http.posting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rozgar.adapters.http.Board;
import dev.rozgar.adapters.http.Board.Reply;
import dev.rozgar.application.document.Filter;
import dev.rozgar.application.document.Value;
import dev.rozgar.application.listing.JobFields;
import dev.rozgar.application.listing.Suggestions.Candidate;
import dev.rozgar.application.listing.Suggestions.Kind;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SuggestRoutesTest {
    private static Board board;

    @BeforeAll
    static void open() {
        board = Board.open();
        board.suggestions.addAll(List.of(
                new Candidate(Kind.OCCUPATION, "12", "Delivery driver"),
                new Candidate(Kind.SKILL, "Delicate \"hands\"", "Delicate \"hands\""),
                new Candidate(Kind.LOCALITY, "IN/delhi/delhi", "Delhi")));
    }

    @AfterAll
    static void close() {
        board.close();
    }

    @BeforeEach
    void begin() {
        board.reset();
    }

    @Test
    void eachSuggestionTellsWhatItIsAndWhatItLeaves() {
        Reply reply = board.get("/api/jobs/suggest?q=del&read_model=postgres");

        assertEquals(200, reply.status(), reply::text);
        assertEquals("postgres; lag=340ms", reply.header("x-read-model"));
        assertEquals("max-age=2", reply.header("cache-control"));
        assertEquals(
                "{\"suggestions\":[{\"count\":25,\"parameter\":\"location\",\"text\":\"Delhi\","
                        + "\"type\":\"place\",\"value\":\"IN/delhi/delhi\"},"
                        + "{\"count\":25,\"parameter\":\"skills.label\",\"text\":\"Delicate \\\"hands\\\"\","
                        + "\"type\":\"skill\",\"value\":\"Delicate \\\"hands\\\"\"},"
                        + "{\"count\":25,\"id\":12,\"parameter\":\"occupation.id\",\"text\":\"Delivery driver\","
                        + "\"type\":\"occupation\",\"value\":\"12\"}]}",
                reply.text());
    }

    @Test
    void theOtherFiltersOfTheListCount() {
        Filter hybrid = new Filter.OneOf(JobFields.JOB.require("remote"), List.of(new Value.Word("HYBRID")));
        board.postgres.finds = query -> query.filters().contains(hybrid)
                && query.filters().size() == 3
                && query.filters().stream().anyMatch(filter -> filter instanceof Filter.Near);

        Reply reply = board.get("/api/jobs/suggest?q=delh&read_model=postgres&remote=HYBRID&near=18.5,73.8&size=1");

        assertTrue(reply.text().contains("\"text\":\"Delhi\""), reply::text);
    }

    @Test
    void whatMatchesNothingIsAnEmptyList() {
        assertEquals(
                "{\"suggestions\":[]}", board.get("/api/jobs/suggest?q=xyz").text());
        assertEquals("{\"suggestions\":[]}", board.get("/api/jobs/suggest").text());
        assertEquals("{\"suggestions\":[]}", board.get("/api/jobs/suggest?q=+").text());
        board.elastic.finds = _ -> false;
        assertEquals(
                "{\"suggestions\":[]}", board.get("/api/jobs/suggest?q=del").text());
    }

    @Test
    void allFaultsAreToldAtOnce() {
        Reply reply = board.get("/api/jobs/suggest?q=" + "a".repeat(256)
                + "&size=21&sort=id&remot=HYBRID&near=x&q_fields=title&read_model=x");

        assertEquals(400, reply.status());
        for (String fault : List.of(
                "{\"parameter\":\"q\",\"code\":\"MALFORMED\"",
                "{\"parameter\":\"size\",\"code\":\"OUT_OF_RANGE\"",
                "\"parameter\":\"sort\"",
                "is no parameter of this list; did you mean remote",
                "\"parameter\":\"near\"",
                "\"parameter\":\"q_fields\"",
                "\"parameter\":\"read_model\"")) assertTrue(reply.text().contains(fault), () -> fault + reply.text());
    }

    @Test
    void whatIsTypedIsBounded() {
        assertEquals(400, board.get("/api/jobs/suggest?q=" + "a".repeat(256)).status());
        assertEquals(200, board.get("/api/jobs/suggest?q=" + "a".repeat(255)).status());
    }
}
