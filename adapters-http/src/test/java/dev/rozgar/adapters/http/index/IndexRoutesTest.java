package dev.rozgar.adapters.http.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rozgar.adapters.http.Board;
import dev.rozgar.adapters.http.Board.Reply;
import dev.rozgar.application.rebuild.Order;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class IndexRoutesTest {
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

    private static Reply status() {
        return board.send(board.as(board.operator, "/api/index/status"));
    }

    @Test
    void tellsHowTheIndexIs() {
        Reply reply = status();

        assertEquals(200, reply.status(), reply::text);
        assertTrue(reply.text().contains("\"live\":\"jobs-2\""), reply::text);
        assertTrue(reply.text().contains("\"kept\":[\"jobs-1\"]"), reply::text);
        assertFalse(reply.text().contains("\"build\":"), reply::text);
    }

    @Test
    void beginsARebuildAndSaysWhereItIsTold() {
        Reply reply = board.post("/api/index/rebuild", "{\"force\": true, \"rate\": 200}");

        assertEquals(202, reply.status(), reply::text);
        assertEquals("/api/index/status", reply.header("location"));
        assertEquals(List.of(Order.REBUILD.force(true).rate(200)), board.index.orders);
        Reply told = status();
        assertTrue(told.text().contains("\"seconds_left\":30"), told::text);
        assertTrue(told.text().contains("\"done\":10,\"") || told.text().contains("\"done\":10"), told::text);
    }

    @Test
    void beginsARollback() {
        assertEquals(202, board.post("/api/index/rollback", "{}").status());
        assertEquals(List.of(Order.ROLLBACK), board.index.orders);
    }

    @Test
    void beginsNothingThatIsOnlyAskedAbout() {
        assertEquals(
                200, board.post("/api/index/rebuild?validate_only=true", "{}").status());
        assertEquals(List.of(), board.index.orders);
    }

    @Test
    void saysOfABuildThatIsOnlyAskedAboutWhetherItCouldBegin() {
        board.index.busy = true;
        assertEquals(
                409, board.post("/api/index/rebuild?validate_only=true", "{}").status());
        board.index.busy = false;
        board.index.kept = false;
        assertEquals(
                409, board.post("/api/index/rollback?validate_only=true", "{}").status());
    }

    @Test
    void needsNoBody() {
        assertEquals(202, board.post("/api/index/rebuild", "").status());
    }

    @Test
    void refusesASecondBuildBesideAnother() {
        board.index.busy = true;

        Reply reply = board.post("/api/index/rebuild", "{}");

        assertEquals(409, reply.status());
        assertTrue(reply.text().contains("BUILD_UNDER_WAY"), reply::text);
    }

    @Test
    void refusesAWayBackThatDoesNotExist() {
        board.index.kept = false;

        Reply reply = board.post("/api/index/rollback", "{}");

        assertEquals(409, reply.status());
        assertTrue(reply.text().contains("NO_EARLIER_INDEX"), reply::text);
    }

    @Test
    void refusesARateThatCannotBe() {
        Reply reply = board.post("/api/index/rebuild", "{\"rate\": -1}");

        assertEquals(422, reply.status());
        assertTrue(reply.text().contains("rate"), reply::text);
        assertEquals(List.of(), board.index.orders);
    }
}
