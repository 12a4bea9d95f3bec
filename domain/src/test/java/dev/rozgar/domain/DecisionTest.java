package dev.rozgar.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class DecisionTest {
    private record Happened(Instant at) implements Event {}

    private static final Event FIRST = new Happened(Instant.EPOCH);
    private static final Event SECOND = new Happened(Instant.EPOCH.plusSeconds(1));
    private static final Reason NO = new Reason("NO", "No.", "");

    @Test
    void twoStepsKeepTheEventsOfBothInOrder() {
        var both = Decision.accepted("a", FIRST).then(a -> Decision.accepted(a + "b", SECOND));
        assertEquals(new Decision.Accepted<>("ab", List.of(FIRST, SECOND)), both);
    }

    @Test
    void aRefusedFirstStepEndsIt() {
        Decision<String> first = Decision.refused(NO);
        Decision<String> answer = first.then(a -> {
            throw new AssertionError("not asked");
        });
        assertEquals(new Decision.Refused<String>(List.of(NO)), answer);
    }

    @Test
    void aRefusedSecondStepRefusesTheWhole() {
        assertEquals(
                new Decision.Refused<String>(List.of(NO)),
                Decision.accepted("a", FIRST).then(a -> Decision.refused(NO)));
    }

    @Test
    void aBlockedNextIsNotBuilt() {
        Decision<String> blocked = Decision.unlessBlocked(List.of(NO), () -> {
            throw new AssertionError("built");
        });
        assertEquals(new Decision.Refused<String>(List.of(NO)), blocked);
    }

    @Test
    void aRefusalNeedsAReason() {
        assertThrows(IllegalArgumentException.class, () -> new Decision.Refused<String>(List.of()));
    }

    @Test
    void codesAreUpperSnake() {
        for (var code : List.of("", "lower", "_A", "A-B", "A".repeat(64))) {
            assertThrows(IllegalArgumentException.class, () -> new Reason(code, "", ""), code);
        }
    }
}
