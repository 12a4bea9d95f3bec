package dev.rozgar.adapters.elasticsearch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rozgar.application.document.Declare;
import dev.rozgar.application.document.DocumentSchema;
import dev.rozgar.application.document.DocumentSchema.Window;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ShownTest {
    private static final Instant NOW = Instant.parse("2026-03-01T09:30:00Z");
    private static final DocumentSchema ALWAYS = DocumentSchema.of(
            "thing", "listed", Optional.empty(), Declare.whole("id").required());
    private static final DocumentSchema FOR_A_TIME = DocumentSchema.of(
            "thing",
            "listed",
            Optional.of(new Window("begin", "end")),
            Declare.moment("begin").required(),
            Declare.moment("end").required());

    @Test
    void hidesAMarker() {
        assertFalse(isShown(ALWAYS, "{\"id\":1,\"removed\":true}"));
        assertFalse(isShown(FOR_A_TIME, "{\"id\":1,\"removed\":true}"));
    }

    @Test
    void showsAlwaysWhatHasNoWindow() {
        assertTrue(isShown(ALWAYS, "{\"id\":1}"));
    }

    @Test
    void beginsAtTheFirstMomentAndEndsBeforeTheSecond() {
        assertTrue(isShown(FOR_A_TIME, window("2026-03-01T09:30:00Z", "2026-03-01T09:30:00.001Z")));
        assertFalse(isShown(FOR_A_TIME, window("2026-03-01T09:30:00.001Z", "2026-03-02T00:00:00Z")));
        assertFalse(isShown(FOR_A_TIME, window("2026-01-01T00:00:00Z", "2026-03-01T09:30:00Z")));
    }

    @Test
    void understandsAnOffset() {
        assertTrue(isShown(FOR_A_TIME, window("2026-03-01T15:00:00+05:30", "2026-03-01T15:00:01+05:30")));
    }

    @Test
    void looksAtTheRootOnly() {
        String nested = "{\"x\":{\"removed\":true,\"end\":\"2020-01-01T00:00:00Z\"},";

        assertTrue(isShown(
                FOR_A_TIME,
                window("2026-01-01T00:00:00Z", "2026-12-31T00:00:00Z").replace("{", nested)));
    }

    @Test
    void hidesWhatLacksAMoment() {
        assertFalse(isShown(FOR_A_TIME, "{\"begin\":\"2026-01-01T00:00:00Z\"}"));
        assertFalse(isShown(FOR_A_TIME, "{\"begin\":null,\"end\":\"2026-12-31T00:00:00Z\"}"));
    }

    private static String window(String begin, String end) {
        return "{\"begin\":\"" + begin + "\",\"end\":\"" + end + "\"}";
    }

    private static boolean isShown(DocumentSchema schema, String json) {
        byte[] bytes = json.getBytes(UTF_8);
        return Shown.at(NOW, schema, new JsonScanner(bytes, 0, bytes.length));
    }
}
