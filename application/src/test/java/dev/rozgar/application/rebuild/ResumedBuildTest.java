package dev.rozgar.application.rebuild;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rozgar.application.PortFailure;
import dev.rozgar.application.indexing.InMemoryJobIndex;
import dev.rozgar.application.rebuild.Build.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

/// What becomes of a build whose builder died or was taken for dead.
class ResumedBuildTest extends BuildScene {
    /// As a killed process does: it stops and tidies nothing up.
    private static Onlooker dyingAt(long done) {
        return new Onlooker(build -> {
            if (build.position().done() >= done) throw new CancellationException("killed");
        });
    }

    @Test
    void anotherGoesOnWhereABuilderDied() {
        jobs(1_200);
        assertThrows(CancellationException.class, () -> rebuild(Order.REBUILD, dyingAt(500)));
        Build left = builder.left().orElseThrow();
        List<Long> progress = new ArrayList<>();

        Build build = builder.run(
                builder.takeUp(left),
                new Onlooker(at -> progress.add(at.position().done())));

        assertEquals(Outcome.DONE, outcome(build));
        assertEquals(500, left.position().done());
        assertEquals(List.of(500L, 1_000L, 1_200L), progress);
        assertEquals(left.number(), build.number());
        assertEquals(1_200, index.count(live()));
    }

    @Test
    void losesNothingThatIsWrittenWhileNobodyIsAtTheBuild() {
        jobs(1_000);
        assertThrows(CancellationException.class, () -> rebuild(Order.REBUILD, dyingAt(500)));
        ledger.change(7, "changed in between");
        ledger.change(2_000, "new in between");
        ledger.hide(8);
        while (relay.payOnce() > 0) {}

        builder.run(builder.takeUp(builder.left().orElseThrow()), quiet());

        assertTrue(index.found(7).orElseThrow().toString().contains("changed in between"));
        assertTrue(index.found(2_000).isPresent());
        assertEquals(Optional.empty(), index.found(8));
    }

    @Test
    void whoeverWasTakenForDeadCannotSwapAnyMore() {
        jobs(10);
        rebuild();
        String before = live();
        Build mine = builder.begin(Order.REBUILD);
        Onlooker pausedTooLong = new Onlooker(build -> {
            if (build.position().done() == 10) builder.takeUp(log.underWay().orElseThrow());
        });

        PortFailure failure = assertThrows(PortFailure.class, () -> builder.run(mine, pausedTooLong));

        assertEquals(BuildLog.TAKEN_OVER, failure.code());
        assertEquals(before, live());
    }

    @Test
    void endsABuildWhoseBuilderDiedAfterTheSwap() {
        jobs(3);
        Build build = builder.begin(Order.REBUILD);
        index.promote(build.plan().index());

        Build ended = builder.run(builder.takeUp(builder.left().orElseThrow()), quiet());

        assertEquals(Outcome.DONE, outcome(ended));
        assertEquals(Optional.empty(), log.underWay());
    }

    @Test
    void givesUpWhatWasLeftOfAnotherDeclaration() {
        jobs(1_000);
        assertThrows(CancellationException.class, () -> rebuild(Order.REBUILD, dyingAt(500)));
        String leftIndex = log.underWay().orElseThrow().plan().index();
        InMemoryJobIndex newer = index.as(WIDER);
        IndexBuilder other = builder(newer, WIDER);

        assertEquals(Optional.empty(), other.left());
        Build build = other.begin(Order.REBUILD);

        assertNotEquals(leftIndex, build.plan().index());
        assertEquals(0, build.position().after());
        assertEquals(WIDER.fingerprint(), newer.state().building().orElseThrow().fingerprint());
    }

    @Test
    void beginsAnewWhereTheIndexThatWasLeftIsGone() {
        jobs(1_000);
        assertThrows(CancellationException.class, () -> rebuild(Order.REBUILD, dyingAt(500)));
        index.abandonBuilding();

        assertEquals(0, builder.begin(Order.REBUILD).position().done());
    }
}
