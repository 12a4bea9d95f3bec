package dev.rozgar.application.indexing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rozgar.application.indexing.IndexLedger.Backlog;
import dev.rozgar.application.indexing.Versions.Suspects;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What every ledger does. An implementation's test says only how to open one and how jobs change beneath it.
public abstract class IndexLedgerContract {
    private static final Duration LONG = Duration.ofHours(1);
    private static final Duration NONE = Duration.ZERO;

    private @Nullable IndexLedger opened;

    /// An empty ledger over no jobs.
    protected abstract IndexLedger open();

    /// Commits a listed job with this id and title, new or changed.
    protected abstract void change(long id, String title);

    /// Commits that the job is no longer listed.
    protected abstract void hide(long id);

    @BeforeEach
    void openLedger() {
        opened = open();
    }

    @Test
    void owesAChangedDocument() {
        change(1, "cook");

        assertEquals(List.of(1L), ids(claim(LONG)));
    }

    @Test
    void handsADebtToOneRelayAtATime() {
        change(1, "cook");
        claim(LONG);

        assertEquals(List.of(), claim(LONG));
    }

    @Test
    void handsOutADebtAgainWhenItsLeaseIsOver() {
        change(1, "cook");
        claim(NONE);

        assertEquals(List.of(1L), ids(claim(LONG)));
    }

    @Test
    void givesEveryClaimALargerVersion() {
        change(1, "cook");
        long first = claim(NONE).getFirst().version();

        assertTrue(claim(NONE).getFirst().version() > first);
    }

    @Test
    void claimsNoMoreThanItIsAskedForAndTheOldestFirst() {
        change(3, "cook");
        change(1, "tailor");
        change(2, "mason");

        assertEquals(
                List.of(1L, 3L),
                ids(ledger().claim(2, LONG).claims()).stream().sorted().toList());
    }

    @Test
    void readsADocumentAsItIsCommittedAfterTheClaim() {
        change(1, "cook");
        List<Claim> claims = claim(LONG);
        change(1, "tandoor chef");

        assertTrue(ledger().entries(claims)
                .getFirst()
                .document()
                .orElseThrow()
                .toString()
                .contains("tandoor chef"));
    }

    @Test
    void answersEntriesInTheOrderOfTheirClaims() {
        change(1, "cook");
        change(2, "tailor");
        List<Claim> reversed = claim(LONG).reversed();

        assertEquals(
                ids(reversed),
                ledger().entries(reversed).stream().map(IndexEntry::id).toList());
    }

    @Test
    void hasNoDocumentForAJobThatIsNoLongerListed() {
        change(1, "cook");
        pay();
        hide(1);

        List<Claim> claims = claim(LONG);

        assertEquals(List.of(1L), ids(claims));
        assertTrue(ledger().entries(claims).getFirst().document().isEmpty());
    }

    @Test
    void takesWithEachClaimTheDocumentOrTheAbsenceOfOne() {
        change(1, "cook");
        change(2, "tailor");
        pay();
        hide(1);
        change(2, "master tailor");

        IndexLedger.Taken taken = ledger().take(10, LONG);

        assertEquals(2, taken.entries().size());
        for (int i = 0; i < 2; i++) {
            Claim claim = taken.claims().claims().get(i);
            IndexEntry entry = taken.entries().get(i);
            assertEquals(claim.id(), entry.id());
            assertEquals(claim.version(), entry.version());
            assertEquals(
                    claim.id() == 2,
                    entry.document()
                            .filter(d -> d.toString().contains("master tailor"))
                            .isPresent());
        }
        assertEquals(List.of(), ledger().take(10, LONG).entries(), "they are under a lease");
    }

    @Test
    void owesNothingOnceItIsSettled() {
        change(1, "cook");
        ledger().settle(claim(NONE));

        assertEquals(List.of(), claim(NONE));
    }

    @Test
    void stillOwesAChangeThatCameAfterTheClaim() {
        change(1, "cook");
        List<Claim> claims = claim(LONG);
        change(1, "tandoor chef");
        ledger().settle(claims);

        assertEquals(List.of(1L), ids(claim(LONG)));
    }

    @Test
    void takesALateSettlementOfAnOlderChangeForNothing() {
        change(1, "cook");
        List<Claim> late = claim(NONE);
        change(1, "tandoor chef");
        ledger().settle(claim(LONG));
        ledger().settle(late);

        assertEquals(0, ledger().backlog().due());
    }

    @Test
    void leavesAPostponedDebtAloneForTheDelay() {
        change(1, "cook");
        ledger().postpone(claim(NONE), LONG);

        assertEquals(List.of(), claim(LONG));
    }

    /// Its lease has run out, and another relay is at work.
    @Test
    void leavesTheLeaseOfALaterClaimAlone() {
        change(1, "cook");
        List<Claim> late = claim(NONE);
        claim(LONG);

        ledger().postpone(late, NONE);

        assertEquals(List.of(), claim(LONG));
    }

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

    @Test
    void countsNothingAgainstAPostponedDebt() {
        change(1, "cook");
        ledger().postpone(claim(NONE), NONE);

        assertEquals(0, claim(LONG).getFirst().tries());
    }

    @Test
    void forgetsADelayWhenTheDocumentChangesAgain() {
        change(1, "cook");
        ledger().postpone(claim(NONE), LONG);
        change(1, "tandoor chef");

        assertEquals(List.of(1L), ids(claim(LONG)));
    }

    @Test
    void setsAsideWhatWasRefusedTooOften() {
        change(1, "cook");
        ledger().refuse(claim(NONE).getFirst(), "no such field", 1);

        assertEquals(List.of(), claim(NONE));
        assertEquals(new Backlog(0, Duration.ZERO, 1), ledger().backlog());
    }

    @Test
    void triesAgainWithACleanSlateWhenARefusedDocumentChanges() {
        change(1, "cook");
        ledger().refuse(claim(NONE).getFirst(), "no such field", 1);
        change(1, "tandoor chef");

        assertEquals(0, claim(NONE).getFirst().tries());
    }

    @Test
    void knowsHowMuchIsOwed() {
        change(1, "cook");
        change(2, "tailor");
        change(2, "ladies' tailor");

        assertEquals(2, ledger().backlog().due());
    }

    private IndexLedger ledger() {
        return Objects.requireNonNull(opened);
    }

    private List<Claim> claim(Duration lease) {
        return ledger().claim(10, lease).claims();
    }

    private void pay() {
        ledger().settle(claim(LONG));
    }

    private static List<Long> ids(List<Claim> claims) {
        return claims.stream().map(Claim::id).toList();
    }
}
