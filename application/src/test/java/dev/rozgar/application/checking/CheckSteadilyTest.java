package dev.rozgar.application.checking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rozgar.application.checking.CheckSteadily.Pace;
import dev.rozgar.application.checking.Difference.Kind;
import dev.rozgar.application.indexing.IndexEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CheckSteadilyTest {
    private static final Duration LONG = Duration.ofHours(1);

    private final FakeTruth truth = new FakeTruth();
    private final FakeCopy copy = new FakeCopy();
    private final VerifyIndex verify = new VerifyIndex(truth, copy, (_, _) -> List.of(), truth);
    private final InMemoryTurns turns = new InMemoryTurns();

    @BeforeEach
    void jobsInTwoPlacesInStep() {
        for (long id = 1; id <= 1_500; id++) truth.change(id, "cook", Instant.EPOCH);
        truth.change(9_000_000, "cook", Instant.EPOCH);
        List<IndexEntry> entries = truth.claim();
        copy.write(entries);
        truth.settle(entries);
    }

    /// As fast as it can.
    private CheckSteadily steadily(boolean repair) {
        return new CheckSteadily(verify, turns, new Pace(LONG, 1_000_000, true, repair));
    }

    private static void pass(CheckSteadily check) {
        while (check.results().lastPass().isEmpty()) check.step();
    }

    @Test
    void seesEveryDocumentInOnePassAndLeavesGapsOut() {
        CheckSteadily check = steadily(false);
        int turnsTaken = 0;
        while (check.results().lastPass().isEmpty()) if (check.step()) turnsTaken++;

        assertEquals(1_501, check.results().checked());
        assertEquals(4, turnsTaken, "three slices, and one turn that finds the end");
    }

    @Test
    void restsWhenAPassIsOver() {
        CheckSteadily check = steadily(false);
        pass(check);

        assertFalse(check.step());
    }

    @Test
    void countsWhatDiffersByItsKind() {
        copy.lose(9_000_000);
        copy.put(1, copy.at(1).version(), Optional.of(FakeTruth.document(1, "forged")));
        CheckSteadily check = steadily(false);
        pass(check);

        assertEquals(1, check.results().differences(Kind.MISSING));
        assertEquals(1, check.results().differences(Kind.DIFFERENT));
        assertEquals(0, check.results().differences(Kind.EXTRA));
        assertEquals(0, check.results().repaired());
        assertEquals(List.of(), truth.owed());
    }

    @Test
    void repairsIfItIsToldTo() {
        copy.lose(9_000_000);
        CheckSteadily check = steadily(true);
        pass(check);

        assertEquals(1, check.results().repaired());
        assertEquals(List.of(9_000_000L), truth.owed());
    }

    @Test
    void goesOnWhereAnotherNodeHasStopped() {
        CheckSteadily one = steadily(false);
        CheckSteadily other = steadily(false);
        assertTrue(one.step());

        pass(other);

        assertEquals(1_000, one.results().checked());
        assertEquals(501, other.results().checked());
    }

    @Test
    void takesNoTurnBeforeItIsDue() {
        var slow = new CheckSteadily(verify, turns, new Pace(LONG, 1, false, false));

        assertTrue(slow.step());
        assertFalse(slow.step());
    }
}
