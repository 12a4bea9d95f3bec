package dev.rozgar.application.rebuild;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rozgar.application.indexing.Claim;
import dev.rozgar.application.indexing.IndexEntry;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What every reading of the truth does that an index is filled from and compared with.
public abstract class ListedJobsContract extends OpenBuildStore {
    @Test
    void walksTheListedJobsInTheOrderOfTheirIds() {
        for (long id = 1; id <= 5; id++) change(id, "cook");
        hide(3);

        assertEquals(List.of(1L, 2L, 4L), entryIds(jobs().after(0, 3)));
        assertEquals(List.of(5L), entryIds(jobs().after(4, 3)));
        assertEquals(4, jobs().count());
    }

    @Test
    void readsAJobAsItIsCommitted() {
        change(1, "cook");
        change(1, "tandoor chef");

        assertTrue(text(jobs().after(0, 1).getFirst()).contains("tandoor chef"));
    }

    @Test
    void readsJobsByTheirIdsWhetherListedOrNot() {
        change(1, "cook");
        change(2, "tailor");
        hide(2);

        List<IndexEntry> found = jobs().of(List.of(2L, 1L, 3L));

        assertEquals(List.of(1L, 2L, 3L), entryIds(found));
        assertTrue(found.get(0).document().isPresent());
        assertEquals(Optional.empty(), found.get(1).document());
        assertEquals(Optional.empty(), found.get(2).document());
    }

    @Test
    void fillsAnEmptyIndexUnderTheVersionsOfTheLatestClaims() {
        change(1, "cook");
        ledger().claim(10, Duration.ZERO);
        long latest = ledger().claim(10, Duration.ZERO).claims().getFirst().version();
        change(2, "tailor");
        change(1, "tandoor chef");

        List<IndexEntry> read = jobs().claimedAfter(0, 2);

        assertEquals(List.of(latest, 0L), read.stream().map(IndexEntry::version).toList());
        assertTrue(read.getFirst().document().orElseThrow().toString().contains("tandoor chef"));
    }

    @Test
    void readsUnderVersionsAboveEveryClaimBefore() {
        change(1, "cook");
        long claimed = ledger().claim(10, Duration.ZERO).claims().getFirst().version();

        assertTrue(jobs().after(0, 1).getFirst().version() > claimed);
        assertTrue(jobs().of(List.of(1L)).getFirst().version() > claimed);
    }

    @Test
    void knowsWhatARetiredIndexHasMissed() {
        for (long id = 1; id <= 4; id++) change(id, "cook");
        pay();
        log().retire("jobs-1");
        change(2, "tailor");
        pay();
        change(3, "mason");
        hide(4);

        assertTrue(log().isRetired("jobs-1"));
        assertFalse(log().isRetired("jobs-9"));
        assertEquals(3, jobs().missedBy("jobs-1"));
        assertEquals(List.of(2L, 3L), entryIds(jobs().missedBy("jobs-1", 0, 2)));
        IndexEntry last = jobs().missedBy("jobs-1", 3, 2).getFirst();
        assertEquals(4, last.id());
        assertEquals(Optional.empty(), last.document());
    }

    @Test
    void countsADebtThatWasBeingPaidAtTheSwapAsMissed() {
        change(1, "cook");
        // Claimed before the swap under a small version, written after it to the new index alone.
        List<Claim> underWay = ledger().claim(10, LONG).claims();
        log().retire("jobs-1");
        ledger().settle(underWay);

        assertEquals(List.of(1L), entryIds(jobs().missedBy("jobs-1", 0, 10)));
    }

    @Test
    void measuresALaterRetirementFromItsOwnMoment() {
        log().retire("jobs-1");
        change(1, "cook");
        pay();

        log().retire("jobs-1");

        assertEquals(0, jobs().missedBy("jobs-1"));
    }

    @Test
    void callsUnsettledWhatIsOwedOrWasPaidSinceTheMark() {
        for (long id = 1; id <= 3; id++) change(id, "cook");
        pay();
        long mark = jobs().mark();
        change(1, "tailor");
        pay();
        change(2, "mason");

        assertEquals(Set.of(1L, 2L), jobs().unsettled(mark, List.of(1L, 2L, 3L)));
        assertEquals(Set.of(2L), jobs().unsettled(jobs().mark(), List.of(1L, 2L, 3L)));
        assertEquals(2, jobs().unsettled(mark));
    }

    private static String text(IndexEntry entry) {
        return entry.document().orElseThrow().toString();
    }

    private static List<Long> entryIds(List<IndexEntry> entries) {
        return entries.stream().map(IndexEntry::id).toList();
    }

    private ListedJobs jobs() {
        return store().jobs();
    }
}
