package dev.rozgar.application.rebuild;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rozgar.application.PortFailure;
import dev.rozgar.application.indexing.Claim;
import dev.rozgar.application.indexing.IndexEntry;
import dev.rozgar.application.indexing.IndexLedger;
import dev.rozgar.application.rebuild.Build.Outcome;
import dev.rozgar.application.rebuild.Build.Plan;
import dev.rozgar.application.rebuild.Build.Position;
import dev.rozgar.application.rebuild.Build.Purpose;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What every build log does, and the reading of the truth that belongs to it. An implementation's test says how to
/// open
/// them and how jobs change beneath.
public abstract class BuildLogContract {
    private static final Duration LONG = Duration.ofHours(1);
    private static final Plan PLAN = new Plan(Purpose.REBUILD, "jobs-2", "0123456789abcdef", false, 0, List.of());

    /// The truth with its ledger.
    public record Store(ListedJobs jobs, IndexLedger ledger, BuildLog log) {}

    private @Nullable Store opened;

    /// Without any job or build.
    protected abstract Store open();

    /// Commits a listed job with this id and title, new or changed.
    protected abstract void change(long id, String title);

    /// Commits that the job is no longer listed.
    protected abstract void hide(long id);

    @BeforeEach
    void openStore() {
        opened = open();
    }

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

    private void pay() {
        ledger().settle(ledger().claim(10, LONG).claims());
    }

    private static List<Long> ids(List<Claim> claims) {
        return claims.stream().map(Claim::id).toList();
    }

    private static List<Long> entryIds(List<IndexEntry> entries) {
        return entries.stream().map(IndexEntry::id).toList();
    }

    private Store store() {
        return Objects.requireNonNull(opened);
    }

    private ListedJobs jobs() {
        return store().jobs();
    }

    private IndexLedger ledger() {
        return store().ledger();
    }

    private BuildLog log() {
        return store().log();
    }
}
