package dev.rozgar.adapters.http.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rozgar.adapters.http.Board;
import dev.rozgar.adapters.http.Board.Reply;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckRoutesTest {
    private final Board board = Board.open();

    @BeforeEach
    void aJobThatTheIndexLacks() {
        board.index.truth.change(42, "cook", Board.NOW);
        board.index.truth.settle(board.index.truth.claim());
    }

    @AfterEach
    void close() {
        board.close();
    }

    private Reply verify(String query) {
        return board.post("/api/index/verify" + query, "");
    }

    @Test
    void tellsWhyAJobIsNotFound() {
        Reply reply = board.send(board.as(board.operator, "/api/index/why/job/42"));

        assertEquals(200, reply.status(), reply::text);
        for (String part : List.of(
                "\"state\":\"MISSING\"",
                "\"job\":\"PUBLISHED\"",
                "\"listed\":true",
                "\"owed\":false",
                "\"command\":\"rozgar verify --deep --repair --range 42..42\""))
            assertTrue(reply.text().contains(part), reply::text);
    }

    @Test
    void findsWhatDiffersInARange() {
        Reply reply = verify("?range=1..100");

        assertEquals(200, reply.status(), reply::text);
        assertTrue(reply.text().contains("\"in_step\":false"), reply::text);
        assertTrue(reply.text().contains("\"kind\":\"MISSING\""), reply::text);
        assertEquals(List.of(), board.index.truth.owed());
    }

    @Test
    void owesAnewOnlyIfItIsToldTo() {
        Reply reply = verify("?range=1..100&repair=true");

        assertTrue(reply.text().contains("\"repaired\":1"), reply::text);
        assertEquals(List.of(42L), board.index.truth.owed());
    }

    @Test
    void looksAtWhatHasChangedLatelyIfItIsToldNothing() {
        Reply lately = verify("");
        Reply later = verify("?since=2030-01-01T00:00:00Z");

        assertTrue(lately.text().contains("\"differences\":1"), lately::text);
        assertTrue(later.text().contains("\"checked\":0"), later::text);
    }

    @ParameterizedTest
    @CsvSource({
        "range=5..1, range",
        "range=1..10001, range",
        "range=1..x, range",
        "since=yesterday, since",
        "range=1..5&since=1h, since",
        "deep=maybe, deep",
        "repair=1, repair",
        "x=1, x"
    })
    void refusesWhatItDoesNotUnderstand(String query, String parameter) {
        Reply reply = verify('?' + query);

        assertEquals(400, reply.status(), reply::text);
        assertTrue(reply.text().contains('"' + parameter + '"'), reply::text);
    }
}
