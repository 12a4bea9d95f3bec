package dev.rozgar.application.shadow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rozgar.application.PortFailure;
import dev.rozgar.application.document.DocumentQuery;
import dev.rozgar.application.document.FacetWish;
import dev.rozgar.application.listing.JobFields;
import dev.rozgar.application.shadow.ShadowCompare.Outcome;
import dev.rozgar.application.shadow.ShadowCompare.Stores;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ShadowCompareTest {
    private static final DocumentQuery ANY = DocumentQuery.of(JobFields.JOB, JobFields.NEWEST_FIRST, Instant.EPOCH);

    private final Shelf truth = new Shelf();
    private final Shelf copy = new Shelf();
    private final KnownSuspects ledger = new KnownSuspects();
    private Runnable refresh = () -> {};
    private double drawn;
    private final ShadowCompare shadow =
            new ShadowCompare(new Stores(truth, copy, ledger, () -> refresh.run()), 0.25, () -> drawn);

    ShadowCompareTest() {
        for (long id = 1; id <= 3; id++) {
            truth.put(id, "cook");
            copy.put(id, "cook");
        }
    }

    @Test
    void agreesWhereBothAnswerAlike() {
        assertEquals(Map.of(), compare());
        assertEquals(1, shadow.count(Outcome.AGREED));
    }

    @Test
    void findsWhatIsMissingAndOwesIt() {
        copy.held.remove(2L);

        assertEquals(Map.of(Difference.MISSING, 1L), compare());
        assertEquals(List.of(2L), ledger.owed);
        assertEquals(1, shadow.repaired());
    }

    @Test
    void findsWhatIsTooMany() {
        copy.put(9, "ghost");

        assertEquals(Map.of(Difference.EXTRA, 1L), compare());
        assertEquals(List.of(9L), ledger.owed);
    }

    @Test
    void findsOtherBytes() {
        copy.put(2, "tampered");

        assertEquals(Map.of(Difference.CONTENT, 1L), compare());
        assertEquals(List.of(2L), ledger.owed);
    }

    @Test
    void comparesWhatPostgresHasAnsweredToo() {
        copy.put(2, "tampered");
        shadow.offer(ANY, truth.search(ANY), false);
        shadow.compareOne();

        assertEquals(1, shadow.count(Difference.CONTENT));
    }

    @Test
    void accusesNobodyOfWhatIsOwed() {
        copy.held.remove(2L);
        ledger.underWay.add(2L);

        assertEquals(Map.of(Difference.LAG, 1L), compare());
        assertEquals(List.of(), ledger.owed);
    }

    /// Written between the two questions, and paid by the time of the last.
    @Test
    void accusesNobodyOfWhatChangesMeanwhile() {
        copy.held.remove(2L);
        refresh = () -> ledger.changes.merge(2L, 1L, Long::sum);

        assertEquals(Map.of(Difference.LAG, 1L), compare());
        assertEquals(List.of(), ledger.owed);
    }

    @Test
    void accusesNobodyOfWhatWasOnlyNotRefreshed() {
        copy.held.remove(2L);
        refresh = () -> copy.put(2, "cook");

        assertEquals(Map.of(Difference.LAG, 1L), compare());
    }

    @Test
    void accusesNobodyOfADocumentThatComesIntoThePageMeanwhile() {
        copy.held.remove(2L);
        refresh = () -> truth.put(4, "new");

        assertEquals(Map.of(Difference.LAG, 1L), compare());
    }

    @Test
    void doesNotCountDocumentsThatAnotherOneHasPushedOffThePage() {
        copy.put(0, "ghost");
        copy.order.remove(0L);
        copy.order.addFirst(9L);
        copy.held.remove(0L);
        copy.held.put(9L, "ghost");
        truth.most = 3;
        copy.most = 3;

        assertEquals(Map.of(Difference.EXTRA, 1L), compare());
        assertEquals(List.of(9L), ledger.owed);
    }

    @Test
    void blamesTheMappingWhereTheBytesAreTheSame() {
        copy.hidden.add(2L);

        assertEquals(Map.of(Difference.MAPPING, 1L), compare());
        assertEquals(List.of(2L), ledger.owed);
    }

    @Test
    void findsAnotherOrder() {
        copy.order.remove(2L);
        copy.order.add(2L);

        assertEquals(Map.of(Difference.ORDER, 1L), compare());
    }

    @Test
    void findsAnotherTotal() {
        copy.total = 7;

        assertEquals(Map.of(Difference.TOTAL, 1L), compare());
    }

    @Test
    void findsAnotherFacet() {
        copy.cooks = 2;
        DocumentQuery counting =
                ANY.counting(List.of(new FacetWish(JobFields.JOB.require("categories"), 5, Optional.empty())));
        shadow.offer(counting, copy.search(counting), true);
        shadow.compareOne();

        assertEquals(1, shadow.count(Difference.TOTAL));
    }

    @Test
    void accusesNobodyOfATotalWhileAnythingIsOwed() {
        copy.total = 7;
        ledger.quiet = false;

        assertEquals(Map.of(Difference.LAG, 1L), compare());
    }

    @Test
    void countsWhatTheIndexRefusesButDoesNotOweItAgain() {
        copy.held.remove(2L);
        ledger.refused.add(2L);

        assertEquals(Map.of(Difference.MISSING, 1L), compare());
        assertEquals(List.of(), ledger.owed);
    }

    @Test
    void countsADocumentThatIsNoneOfOurs() {
        copy.raw = Optional.of("{\"title\":\"no id\"}");

        assertEquals(Map.of(Difference.MAPPING, 1L), compare());
        assertEquals(List.of(), ledger.owed);
    }

    @Test
    void survivesAStoreThatDoesNotAnswer() {
        shadow.offer(ANY, copy.search(ANY), true);
        truth.failure = Optional.of(PortFailure.unavailable("down", null));
        shadow.compareOne();
        truth.failure = Optional.of(new IllegalStateException("a defect"));
        shadow.offer(ANY, copy.search(ANY), true);
        shadow.compareOne();

        assertEquals(2, shadow.count(Outcome.FAILED));
    }

    @Test
    void takesItsShareOnly() {
        drawn = 0.25;
        shadow.offer(ANY, copy.search(ANY), true);
        assertFalse(shadow.compareOne());
        drawn = 0.2499;
        shadow.offer(ANY, copy.search(ANY), true);

        assertTrue(shadow.compareOne());
    }

    @Test
    void leavesOutWhatFindsNoRoom() {
        for (int i = 0; i < 40; i++) shadow.offer(ANY, copy.search(ANY), true);

        assertEquals(8, shadow.count(Outcome.DROPPED));
    }

    @Test
    void comparesBesideTheRequests() throws InterruptedException {
        try (ShadowCompare started = shadow.start()) {
            started.offer(ANY, copy.search(ANY), true);
            while (started.count(Outcome.AGREED) == 0) Thread.sleep(1);
        }
    }

    private Map<Difference, Long> compare() {
        shadow.offer(ANY, copy.search(ANY), true);
        shadow.compareOne();
        Map<Difference, Long> found = new EnumMap<>(Difference.class);
        for (Difference kind : Difference.values()) if (shadow.count(kind) > 0) found.put(kind, shadow.count(kind));
        return found;
    }
}
