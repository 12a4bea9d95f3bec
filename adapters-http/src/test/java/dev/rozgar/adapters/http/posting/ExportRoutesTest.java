package dev.rozgar.adapters.http.posting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rozgar.adapters.http.Board;
import dev.rozgar.adapters.http.Board.Reply;
import dev.rozgar.adapters.http.SampleDocument;
import dev.rozgar.application.PortFailure;
import dev.rozgar.application.listing.JobFields;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExportRoutesTest {
    private static Board board;

    @BeforeAll
    static void open() {
        board = Board.open();
        board.postgres.grow(1_200);
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
    void everyJobIsALineOfItsOwnBytes() {
        Reply reply = board.get("/api/jobs/export?read_model=postgres");
        assertEquals(200, reply.status());
        assertEquals("application/x-ndjson", reply.header("content-type"));
        assertEquals("postgres", reply.header("x-read-model"));
        List<String> expected = IntStream.rangeClosed(1, 1_225)
                .mapToObj(id -> (id <= 25 && id % 2 == 1
                                ? SampleDocument.full(JobFields.JOB, id)
                                : SampleDocument.sparse(JobFields.JOB, id))
                        .toString())
                .toList();
        assertEquals(expected, reply.text().lines().toList());
        assertTrue(reply.text().endsWith("\n"));
    }

    @Test
    void whoAcceptsLinesGetsThem() {
        assertEquals(
                200,
                board.send(board.request("/api/jobs/export").header("Accept", "application/x-ndjson"))
                        .status());
        assertEquals(
                406,
                board.send(board.request("/api/jobs/export").header("Accept", "text/csv"))
                        .status());
        assertEquals(
                406,
                board.send(board.request("/api/jobs").header("Accept", "application/x-ndjson"))
                        .status());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=5",
                "cursor=x",
                "sort=title",
                "count=exact",
                "facets=remote",
                "facet_size=5",
                "colour=red",
                "near=here"
            })
    void whatAnExportDoesNotKnowIsRefused(String query) {
        assertEquals(400, board.get("/api/jobs/export?" + query).status());
    }

    @Test
    void aStoreThatDoesNotAnswerIsAProblem() {
        board.postgres.failure = PortFailure.unavailable("gone", null);
        Reply reply = board.get("/api/jobs/export?read_model=postgres");
        assertEquals(503, reply.status());
        assertEquals("application/problem+json", reply.header("content-type"));
    }

    @Test
    void anExportThatCannotGoOnIsCutOff() {
        board.postgres.failure = PortFailure.unavailable("gone", null);
        board.postgres.answersLeft.set(2);
        assertThrows(IllegalStateException.class, () -> board.get("/api/jobs/export?read_model=postgres"));
    }

    @Test
    void aPlaceIsFreeAgainWhateverTheExportCameTo() {
        for (int i = 0; i < 20; i++) {
            board.postgres.failure = PortFailure.unavailable("gone", null);
            board.get("/api/jobs/export?read_model=postgres");
        }
        board.reset();
        assertEquals(200, board.get("/api/jobs/export?read_model=postgres").status());
    }
}
