package dev.rozgar.application.rebuild;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rozgar.application.PortFailure;
import dev.rozgar.application.indexing.Claim;
import dev.rozgar.application.rebuild.Build.Outcome;
import dev.rozgar.application.rebuild.Build.Plan;
import dev.rozgar.application.rebuild.Build.Position;
import dev.rozgar.application.rebuild.Build.Purpose;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What every build log does, and what the ledger owes for it.
public abstract class BuildLogContract extends OpenBuildStore {
    private static final Plan PLAN = new Plan(Purpose.REBUILD, "jobs-2", "0123456789abcdef", false, 0, List.of());

    @Test
    void knowsOfNoBuildAtFirst() {
        assertEquals(Optional.empty(), log().underWay());
        assertEquals(Optional.empty(), log().latest());
    }

    @Test
    void keepsWhatWasPlannedAndHowFarItIs() {
        Plan plan = new Plan(Purpose.BACK_FILL, "jobs-2", "f", true, 250, List.of("a", "b.c"));
        Build begun = log().begin(plan, 900, "one");

        log().advance(begun, begun.position().plus(41, 30, 2), List.of(7L, 8L));

        Build kept = log().underWay().orElseThrow();
        assertEquals(plan, kept.plan());
        assertEquals(new Position(41, 30, 2, 900), kept.position());
        assertEquals(begun.holder().started(), kept.holder().started());
        assertFalse(kept.holder().heartbeat().isBefore(begun.holder().heartbeat()));
    }

    @Test
    void hasOneBuildUnderWayAtTheMost() {
        log().begin(PLAN, 1, "one");

        PortFailure failure = assertThrows(PortFailure.class, () -> log().begin(PLAN, 1, "two"));

        assertEquals(BuildLog.UNDER_WAY, failure.code());
    }

    @Test
    void obeysOnlyTheLatestWhoTookItUp() {
        Build first = log().begin(PLAN, 1, "one");
        Build second = log().takeUp(first, PLAN, 5, "two");

        assertTakenOver(() -> log().advance(first, first.position(), List.of()));
        assertTakenOver(() -> log().end(first, Outcome.DONE, List.of()));
        assertTakenOver(() -> log().takeUp(first, PLAN, 5, "three"));
        assertEquals(
                9,
                log().advance(second, second.position().plus(9, 1, 0), List.of())
                        .position()
                        .after());
    }

    private static void assertTakenOver(Runnable step) {
        assertEquals(
                BuildLog.TAKEN_OVER, assertThrows(PortFailure.class, step::run).code());
    }

    @Test
    void goesOnWhereItsOwnerStopped() {
        Build first = log().begin(PLAN, 10, "one");
        Build left = log().advance(first, first.position().plus(4, 4, 0), List.of());

        Build taken = log().takeUp(left, PLAN, 12, "two");

        assertEquals(new Position(4, 4, 0, 12), taken.position());
        assertEquals(4, taken.holder().doneThen());
        assertEquals("two", taken.holder().owner());
    }

    @Test
    void tellsTheNextClaimWhetherAnIndexIsBeingBuilt() {
        Build build = log().begin(PLAN, 1, "one");
        change(1, "cook");
        boolean during = ledger().claim(10, Duration.ZERO).building();
        log().end(build, Outcome.REFUSED, List.of("too few"));
        boolean after = ledger().claim(10, Duration.ZERO).building();

        assertTrue(during);
        assertFalse(after);
        assertEquals(
                List.of("too few"),
                log().latest().orElseThrow().end().orElseThrow().remarks());
        assertEquals(Optional.empty(), log().underWay());
    }

    @Test
    void doesNotDoubleTheWritesOfABackFill() {
        log().begin(new Plan(Purpose.BACK_FILL, "jobs-2", "f", false, 0, List.of("a")), 1, "one");
        change(1, "cook");

        assertFalse(ledger().claim(10, LONG).building());
    }

    @Test
    void owesWhatTheNewIndexHasRefused() {
        change(1, "cook");
        change(2, "tailor");
        pay();
        Build build = log().begin(PLAN, 2, "one");
        Build filled = log().advance(build, build.position().plus(2, 1, 1), List.of(2L));

        log().end(filled, Outcome.DONE, List.of());

        assertEquals(List.of(2L), ids(ledger().claim(10, LONG).claims()));
    }

    @Test
    void owesOnceMoreWhatTheOldIndexHadSetAside() {
        change(1, "cook");
        ledger().refuse(ledger().claim(1, Duration.ZERO).claims().getFirst(), "no such field", 1);
        Build build = log().begin(PLAN, 2, "one");

        log().end(build, Outcome.DONE, List.of());

        assertEquals(List.of(1L), ids(ledger().claim(10, LONG).claims()));
    }

    @Test
    void owesNothingForAnIndexThatWasGivenUp() {
        change(1, "cook");
        pay();
        Build build = log().begin(PLAN, 1, "one");
        Build filled = log().advance(build, build.position().plus(1, 0, 1), List.of(1L));

        log().end(filled, Outcome.ABANDONED, List.of());

        assertEquals(0, ledger().backlog().due());
    }

    private static List<Long> ids(List<Claim> claims) {
        return claims.stream().map(Claim::id).toList();
    }
}
