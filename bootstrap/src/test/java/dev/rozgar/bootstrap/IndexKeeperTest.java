package dev.rozgar.bootstrap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rozgar.application.PortFailure;
import dev.rozgar.application.document.Declare;
import dev.rozgar.application.document.DocumentQuery;
import dev.rozgar.application.document.DocumentSchema;
import dev.rozgar.application.document.Evolution;
import dev.rozgar.application.document.FacetWish;
import dev.rozgar.application.document.Filter;
import dev.rozgar.application.document.Value;
import dev.rozgar.application.indexing.Claim;
import dev.rozgar.application.indexing.InMemoryJobIndex;
import dev.rozgar.application.indexing.InMemoryLedger;
import dev.rozgar.application.listing.JobFields;
import dev.rozgar.application.rebuild.Build;
import dev.rozgar.application.rebuild.Build.Purpose;
import dev.rozgar.application.rebuild.GoldenQueries;
import dev.rozgar.application.rebuild.InMemoryBuildLog;
import dev.rozgar.application.rebuild.IndexBuilder;
import dev.rozgar.application.rebuild.Order;
import dev.rozgar.application.rebuild.Parts;
import dev.rozgar.application.rebuild.Watch;
import dev.rozgar.bootstrap.IndexKeeper.Pace;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class IndexKeeperTest {
    private static final Pace QUICK = new Pace(Duration.ofMillis(5), Duration.ofMillis(5));
    private static final DocumentSchema OURS = JobFields.JOB;
    private static final DocumentSchema WIDER =
            OURS.with(Declare.keyword("shoe_size").filter().facet());

    private final InMemoryLedger ledger = new InMemoryLedger();
    private final InMemoryBuildLog log = new InMemoryBuildLog(ledger);
    private InMemoryJobIndex index = new InMemoryJobIndex();
    private DocumentSchema schema = OURS;
    private boolean migrates = true;
    private Optional<IndexKeeper> started = Optional.empty();

    @AfterEach
    void close() throws InterruptedException {
        if (started.isPresent()) started.get().close();
    }

    @Test
    void buildsAnIndexWhereThereIsNone() throws InterruptedException {
        migrates = false;
        ledger.change(7, "{}");
        awaitCurrent(keeper());
        assertEquals(1, index.status().documents());
    }

    @Test
    void leavesAnIndexOfItsOwnDeclarationAsItIs() throws InterruptedException {
        builder().build(Order.REBUILD, Watch.silent());
        Optional<String> before = index.status().live();
        awaitCurrent(keeper());
        assertEquals(before, index.status().live());
    }

    @Test
    void replacesAnIndexThatHasFieldsWhichAreGoneAtItsStart() throws InterruptedException {
        builder().build(Order.REBUILD, Watch.silent());
        nextVersion(WIDER);
        builder().build(Order.REBUILD, Watch.silent());
        String wider = index.status().live().orElseThrow();
        nextVersion(OURS);
        awaitCurrent(keeper());
        assertFalse(index.status().live().orElseThrow().equals(wider));
        assertEquals(OURS.fingerprint(), index.status().fingerprint().orElseThrow());
    }

    @Test
    void fillsInNewFieldsInTheIndexThatIsThere() throws InterruptedException {
        ledger.change(7, "{}");
        builder().build(Order.REBUILD, Watch.silent());
        String before = index.status().live().orElseThrow();
        nextVersion(WIDER);
        IndexKeeper keeper = keeper();
        Eventually.within(
                Duration.ofSeconds(10),
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
        builder().build(Order.REBUILD, Watch.silent());
        nextVersion(WIDER);
        migrates = false;
        Optional<String> before = index.status().live();
        IndexKeeper keeper = keeper();
        assertTrue(keeper.awaitFirstLook(Duration.ofSeconds(10)));
        assertFalse(keeper.isCurrent());
        assertEquals(before, index.status().live());
        assertEquals("new: shoe_size", keeper.misfit().map(Evolution::text).orElse("nothing"));
    }

    @Test
    void keepsReadersOffFieldsThatAnotherProcessIsFillingIn() throws InterruptedException {
        nextVersion(WIDER);
        builder().build(Order.REBUILD, Watch.silent());
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
        builder().build(Order.REBUILD, Watch.silent());
        for (long id = 1; id <= 3; id++) ledger.change(id, "{}");
        IndexBuilder dead = indexBuilder();
        Build left = dead.begin(Order.REBUILD);
        IndexKeeper keeper = keeper();
        Eventually.within(
                Duration.ofSeconds(10),
                "the build is done",
                () -> index.status().live().equals(Optional.of(left.plan().index())));
        awaitCurrent(keeper);
        assertEquals(3, index.status().documents());
    }

    @Test
    void hasTriedAgainOnceWhatAnotherMappingRefused() throws InterruptedException {
        builder().build(Order.REBUILD, Watch.silent());
        ledger.change(7, "{}");
        refuse();
        IndexKeeper keeper = keeper();
        Eventually.within(
                Duration.ofSeconds(10), "it is owed", () -> ledger.backlog().due() == 1);
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
        assertTrue(keeper.awaitFirstLook(Duration.ofSeconds(10)));
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
                Duration.ofSeconds(10),
                "an index again",
                () -> index.status().live().isPresent() && index.status().documents() == 1);
        awaitCurrent(keeper);
    }

    @Test
    void waitsForAnotherProcessThatBuildsOne() throws InterruptedException {
        AtomicInteger tries = new AtomicInteger();
        IndexKeeper.Builder builder = builder();
        IndexKeeper keeper = keeper(new IndexKeeper.Builder() {
            @Override
            public Optional<Build> build(Order order, Watch watch) {
                return tries.incrementAndGet() < 3 ? Optional.empty() : builder.build(order, watch);
            }

            @Override
            public Optional<Build> resume(Watch watch) {
                return Optional.empty();
            }
        });
        awaitCurrent(keeper);
        assertEquals(3, tries.get());
    }

    private void nextVersion(DocumentSchema declared) {
        schema = declared;
        index = index.as(declared);
    }

    private IndexBuilder indexBuilder() {
        return new IndexBuilder(
                new Parts(
                        ledger,
                        ledger.readModel(),
                        log,
                        index,
                        index,
                        index,
                        schema,
                        GoldenQueries.of(schema, "sort=id"),
                        Clock.systemUTC()),
                () -> String.valueOf(System.nanoTime()));
    }

    private IndexKeeper.Builder builder() {
        IndexBuilder builder = indexBuilder();
        return new IndexKeeper.Builder() {
            @Override
            public Optional<Build> build(Order order, Watch watch) {
                return Optional.of(builder.run(builder.begin(order), watch));
            }

            @Override
            public Optional<Build> resume(Watch watch) {
                return builder.left().map(builder::takeUp).map(build -> builder.run(build, watch));
            }
        };
    }

    private IndexKeeper keeper() {
        return keeper(builder());
    }

    private IndexKeeper keeper(IndexKeeper.Builder builder) {
        var charge = new IndexKeeper.Charge(index, log, ledger.deadLetters(), builder, schema, migrates, 0);
        IndexKeeper keeper = new IndexKeeper(charge, QUICK).start();
        started = Optional.of(keeper);
        return keeper;
    }

    private static void awaitCurrent(IndexKeeper keeper) throws InterruptedException {
        Eventually.within(Duration.ofSeconds(10), "a current index", keeper::isCurrent);
    }
}
