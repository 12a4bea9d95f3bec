package dev.rozgar.application.rebuild;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rozgar.application.PortFailure;
import dev.rozgar.application.indexing.InMemoryJobIndex;
import dev.rozgar.application.rebuild.Build.Outcome;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Going back to the index that was live before.
class RollbackTest extends BuildScene {
    @Test
    void goesBackToTheEarlierIndexWithAllThatItMissed() {
        jobs(10);
        rebuild();
        String first = live();
        rebuild();
        while (relay.payOnce() > 0) {}
        ledger.change(3, "changed since");
        ledger.change(11, "new since");
        ledger.hide(4);
        while (relay.payOnce() > 0) {}
        ledger.change(5, "not even paid");

        Build build = rebuild(Order.ROLLBACK, quiet());

        assertEquals(Outcome.DONE, outcome(build));
        assertEquals(first, live());
        assertTrue(index.found(3).orElseThrow().toString().contains("changed since"));
        assertTrue(index.found(11).isPresent());
        assertEquals(Optional.empty(), index.found(4));
        assertTrue(index.found(5).orElseThrow().toString().contains("not even paid"));
    }

    @Test
    void writesOnlyWhatWasMissedWhenItGoesBack() {
        jobs(1_000);
        rebuild();
        while (relay.payOnce() > 0) {}
        rebuild();
        ledger.change(3, "changed since");
        while (relay.payOnce() > 0) {}

        assertEquals(1, rebuild(Order.ROLLBACK, quiet()).position().written());
    }

    @Test
    void bringsARelaysWriteToTheEarlierIndexWhileItIsCaughtUp() {
        jobs(10);
        rebuild();
        rebuild();
        ledger.change(3, "changed since");

        Build build = rebuild(Order.ROLLBACK, new Onlooker(_ -> {
            ledger.change(9, "changed during");
            while (relay.payOnce() > 0) {}
        }));

        assertEquals(Outcome.DONE, outcome(build));
        assertTrue(index.found(9).orElseThrow().toString().contains("changed during"));
    }

    @Test
    void canGoForwardAgainAfterGoingBack() {
        jobs(10);
        rebuild();
        rebuild();
        String second = live();
        rebuild(Order.ROLLBACK, quiet());
        ledger.change(3, "changed on the first");
        while (relay.payOnce() > 0) {}

        rebuild(Order.ROLLBACK, quiet());

        assertEquals(second, live());
        assertTrue(index.found(3).orElseThrow().toString().contains("changed on the first"));
    }

    @Test
    void keepsTheEarlierIndexWhenTheGateRefusesIt() {
        jobs(10);
        rebuild();
        String first = live();
        rebuild();
        String second = live();

        Build build = rebuild(Order.ROLLBACK, new Onlooker(_ -> index.falsify(77, "{\"id\":77}")));

        assertEquals(Outcome.REFUSED, outcome(build));
        assertEquals(second, live());
        assertEquals(first, index.state().kept().getFirst().name());
        assertEquals(Optional.empty(), index.status().building());
    }

    @Test
    void hasNothingToGoBackToAtFirst() {
        jobs(1);
        rebuild();

        PortFailure failure = assertThrows(PortFailure.class, () -> builder.begin(Order.ROLLBACK));

        assertEquals(IndexBuilder.NOTHING_KEPT, failure.code());
    }

    @Test
    void doesNotGoBackToAnIndexOfAnotherDeclaration() {
        jobs(1);
        rebuild();
        InMemoryJobIndex newer = index.as(WIDER);
        IndexBuilder other = builder(newer, WIDER);
        other.run(other.begin(Order.REBUILD), quiet());

        assertThrows(PortFailure.class, () -> other.begin(Order.ROLLBACK));
    }
}
