package dev.rozgar.adapters.http.index;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.rozgar.adapters.http.Board;
import dev.rozgar.adapters.http.Board.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImpactRoutesTest {
    private final Board board = Board.open();

    @AfterEach
    void close() {
        board.close();
    }

    private Reply impact(String row) {
        return board.send(board.as(board.operator, "/api/index/impact/" + row));
    }

    @Test
    void tellsHowManyJobsShowARow() {
        assertEquals(
                "{\"documents\":0,\"pending_documents\":0,\"pending_changes\":0,\"eta_ms\":0}",
                impact("company/1").text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"company/2", "company/one", "job_skill/1", "planet/1"})
    void knowsNoRowThatJobsCouldNotShow(String row) {
        assertEquals(404, impact(row).status());
    }

    @Test
    void takesNoParameters() {
        assertEquals(400, impact("company/1?deep=true").status());
    }
}
