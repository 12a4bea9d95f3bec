package dev.rozgar.application.indexing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rozgar.application.PortFailure;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// PostgreSQL goes back in time behind the index: jobs 1 and 2 are as they were, 3 was changed since, 4 was posted
/// since.
class VersionGuardTest {
    private static final IndexRelay.Pace PACE =
            new IndexRelay.Pace(Duration.ofHours(1), Duration.ZERO, Duration.ZERO, 8, 2);

    private final InMemoryLedger ledger = new InMemoryLedger();
    private final InMemoryJobIndex index = new InMemoryJobIndex();
    private final RelayFigures figures = new RelayFigures();

    @BeforeEach
    void anIndexThatHasSeenMore() {
        index.promote(index.startBuilding());
        for (long id = 1; id <= 3; id++) ledger.change(id, "cook");
        pay(relay());
        ledger.change(4, "lost");
        ledger.change(3, "lost");
        pay(relay());
        restore();
    }

    private void restore() {
        ledger.change(3, "cook");
        ledger.hide(4);
        ledger.settle(ledger.claim(8, Duration.ZERO).claims());
        ledger.versions().restore(3);
    }

    @Test
    void noticesAtItsStartWhatTheIndexHoldsAndNobodyHasHandedOut() {
        pay(relay());

        assertEquals(Optional.of("cook"), title(3));
        assertEquals(Optional.empty(), title(4));
        assertEquals(1, figures.wentBack());
    }

    @Test
    void writesNothingAgainThatIsNotOfTheLostHistory() {
        Optional<Long> before = index.version(1);

        pay(relay());

        assertEquals(before, index.version(1));
        assertTrue(index.version(3).orElseThrow() >> Versions.SEQUENCE_BITS == 2);
    }

    @Test
    void looksAgainBeforeItGoesOnAfterPostgresWasAway() {
        ledger.versions().restore(1_000);
        IndexRelay relay = relay();
        assertEquals(0, relay.payOnce());
        ledger.versions().restore(3);
        assertEquals(0, relay.payOnce(), "nothing has made it doubt");
        ledger.unplug(true);
        assertThrows(PortFailure.class, relay::payOnce);
        ledger.unplug(false);

        pay(relay);

        assertEquals(Optional.of("cook"), title(3));
    }

    @Test
    void learnsItFromTheIndexsNoWhenNothingElseTells() {
        ledger.versions().restore(1_000);
        IndexRelay relay = relay();
        relay.payOnce();
        ledger.versions().restore(3);
        ledger.change(3, "tandoor chef");

        pay(relay);

        assertEquals(Optional.of("tandoor chef"), title(3));
        assertEquals(Optional.empty(), title(4));
        assertEquals(1, figures.wentBack());
    }

    @Test
    void claimsNothingUntilTheIndexCanBeCompared() {
        ledger.change(1, "tandoor chef");
        index.unplug(true);
        long before = ledger.versions().newest();
        IndexRelay relay = relay();
        for (int i = 0; i < 10; i++) assertThrows(PortFailure.class, relay::payOnce);

        assertEquals(before, ledger.versions().newest());
    }

    @Test
    void anotherServerBeginsAnEpoch() {
        ledger.versions().restore(1_000);
        ledger.versions().move();
        ledger.change(1, "tandoor chef");

        pay(relay());

        assertEquals(2, index.version(1).orElseThrow() >> Versions.SEQUENCE_BITS);
        assertEquals(Optional.empty(), ledger.versions().suspects());
    }

    private IndexRelay relay() {
        return new IndexRelay(ledger, index, PACE, figures);
    }

    private static void pay(IndexRelay relay) {
        while (relay.payOnce() > 0) {}
    }

    private Optional<String> title(long id) {
        return index.found(id).map(document -> document.toString().replaceAll(".*\"title\":\"([^\"]*)\".*", "$1"));
    }
}
