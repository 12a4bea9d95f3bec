package dev.rozgar.adapters.http.ops;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rozgar.adapters.http.Board.Reply;
import dev.rozgar.adapters.http.OnABoard;
import org.junit.jupiter.api.Test;

class OpsRoutesTest extends OnABoard {
    @Test
    void theProcessIsLiveWhateverItsEnginesDo() {
        board.postgresUp.set(false);
        board.elasticUp.set(false);
        assertEquals("{\"status\":\"up\"}", board.get("/health/live").text());
    }

    @Test
    void withBothEnginesItIsReady() {
        assertEquals(
                "{\"status\":\"up\",\"postgres\":\"up\",\"elasticsearch\":\"up\"}",
                board.get("/health/ready/").text());
    }

    @Test
    void withoutElasticsearchItIsReadyAndDegraded() {
        board.elasticUp.set(false);
        Reply reply = board.get("/health/ready");
        assertEquals(200, reply.status());
        assertEquals("{\"status\":\"degraded\",\"postgres\":\"up\",\"elasticsearch\":\"down\"}", reply.text());
    }

    @Test
    void withoutPostgresItIsNotReady() {
        board.postgresUp.set(false);
        Reply reply = board.get("/health/ready");
        assertEquals(503, reply.status());
        assertEquals("2", reply.header("retry-after"));
    }

    @Test
    void requestsAreCountedByRouteMethodStatusAndReadModel() {
        board.get("/api/jobs/1?read_model=postgres");
        board.get("/api/jobs/2?read_model=postgres");
        board.get("/api/jobs/x");
        board.get("/no/such/path");
        String text = board.get("/metrics").text();
        assertTrue(
                text.contains(
                        "http_server_requests_seconds_count{method=\"GET\",read_model=\"postgres\",route=\"/api/jobs/{id}\",status=\"200\"} 2"),
                text);
        assertTrue(text.contains("{method=\"GET\",read_model=\"none\",route=\"/api/jobs/{id}\",status=\"404\"} 1"));
        assertTrue(text.contains("{method=\"GET\",read_model=\"none\",route=\"none\",status=\"404\"} 1"));
        assertTrue(text.contains("http_server_in_flight 0"));
    }

    @Test
    void anythingElseIsNotThere() {
        for (String path : new String[] {"/api", "/api/", "/api/job", "/health", "/openapi.yaml", "/api/jobs/1/2"}) {
            assertEquals(404, board.get(path).status(), path);
        }
    }
}
