package dev.rozgar.adapters.http.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Kinds of problems, and the names that they suggest.
class ProblemsTest {
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
}
