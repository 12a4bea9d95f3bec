package dev.rozgar.adapters.http.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Tags and traces.
class SmallPartsTest {
    @Test
    void tagsAreComparedWeakly() {
        assertTrue(EntityTags.match("\"a\"", "\"a\""));
        assertTrue(EntityTags.match("W/\"a\"", "\"a\""));
        assertTrue(EntityTags.match("\"b\" , W/\"a\"", "\"a\""));
        assertTrue(EntityTags.match(" * ", "\"a\""));
        assertFalse(EntityTags.match("a", "\"a\""));
        assertFalse(EntityTags.match("\"x\\\"a\"", "\"a\""));
        assertFalse(EntityTags.match("\"*\"", "\"a\""));
        assertFalse(EntityTags.match("", "\"a\""));
    }

    @Test
    void theCallersTraceIsKept() {
        assertEquals(
                "0af7651916cd43dd8448eb211c80319c",
                TraceId.of("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "00-00000000000000000000000000000000-b7ad6b7169203331-01",
                "00-0AF7651916CD43DD8448EB211C80319C-b7ad6b7169203331-01",
                "00-0af7651916cd43dd8448eb211c8031-c-b7ad6b7169203331-01",
                "00_0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"
            })
    void aTraceThatIsNoneIsReplaced(String header) {
        String fresh = TraceId.of(header);
        assertTrue(fresh.matches("[0-9a-f]{32}"), fresh);
        assertNotEquals(fresh, TraceId.of(header));
    }
}
