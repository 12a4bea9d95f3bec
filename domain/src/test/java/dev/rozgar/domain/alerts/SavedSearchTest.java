package dev.rozgar.domain.alerts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.rozgar.domain.Refusal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SavedSearchTest {
    private static final Instant NOW = Instant.parse("2026-03-01T09:30:00.123Z");

    @Test
    void aNameAndAQueryAreTakenWithoutTheSpaceAroundThem() {
        var search = search(" Riders in Pune ", " q=rider ");

        assertEquals("Riders in Pune", search.name());
        assertEquals("q=rider", search.query());
    }

    @Test
    void everyFaultIsNamed() {
        assertEquals(List.of("/name REQUIRED", "/query REQUIRED"), Refusal.of(() -> search(" ", "  ")));
        assertEquals(
                List.of("/name TOO_LONG", "/query TOO_LONG"),
                Refusal.of(() -> search("x".repeat(101), "q".repeat(2_001))));
        assertEquals(List.of("/name MALFORMED", "/query MALFORMED"), Refusal.of(() -> search("a\nb", "q=a\u0000b")));
    }

    @Test
    void theLongestIsKept() {
        assertEquals(
                "q".repeat(2_000), search("ā".repeat(100), "q".repeat(2_000)).query());
    }

    @Test
    void momentsAreWholeMilliseconds() {
        assertEquals(NOW, search("Riders", "q=rider").savedAt());
    }

    private static SavedSearch search(String name, String query) {
        return new SavedSearch(
                new SavedSearchId(1), new Keeper.OfPartner("key:7f3a"), name, query, Scope.NEW, NOW.plusNanos(999));
    }
}
