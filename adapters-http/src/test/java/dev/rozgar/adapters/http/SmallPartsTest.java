package dev.rozgar.adapters.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rozgar.domain.InvalidValues;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Names, tags and traces.
class SmallPartsTest {
    private static final List<String> LEGAL =
            List.of("limit", "company.name", "locations.locality", "remote", "pay.min");

    @ParameterizedTest
    @CsvSource({
        "limti, limit",
        "Limit, limit",
        "name, company.name",
        "locality, locations.locality",
        "remot, remote",
        "pay_min, pay.min"
    })
    void theNearestNameIsFound(String wrong, String meant) {
        assertEquals(Optional.of(meant), Nearest.of(wrong, LEGAL));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "salary",
                "colour",
                "zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz"
            })
    void noNameIsNearEnough(String wrong) {
        assertEquals(Optional.empty(), Nearest.of(wrong, LEGAL));
    }

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

    @Test
    void everyProblemHasItsOwnNameAndAnErrorStatus() {
        List<ProblemType> types = List.of(ProblemType.values());
        assertEquals(
                types.size(), types.stream().map(ProblemType::uri).distinct().count());
        assertTrue(types.stream().allMatch(type -> type.status() >= 400 && type.status() < 600));
        assertTrue(Arrays.stream(new int[] {400, 404, 405, 406, 413, 414, 415, 431, 500, 503})
                .allMatch(status -> ProblemType.ofStatus(status).status() == status));
        assertEquals(ProblemType.MALFORMED_REQUEST, ProblemType.ofStatus(418));
        assertEquals(ProblemType.INTERNAL, ProblemType.ofStatus(599));
    }

    @Test
    void aBodyOfATypeWithoutJsonIsADefect() {
        record Odd(Thread thread) {}
        assertThrows(IllegalArgumentException.class, () -> Shape.of(Odd.class));
    }

    @Test
    void fewerSeatsThanAreTakenIsTheFaultOfTheTotal() {
        var refused = assertThrows(InvalidValues.class, () -> new JobParts.OpeningsBody(1, 2).toOpenings());

        assertEquals("/total", refused.faults().getFirst().pointer());
    }
}
