package dev.rozgar.application.rebuild;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rozgar.application.PortFailure;
import dev.rozgar.application.indexing.InMemoryJobIndex;
import dev.rozgar.application.indexing.InMemoryLedger;
import dev.rozgar.application.indexing.IndexRelay;
import dev.rozgar.application.rebuild.RebuildIndex.Result;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RebuildIndexTest {
    private final InMemoryLedger ledger = new InMemoryLedger();
    private final InMemoryJobIndex index = new InMemoryJobIndex();
    private final RebuildIndex rebuild = new RebuildIndex(ledger, index, index, ledger);

    @Test
    void makesANewIndexOfEverythingListedTheLiveOne() {
        for (long id = 1; id <= 1_200; id++) ledger.change(id, "job " + id);
        List<Long> progress = new ArrayList<>();

        Result result = rebuild.handle(false, (done, _) -> progress.add(done));

        assertEquals(new Result(1_200, 0, true), result);
        assertEquals(List.of(500L, 1_000L, 1_200L), progress);
        assertTrue(index.found(1_200).isPresent());
    }

    @Test
    void keepsAChangeThatARelayBringsWhileItIsRead() {
        ledger.change(1, "cook");
        IndexRelay relay = new IndexRelay(
                ledger, index, new IndexRelay.Pace(Duration.ofHours(1), Duration.ZERO, Duration.ZERO, 8, 2));

        rebuild.handle(false, (_, _) -> {
            ledger.change(1, "tandoor chef");
            relay.payOnce();
        });

        assertTrue(index.found(1).orElseThrow().toString().contains("tandoor chef"));
    }

    @Test
    void givesUpAnIndexThatHoldsTooLittle() {
        for (long id = 1; id <= 10; id++) {
            ledger.change(id, "cook");
            if (id > 7) index.refuse(id);
        }

        assertFalse(rebuild.handle(false, (_, _) -> {}).promoted());
        assertEquals(Optional.empty(), index.status().live());
        assertEquals(Optional.empty(), index.status().building());
    }

    @Test
    void promotesItAllTheSameWhenForced() {
        ledger.change(1, "cook");
        index.refuse(1);

        assertEquals(new Result(0, 1, true), rebuild.handle(true, (_, _) -> {}));
    }

    @Test
    void leavesTheLiveIndexAloneWhenTheEngineGoesAway() {
        ledger.change(1, "cook");
        rebuild.handle(false, (_, _) -> {});
        Optional<String> live = index.status().live();

        assertThrows(PortFailure.class, () -> rebuild.handle(false, (_, _) -> index.unplug(true)));
        index.unplug(false);

        assertEquals(live, index.status().live());
    }
}
