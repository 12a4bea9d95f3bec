package dev.rozgar.adapters.http.posting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rozgar.adapters.http.Board;
import dev.rozgar.adapters.http.Board.Reply;
import dev.rozgar.adapters.http.OnABoard;
import org.junit.jupiter.api.Test;

class SignalRoutesTest extends OnABoard {
    @Test
    void tellsOfThePastOfAJob() {
        Reply reply = board.get("/api/jobs/7/signals");

        assertEquals(200, reply.status());
        assertEquals("postgres", reply.header("x-read-model"));
        assertEquals("max-age=2", reply.header("cache-control"));
        assertEquals(
                "{\"id\":7,\"as_of\":\"" + Board.NOW + "\",\"days_listed\":7.0,\"times_listed\":2,\"reposts\":1,"
                        + "\"applications\":{\"received\":7,\"answered_share\":0.29,\"median_hours_to_first_view\":1.7}}",
                reply.text());
    }

    @Test
    void tellsNothingOfFourPeople() {
        String ofFour = board.get("/api/jobs/4/signals?read_model=auto").text();
        String lookedAtFour = board.get("/api/jobs/5/signals").text();

        assertTrue(ofFour.endsWith("\"applications\":{\"received\":4}}"), ofFour);
        assertTrue(lookedAtFour.endsWith("\"applications\":{\"received\":5,\"answered_share\":0.20}}"), lookedAtFour);
    }

    @Test
    void theIndexKnowsNoPastAndNothingElseIsAsked() {
        Reply reply = board.get("/api/jobs/7/signals?read_model=elasticsearch&days=3");

        assertEquals(400, reply.status());
        assertTrue(reply.text().contains("only postgres tells"), reply::text);
        assertTrue(reply.text().contains("\"parameter\":\"days\""), reply::text);
    }

    @Test
    void aJobThatIsNotShownHasNone() {
        assertEquals(404, board.get("/api/jobs/999/signals").status());
    }
}
