package dev.rozgar.adapters.http.ops;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.rozgar.adapters.http.Board;
import dev.rozgar.adapters.http.Description;
import dev.rozgar.domain.alerts.EventType;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

class WebhookEventsTest {
    private static Board board;
    private static Description description;

    @BeforeAll
    static void open() {
        board = Board.open();
        description = Description.of(board.get("/openapi").bytes());
    }

    @AfterAll
    static void close() {
        board.close();
    }

    private static JsonNode post(EventType type) {
        return description.document().at("/webhooks").path(type.text()).path("post");
    }

    @Test
    void describesEveryEventAndNoOther() {
        assertEquals(
                EventType.values().length,
                description.document().at("/webhooks").size());
    }

    @ParameterizedTest
    @EnumSource
    void anEventHasThreeHeaders(EventType type) {
        assertEquals(
                List.of("webhook-id", "webhook-timestamp", "webhook-signature"),
                post(type)
                        .path("parameters")
                        .valueStream()
                        .map(header -> header.path("name").asString())
                        .toList());
    }

    @ParameterizedTest
    @EnumSource
    void itsExampleIsOfTheShapeThatIsDescribed(EventType type) {
        JsonNode content = post(type).at("/requestBody/content/application~1json");
        JsonNode example = content.path("example");

        assertEquals(type.text(), example.path("type").asString());
        assertEquals(
                List.of(),
                description.schema(content.at("/schema/$ref").asString()).validate(example));
    }
}
