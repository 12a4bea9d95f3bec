package dev.rozgar.adapters.http.alerts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rozgar.adapters.http.Board.Reply;
import dev.rozgar.application.alerts.Deliveries.Due;
import dev.rozgar.domain.alerts.DeliveryState.Outcome;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DeliveryRoutesTest {
    private static final JsonMapper JSON = new JsonMapper();

    private final Listening all = new Listening();

    @AfterEach
    void close() {
        all.close();
    }

    @Test
    void tellsWhatIsSentAndWhatBecameOfIt() {
        String webhook = all.added(all.candidate);
        String search = all.saved(all.candidate);
        all.find(search, 145);
        Due due = all.due().getFirst();
        all.settle(due, new Outcome.NotTaken(Optional.of(503), "answered 503"), Optional.empty());

        JsonNode sent = items(all.candidate, webhook + "/deliveries").get(0);
        assertEquals("msg_" + due.id().value(), sent.get("id").asString());
        assertEquals("search.matched", sent.get("event").asString());
        assertEquals("PENDING", sent.get("state").asString());
        assertTrue(sent.has("due_at") && !sent.has("over_at"), sent::toString);
        assertEquals(503, sent.at("/tries/0/status").asInt());
        assertEquals("answered 503", sent.at("/tries/0/why").asString());
        assertEquals(due.body(), sent.get("body").asString());
    }

    @Test
    void tellsOfTheNewestFirstPageByPage() {
        String webhook = all.added(all.candidate);
        String search = all.saved(all.candidate);
        all.find(search, 1);
        all.find(search, 2);

        Reply page = all.keeping.get(all.candidate, webhook + "/deliveries?limit=1");
        assertTrue(page.text().contains("\\\"jobs\\\":[2]") || page.text().contains("\\\"jobs\\\": [2]"), page::text);
        String next = page.header("link").replaceFirst("<(.*)>; rel=\"next\"", "$1");
        JsonNode rest = items(all.candidate, next);
        assertEquals(1, rest.size());
        assertTrue(rest.get(0).get("body").asString().contains("[1]"), rest::toString);
    }

    @Test
    void sendsAnEventOnceMore() {
        String webhook = all.added(all.candidate);
        all.find(all.saved(all.candidate), 145);
        Due due = all.due().getFirst();
        all.settle(due, new Outcome.Taken(204), Optional.empty());
        String id = "msg_" + due.id().value();
        assertEquals(
                "DELIVERED",
                items(all.candidate, webhook + "/deliveries")
                        .get(0)
                        .get("state")
                        .asString());

        Reply replayed = all.ask(all.candidate, "POST", webhook + "/deliveries/" + id + "/replay");
        assertEquals(200, replayed.status(), replayed::text);
        assertEquals("{\"id\":\"" + id + "\",\"state\":\"PENDING\"}", replayed.text());
        assertEquals(due.id(), all.due().getFirst().id());
    }

    @Test
    void sendsNothingOnceMoreToAWebhookThatIsStopped() {
        String webhook = all.added(all.candidate);
        all.find(all.saved(all.candidate), 145);
        Due due = all.due().getFirst();
        all.settle(due, new Outcome.NotTaken(Optional.of(410), "answered 410"), Optional.of("answered 410"));
        String replay = webhook + "/deliveries/msg_" + due.id().value() + "/replay";

        Reply refused = all.ask(all.candidate, "POST", replay);
        assertEquals(409, refused.status(), refused::text);
        assertTrue(refused.text().contains("WEBHOOK_STOPPED"), refused::text);
        assertEquals(
                400, all.ask(all.candidate, "POST", replay, "If-Match", "*").status());
    }

    @ParameterizedTest
    @ValueSource(strings = {"msg_999", "999", "msg_0", "msg_01", "msg_-1", "msg_x", "msg_9999999999999999999", "MSG_1"})
    void anEventThatIsNotThereIsNotSent(String id) {
        String webhook = all.added(all.candidate);

        assertEquals(
                404,
                all.ask(all.candidate, "POST", webhook + "/deliveries/" + id + "/replay")
                        .status());
    }

    private JsonNode items(String key, String path) {
        return JSON.readTree(all.read(key, path)).get("items");
    }
}
