package dev.rozgar.adapters.http.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rozgar.adapters.http.Board;
import dev.rozgar.adapters.http.Board.Reply;
import dev.rozgar.application.indexing.InMemoryLedger;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeadLetterRoutesTest {
    private final Board board = Board.open();

    @AfterEach
    void close() {
        board.close();
    }

    private void setAside(long... ids) {
        InMemoryLedger ledger = board.index.ledger;
        for (long id : ids) ledger.change(id, "cook");
        for (var claim : ledger.claim(ids.length, Duration.ofHours(1)).claims())
            ledger.refuse(claim, "no such field", 1);
    }

    private Reply list(String query) {
        return board.send(board.as(board.operator, "/api/index/dead-letters" + query));
    }

    private Reply redrive(String query) {
        return board.send(board.as(board.operator, "/api/index/redrive" + query).POST(BodyPublishers.noBody()));
    }

    @Test
    void tellsWhatWasRefusedAndWhy() {
        setAside(7);

        String text = list("").text();

        assertTrue(
                text.startsWith(
                        "{\"items\":[{\"id\":7,\"error\":\"no such field\",\"tries\":1,\"since\":\"1970-01-01T"),
                text);
    }

    @Test
    void goesOnWhereAPageEnded() {
        setAside(1, 2, 3);

        Reply first = list("?limit=2");
        assertTrue(first.text().contains("\"next\":\"2\""), first::text);
        Reply second = list("?limit=2&cursor=2");

        assertTrue(second.text().startsWith("{\"items\":[{\"id\":3,"), second::text);
        assertFalse(second.text().contains("\"next\""), second::text);
    }

    @Test
    void redrivesAllOfThem() {
        setAside(1, 2);

        Reply reply = redrive("");

        assertEquals(200, reply.status());
        assertEquals("{\"redriven\":2}", reply.text());
        assertEquals(2, board.index.ledger.backlog().due());
    }

    @Test
    void redrivesOne() {
        setAside(1, 2);

        assertEquals("{\"redriven\":1}", redrive("?id=2").text());
        assertEquals("{\"redriven\":0}", redrive("?id=2").text());
        assertEquals(1, board.index.ledger.backlog().setAside());
    }

    @ParameterizedTest
    @ValueSource(strings = {"?id=0", "?id=-1", "?id=x", "?id=1&id=2", "?limit=2", "?id=99999999999999999999"})
    void redrivesNothingThatItDoesNotUnderstand(String query) {
        setAside(1);

        assertEquals(400, redrive(query).status());
        assertEquals(1, board.index.ledger.backlog().setAside());
    }

    @ParameterizedTest
    @ValueSource(strings = {"?limit=0", "?cursor=x", "?id=1", "?limit=1&limit=2"})
    void listsNothingThatItDoesNotUnderstand(String query) {
        assertEquals(400, list(query).status());
    }
}
