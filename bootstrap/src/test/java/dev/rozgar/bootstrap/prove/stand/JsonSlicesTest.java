package dev.rozgar.bootstrap.prove.stand;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class JsonSlicesTest {
    private final JsonSlices json = JsonSlices.of("""
            {"took": 1, "hits": [{"_id": "7", "_source": {"pay":1.10,"t":"a \\"}, {\\" b\\\\"}}, {"_id": "8"}], "none": []}
            """.strip().getBytes(UTF_8));

    @Test
    void cutsOutAMemberByteForByte() {
        var source = json.member("hits").items().getFirst().member("_source");
        assertEquals("{\"pay\":1.10,\"t\":\"a \\\"}, {\\\" b\\\\\"}", new String(source.bytes(), UTF_8));
    }

    @Test
    void readsStringsWithoutTheirQuotes() {
        assertEquals(
                List.of("7", "8"),
                json.member("hits").items().stream()
                        .map(hit -> hit.member("_id").text())
                        .toList());
        assertEquals("1", json.member("took").text());
    }

    @Test
    void knowsWhatIsEmptyAndWhatIsNotThere() {
        assertEquals(List.of(), json.member("none").items());
        assertThrows(IllegalArgumentException.class, () -> json.member("nothing"));
    }
}
