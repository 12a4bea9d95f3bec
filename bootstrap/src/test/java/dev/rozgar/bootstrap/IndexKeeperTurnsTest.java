package dev.rozgar.bootstrap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.rozgar.application.rebuild.Build;
import dev.rozgar.application.rebuild.Order;
import dev.rozgar.application.rebuild.Watch;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/// Several nodes, one place to build, and builds that come to nothing.
@Isolated("judges by the clock")
class IndexKeeperTurnsTest extends KeptIndex {
    @Test
    void waitsForAnotherProcessThatBuildsOne() throws InterruptedException {
        AtomicInteger tries = new AtomicInteger();
        IndexKeeper.Builder builder = builder();
        IndexKeeper keeper = keeper(new IndexKeeper.Builder() {
            @Override
            public Optional<Build> build(Order order, BooleanSupplier wanted, Watch watch) {
                return tries.incrementAndGet() < 3 ? Optional.empty() : builder.build(order, wanted, watch);
            }

            @Override
            public Optional<Build> resume(Watch watch) {
                return Optional.empty();
            }
        });
        awaitCurrent(keeper);
        assertEquals(3, tries.get());
    }

    /// Two nodes of a new version start together: both see that the index does not fit before either can begin.
    @Test
    void buildsNothingThatAnotherHasBuiltWhileItWaitedForItsTurn() throws InterruptedException {
        builder().build(Order.REBUILD, () -> true, Watch.silent());
        nextVersion(WIDER);
        builder().build(Order.REBUILD, () -> true, Watch.silent());
        nextVersion(OURS);
        IndexKeeper.Builder builder = builder();
        AtomicInteger asked = new AtomicInteger();
        IndexKeeper keeper = keeper(new IndexKeeper.Builder() {
            @Override
            public Optional<Build> build(Order order, BooleanSupplier wanted, Watch watch) {
                asked.incrementAndGet();
                // The other one has had the lock until now.
                builder.build(order, () -> true, watch);
                return builder.build(order, wanted, watch);
            }

            @Override
            public Optional<Build> resume(Watch watch) {
                return Optional.empty();
            }
        });
        awaitCurrent(keeper);
        assertEquals(1, asked.get());
        assertEquals(3, log.latest().orElseThrow().number());
    }

    @Test
    void buildsAgainOnlyAfterAWhileWhatWasRefused() throws InterruptedException {
        AtomicInteger tries = new AtomicInteger();
        IndexKeeper.Builder builder = builder();
        IndexKeeper keeper = keeper(new IndexKeeper.Builder() {
            @Override
            public Optional<Build> build(Order order, BooleanSupplier wanted, Watch watch) {
                tries.incrementAndGet();
                Build begun = indexBuilder().begin(order);
                return Optional.of(log.end(begun, Build.Outcome.REFUSED, List.of("it lacks half")));
            }

            @Override
            public Optional<Build> resume(Watch watch) {
                return builder.resume(watch);
            }
        });
        Eventually.within(Duration.ofSeconds(60), "twenty looks", () -> index.looks() > 20);
        assertFalse(keeper.isCurrent());
        assertEquals(1, tries.get());
        // Somebody else has seen to it: that is noticed at the next look.
        builder.build(Order.REBUILD, () -> true, Watch.silent());
        awaitCurrent(keeper);
    }
}
