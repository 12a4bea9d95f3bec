package dev.rozgar.bootstrap;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Writes that ask to be visible, on an index that shows nothing by itself: it refreshes twice an hour.
class VisibleTest {
    private static Board board;
    private static long company;

    @BeforeAll
    static void open() throws InterruptedException {
        board = Board.onSharedEngines(Map.of(
                "rozgar.relay.indexed_within", "20s",
                "rozgar.elasticsearch.refresh", "30m",
                // The check refreshes what it is about to read.
                "rozgar.check.enabled", "false"));
        board.awaitIndex();
        company = board.company("unseen-movers");
    }

    @AfterAll
    static void close() {
        board.close();
    }

    @Test
    void whatIsIndexedIsNotShownYetAndWhatIsVisibleIs() {
        post("Farrier", "indexed");
        assertEquals(0, shown("Farrier"));
        post("Farrier", "visible");
        assertEquals(2, shown("Farrier"));
    }

    @Test
    void aJobThatIsPausedIsGoneFromSearchesWhenTheAnswerComes() {
        long id = post("Cooper", "visible").getJsonNumber("id").longValue();
        assertEquals(1, shown("Cooper"));

        var reply = accepted(
                "/api/jobs/" + id + "/transitions?sync=visible",
                "{\"move\": \"PAUSE\", \"from_state\": \"PUBLISHED\"}");

        assertEquals("visible", reply.getString("sync"));
        assertEquals(0, shown("Cooper"));
    }

    @Test
    void allJobsOfASuspendedCompanyAreGoneFromSearchesWhenTheAnswerComes() {
        long suspected = board.company("unseen-suspects");
        for (int i = 0; i < 3; i++)
            assertEquals(
                    "visible",
                    accepted("/api/jobs?sync=visible", Board.job(suspected, "Sexton"))
                            .getString("sync"));
        assertEquals(3, shown("Sexton"));

        var reply = accepted(
                "/api/companies/" + suspected + "/transitions?sync=visible",
                "{\"move\": \"SUSPEND\", \"from_state\": \"VERIFIED\", \"reason\": \"fraud\"}");

        assertEquals("visible", reply.getString("sync"));
        assertEquals(0, shown("Sexton"));
    }

    private static JsonObject post(String title, String sync) {
        var reply = accepted("/api/jobs?sync=" + sync, Board.job(company, title));
        assertEquals(sync, reply.getString("sync"));
        return reply;
    }

    private static JsonObject accepted(String path, String body) {
        HttpResponse<byte[]> reply = board.post(path, body);
        assertEquals(201, reply.statusCode(), () -> new String(reply.body(), UTF_8));
        return Board.parse(reply);
    }

    private static int shown(String title) {
        return board.json("/api/jobs?read_model=elasticsearch&title=" + title)
                .getJsonArray("items")
                .size();
    }
}
