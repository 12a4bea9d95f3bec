package dev.rozgar.bootstrap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rozgar.application.indexing.InMemoryJobIndex;
import dev.rozgar.application.indexing.InMemoryLedger;
import dev.rozgar.application.listing.JobFields;
import dev.rozgar.application.rebuild.RebuildIndex;
import dev.rozgar.bootstrap.IndexKeeper.Pace;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class IndexKeeperTest {
    private static final Pace QUICK = new Pace(Duration.ofMillis(5), Duration.ofMillis(5));
    private static final String OURS = JobFields.JOB.fingerprint();

    private final InMemoryLedger ledger = new InMemoryLedger();
    private final InMemoryJobIndex index = new InMemoryJobIndex();
    private Optional<IndexKeeper> started = Optional.empty();

    @AfterEach
    void close() throws InterruptedException {
        if (started.isPresent()) started.get().close();
    }

    @Test
    void buildsAnIndexWhereThereIsNone() throws InterruptedException {
        ledger.change(7, "{}");
        awaitCurrent(keeper(OURS));
        assertEquals(1, index.status().documents());
    }

    @Test
    void leavesAnIndexOfItsOwnDeclarationAsItIs() throws InterruptedException {
        build(false, (_, _) -> {});
        Optional<String> before = index.status().live();
        awaitCurrent(keeper(OURS));
        assertEquals(before, index.status().live());
    }

    @Test
    void replacesAnIndexOfAnotherDeclarationAtItsStart() throws InterruptedException {
        build(false, (_, _) -> {});
        Optional<String> before = index.status().live();
        keeper("another");
        Eventually.within(
                Duration.ofSeconds(10),
                "another index",
                () -> !before.equals(index.status().live()));
    }

    @Test
    void waitsForAnIndexThatIsOutOfReach() throws InterruptedException {
        index.unplug(true);
        IndexKeeper keeper = keeper(OURS);
        assertTrue(keeper.awaitFirstLook(Duration.ofSeconds(10)));
        assertFalse(keeper.isCurrent());
        index.unplug(false);
        awaitCurrent(keeper);
    }

    @Test
    void buildsAnIndexAnewThatWasLost() throws InterruptedException {
        IndexKeeper keeper = keeper(OURS);
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
        IndexKeeper keeper = started(
                (force, progress) -> tries.incrementAndGet() < 3 ? Optional.empty() : build(force, progress), OURS);
        awaitCurrent(keeper);
        assertEquals(3, tries.get());
    }

    private IndexKeeper keeper(String fingerprint) {
        return started(this::build, fingerprint);
    }

    private IndexKeeper started(IndexKeeper.Builder builder, String fingerprint) {
        IndexKeeper keeper = new IndexKeeper(index, builder, fingerprint, QUICK).start();
        started = Optional.of(keeper);
        return keeper;
    }

    private Optional<RebuildIndex.Result> build(boolean force, RebuildIndex.Progress progress) {
        return Optional.of(new RebuildIndex(ledger, index, index, ledger).handle(force, progress));
    }

    private static void awaitCurrent(IndexKeeper keeper) throws InterruptedException {
        Eventually.within(Duration.ofSeconds(10), "a current index", keeper::isCurrent);
    }
}
