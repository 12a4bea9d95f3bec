package dev.rozgar.bootstrap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rozgar.application.PortFailure;
import dev.rozgar.application.document.DocumentQuery;
import dev.rozgar.application.document.Evolution;
import dev.rozgar.application.document.FacetWish;
import dev.rozgar.application.document.Filter;
import dev.rozgar.application.document.Value;
import dev.rozgar.application.indexing.Claim;
import dev.rozgar.application.rebuild.Build;
import dev.rozgar.application.rebuild.Build.Purpose;
import dev.rozgar.application.rebuild.IndexBuilder;
import dev.rozgar.application.rebuild.Order;
import dev.rozgar.application.rebuild.Watch;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class IndexKeeperTest extends KeptIndex {
    @Test
    void buildsAnIndexWhereThereIsNone() throws InterruptedException {
        migrates = false;
        ledger.change(7, "{}");
        awaitCurrent(keeper());
        assertEquals(1, index.status().documents());
    }

    @Test
    void leavesAnIndexOfItsOwnDeclarationAsItIs() throws InterruptedException {
        builder().build(Order.REBUILD, () -> true, Watch.silent());
        Optional<String> before = index.status().live();
        awaitCurrent(keeper());
        assertEquals(before, index.status().live());
    }

    @Test
    void replacesAnIndexThatHasFieldsWhichAreGoneAtItsStart() throws InterruptedException {
        builder().build(Order.REBUILD, () -> true, Watch.silent());
        nextVersion(WIDER);
        builder().build(Order.REBUILD, () -> true, Watch.silent());
        String wider = index.status().live().orElseThrow();
        nextVersion(OURS);
        awaitCurrent(keeper());
        assertFalse(index.status().live().orElseThrow().equals(wider));
        assertEquals(OURS.fingerprint(), index.status().fingerprint().orElseThrow());
    }

    @Test
    void fillsInNewFieldsInTheIndexThatIsThere() throws InterruptedException {
        ledger.change(7, "{}");
        builder().build(Order.REBUILD, () -> true, Watch.silent());
        String before = index.status().live().orElseThrow();
        nextVersion(WIDER);
        IndexKeeper keeper = keeper();
        Eventually.within(
                Duration.ofSeconds(60),
                "the fields are filled in",
                () -> keeper.isCurrent()
                        && keeper.lacking().isEmpty()
                        && log.latest().orElseThrow().end().isPresent());
        assertEquals(before, index.status().live().orElseThrow());
        assertEquals(WIDER.fingerprint(), index.status().fingerprint().orElseThrow());
        assertEquals(Purpose.BACK_FILL, log.latest().orElseThrow().plan().purpose());
    }

    @Test
    void leavesAnotherDeclarationAloneUnlessItMayMigrate() throws InterruptedException {
        builder().build(Order.REBUILD, () -> true, Watch.silent());
        nextVersion(WIDER);
        migrates = false;
        Optional<String> before = index.status().live();
        IndexKeeper keeper = keeper();
        assertTrue(keeper.awaitFirstLook(Duration.ofSeconds(60)));
        assertFalse(keeper.isCurrent());
        assertEquals(before, index.status().live());
        assertEquals("new: shoe_size", keeper.misfit().map(Evolution::text).orElse("nothing"));
    }

    @Test
    void keepsReadersOffFieldsThatAnotherProcessIsFillingIn() throws InterruptedException {
        nextVersion(WIDER);
        builder().build(Order.REBUILD, () -> true, Watch.silent());
        log.begin(
                new Build.Plan(
                        Purpose.BACK_FILL,
                        index.status().live().orElseThrow(),
                        "a declaration that this version does not go on with",
                        false,
                        0,
                        List.of("shoe_size")),
                1,
                "another");
        IndexKeeper keeper = keeper();
        awaitCurrent(keeper);
        assertEquals(Set.of("shoe_size"), keeper.lacking());
        var guarded = new GuardedJobReadModel(ledger.readModel(), keeper::isCurrent, keeper::lacking);
        DocumentQuery all = DocumentQuery.of(WIDER, List.of(), Instant.EPOCH);
        var byShoes = new Filter.OneOf(WIDER.require("shoe_size"), List.of(new Value.Word("44")));
        var shoes = List.of(new FacetWish(WIDER.require("shoe_size"), 5, Optional.empty()));
        for (DocumentQuery query : List.of(all.where(byShoes), all.counting(shoes)))
            assertEquals(
                    PortFailure.Kind.UNAVAILABLE,
                    assertThrows(PortFailure.class, () -> guarded.search(query)).kind());
        assertEquals(0, guarded.search(all).items().size());
    }

    @Test
    void goesOnWithABuildThatItsProcessHasLeft() throws InterruptedException {
        builder().build(Order.REBUILD, () -> true, Watch.silent());
        for (long id = 1; id <= 3; id++) ledger.change(id, "{}");
        IndexBuilder dead = indexBuilder();
        Build left = dead.begin(Order.REBUILD);
        IndexKeeper keeper = keeper();
        Eventually.within(
                Duration.ofSeconds(60),
                "the build is done",
                () -> index.status().live().equals(Optional.of(left.plan().index())));
        awaitCurrent(keeper);
        assertEquals(3, index.status().documents());
    }

    @Test
    void hasTriedAgainOnceWhatAnotherMappingRefused() throws InterruptedException {
        builder().build(Order.REBUILD, () -> true, Watch.silent());
        ledger.change(7, "{}");
        refuse();
        IndexKeeper keeper = keeper();
        Eventually.within(
                Duration.ofSeconds(60), "it is owed", () -> ledger.backlog().due() == 1);
        awaitCurrent(keeper);
        refuse();
        assertEquals(0, ledger.deadLetters().redriveFor(OURS.fingerprint()));
        assertEquals(1, ledger.backlog().setAside());
    }

    @Test
    void triesNothingAgainForTheIndexThatItHasBuilt() throws InterruptedException {
        ledger.change(7, "{}");
        awaitCurrent(keeper());
        refuse();
        assertEquals(0, ledger.deadLetters().redriveFor(OURS.fingerprint()));
        assertEquals(1, ledger.backlog().setAside());
    }

    private void refuse() {
        for (Claim claim : ledger.claim(10, Duration.ofHours(1)).claims()) ledger.refuse(claim, "no such field", 1);
    }

    @Test
    void waitsForAnIndexThatIsOutOfReach() throws InterruptedException {
        index.unplug(true);
        IndexKeeper keeper = keeper();
        assertTrue(keeper.awaitFirstLook(Duration.ofSeconds(60)));
        assertFalse(keeper.isCurrent());
        index.unplug(false);
        awaitCurrent(keeper);
    }

    @Test
    void buildsAnIndexAnewThatWasLost() throws InterruptedException {
        IndexKeeper keeper = keeper();
        awaitCurrent(keeper);
        ledger.change(1, "{}");
        index.lose();
        Eventually.within(
                Duration.ofSeconds(60),
                "an index again",
                () -> index.status().live().isPresent() && index.status().documents() == 1);
        awaitCurrent(keeper);
    }
}
