package dev.rozgar.application.indexing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rozgar.application.indexing.Versions.Suspects;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What every ledger does with the versions that it hands out.
public abstract class VersionsContract extends OpenLedger {
    @Test
    void knowsTheNewestVersionThatItHasHandedOut() {
        change(1, "cook");
        long claimed = claim(NONE).getFirst().version();

        assertEquals(claimed, ledger().versions().newest());
    }

    @Test
    void beginsAnEpochAboveWhatItNeverHandedOut() {
        Versions versions = ledger().versions();
        change(1, "cook");
        long kept = claim(NONE).getFirst().version();
        long held = kept + 1_000_000;

        assertTrue(versions.beginEpochAbove(held));

        assertTrue(claim(NONE).getFirst().version() > held);
        Suspects suspects = versions.suspects().orElseThrow();
        assertTrue(suspects.above() <= kept && suspects.below() > held, suspects::toString);
    }

    @Test
    void beginsNoEpochAboveWhatItHasHandedOut() {
        Versions versions = ledger().versions();
        change(1, "cook");

        assertFalse(versions.beginEpochAbove(claim(NONE).getFirst().version()));
        assertEquals(Optional.empty(), versions.suspects());
    }

    @Test
    void keepsNoteOfWhatHasToBeLookedThroughUntilItIs() {
        Versions versions = ledger().versions();
        versions.beginEpochAbove(versions.newest() + 1);
        Suspects first = versions.suspects().orElseThrow();
        versions.beginEpochAbove(versions.newest() + 1);
        versions.cleared(first);
        Suspects second = versions.suspects().orElseThrow();
        assertTrue(second.above() <= first.above() && second.below() > first.below(), second::toString);

        versions.cleared(second);

        assertEquals(Optional.empty(), versions.suspects());
    }

    @Test
    void owesDocumentsThatTheIndexAloneKnows() {
        ledger().versions().owe(List.of(77L));

        List<Claim> claims = claim(LONG);

        assertEquals(List.of(77L), ids(claims));
        assertTrue(ledger().entries(claims).getFirst().document().isEmpty());
    }
}
