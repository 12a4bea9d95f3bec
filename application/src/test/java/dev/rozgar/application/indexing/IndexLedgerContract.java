package dev.rozgar.application.indexing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rozgar.application.indexing.IndexLedger.Backlog;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What every ledger does with its debts.
public abstract class IndexLedgerContract extends OpenLedger {
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

    private void pay() {
        ledger().settle(claim(LONG));
    }
}
