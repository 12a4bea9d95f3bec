package dev.rozgar.application.indexing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rozgar.application.PortFailure;
import dev.rozgar.application.indexing.IndexLedger.Backlog;
import dev.rozgar.application.indexing.IndexRelay.Pace;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class IndexRelayTest {
    private static final Pace PACE = new Pace(Duration.ofHours(1), Duration.ZERO, Duration.ZERO, 8, 2);

    private final InMemoryLedger ledger = new InMemoryLedger();
    private final InMemoryJobIndex index = new InMemoryJobIndex();
    private final RelayFigures figures = new RelayFigures();
    private final IndexRelay relay = new IndexRelay(ledger, index, PACE, figures);

    @BeforeEach
    void startWithAnEmptyIndex() {
        index.promote(index.startBuilding());
    }

    @Test
    void bringsAChangeToTheIndex() {
        ledger.change(1, "cook");

        relay.payOnce();

        assertEquals(Optional.of("cook"), title(1));
        assertEquals(0, ledger.backlog().due());
    }

    @Test
    void replacesAJobThatIsNoLongerListedByAMarker() {
        ledger.change(1, "cook");
        relay.payOnce();
        ledger.hide(1);

        relay.payOnce();

        assertEquals(Optional.empty(), index.found(1));
        assertTrue(index.version(1).isPresent(), "a deleted document would forget its version");
    }

    /// A build of the index may have read the job before a change that was claimed earlier.
    @Test
    void doesNotTakeAVersionAsHighForAPayment() {
        ledger.change(1, "cook");
        index.betweenSlots(() -> index.write(ledger.after(0, 1), Set.of(JobIndex.Slot.LIVE)));
        relay.payOnce();
        assertEquals(1, ledger.backlog().due());
        assertEquals(1, figures.contested());

        relay.payOnce();

        assertEquals(0, ledger.backlog().due());
        assertEquals(0, figures.wentBack());
        assertEquals(Optional.of(ledger.versions().newest()), index.version(1));
    }

    @Test
    void leavesADocumentToTheRelayThatHasClaimedItMeanwhile() {
        ledger.change(1, "cook");
        IndexRelay other = new IndexRelay(ledger, index, PACE);
        index.betweenSlots(() -> {
            ledger.pass(PACE.lease());
            other.payOnce();
        });

        relay.payOnce();

        assertEquals(0, ledger.backlog().due());
        assertEquals(1, figures.contested());
        assertEquals(0, relay.payOnce());
    }

    @Test
    void refusesADocumentWhoseVersionNoEpochCanSurpass() {
        ledger.change(1, "cook");
        relay.payOnce();
        index.write(List.of(new IndexEntry(1, Long.MAX_VALUE, Optional.empty())), Set.of(JobIndex.Slot.LIVE));
        ledger.change(1, "tandoor chef");

        relay.payOnce();

        assertEquals(1, figures.refused());
        assertEquals(0, figures.wentBack());
    }

    @Test
    void tellsHowLongADocumentWasOwed() {
        ledger.change(1, "cook");
        ledger.pass(Duration.ofSeconds(3));

        relay.payOnce();

        assertTrue(figures.lag().longest().compareTo(Duration.ofSeconds(3)) >= 0);
        assertEquals(1, figures.lag().count());
    }

    @Test
    void takesOverWhatADeadNodeHadClaimedWhenTheLeaseIsOver() {
        ledger.change(1, "cook");
        ledger.claim(8, PACE.lease());
        ledger.pass(PACE.lease().minusMillis(1));
        assertEquals(0, relay.payOnce());
        ledger.pass(Duration.ofMillis(1));

        assertEquals(1, relay.payOnce());
        assertEquals(Optional.of("cook"), title(1));
    }

    @Test
    void setsAsideOnlyTheDocumentThatIsRefused() {
        ledger.change(1, "cook");
        ledger.change(2, "tailor");
        index.refuse(1);

        relay.payOnce();
        relay.payOnce();

        assertEquals(new Backlog(0, Duration.ZERO, 1), ledger.backlog());
        assertEquals(Optional.of("tailor"), title(2));
    }

    @Test
    void halvesItsBatchWhileTheIndexIsBusyAndGrowsAgain() {
        index.congest(true);
        ledger.change(1, "cook");
        relay.payOnce();
        int busy = relay.batchSize();
        index.congest(false);
        relay.payOnce();

        assertEquals(4, busy);
        assertEquals(5, relay.batchSize());
        assertEquals(Optional.of("cook"), title(1));
    }

    @Test
    void asksWithOneDocumentWhileTheIndexHasNoRoomAndCountsNothingAgainstIt() {
        for (long id = 1; id <= 8; id++) ledger.change(id, "cook");
        index.congest(true);
        relay.payOnce();
        for (int i = 0; i < 10; i++) assertEquals(1, relay.payOnce());
        index.congest(false);

        while (relay.payOnce() > 0) {}

        assertEquals(new Backlog(0, Duration.ZERO, 0), ledger.backlog());
        assertEquals(1, figures.paused());
    }

    @Test
    void countsNothingAgainstDocumentsWhileTheIndexIsDown() {
        ledger.change(1, "cook");
        index.unplug(true);
        for (int i = 0; i < 10; i++) assertThrows(PortFailure.class, relay::payOnce);
        index.unplug(false);

        relay.payOnce();

        assertEquals(Optional.of("cook"), title(1));
    }

    @Test
    void paysAtOnceWhenTheIndexIsBackAndNotWhenTheLeaseRunsOut() {
        ledger.change(1, "cook");
        index.unplug(true);
        assertThrows(PortFailure.class, relay::payOnce);
        index.unplug(false);

        assertEquals(1, relay.payOnce());
    }

    @Test
    void asksWithOneDocumentWhileTheIndexIsAway() {
        relay.payOnce();
        for (long id = 1; id <= 5; id++) ledger.change(id, "cook");
        index.unplug(true);
        assertThrows(PortFailure.class, relay::payOnce);
        index.unplug(false);

        assertEquals(1, relay.payOnce());
        assertEquals(4, relay.payOnce());
    }

    @Test
    void writesToTheIndexUnderConstructionAsWell() {
        String built = index.startBuilding();
        ledger.building(true);
        ledger.change(1, "cook");
        relay.payOnce();

        index.promote(built);

        assertEquals(Optional.of("cook"), title(1));
    }

    @Test
    void losesNothingWhenTheIndexIsPromotedBetweenItsTwoWrites() {
        String built = index.startBuilding();
        ledger.building(true);
        ledger.change(1, "cook");
        index.betweenSlots(() -> index.promote(built));

        relay.payOnce();

        assertEquals(Optional.of("cook"), title(1));
    }

    @Test
    void endsTheWaitForAChangeThatTheIndexHolds() {
        try (Waiters.Ticket ticket = relay.expect(Set.of(1L))) {
            ledger.change(1, "cook");
            // Paid between the commit and the wait: registering first is what keeps this from being missed.
            relay.payOnce();

            assertTrue(ticket.await(Map.of(1L, ledger.wanted(1)), Duration.ZERO));
        }
    }

    @Test
    void doesNotTakeThePaymentOfAnOlderChangeForThisOne() {
        ledger.change(1, "cook");
        try (Waiters.Ticket ticket = relay.expect(Set.of(1L))) {
            relay.payOnce();
            ledger.change(1, "tandoor chef");

            assertEquals(false, ticket.await(Map.of(1L, ledger.wanted(1)), Duration.ZERO));
        }
    }

    private Optional<String> title(long id) {
        return index.found(id).map(document -> document.toString().replaceAll(".*\"title\":\"([^\"]*)\".*", "$1"));
    }
}
