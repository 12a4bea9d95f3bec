package dev.rozgar.application.rebuild;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rozgar.application.indexing.InMemoryJobIndex;
import dev.rozgar.application.rebuild.Build.Outcome;
import dev.rozgar.application.rebuild.Build.Purpose;
import dev.rozgar.application.rebuild.IndexGenerations.Generation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// A build from its beginning to its swap.
class IndexBuilderTest extends BuildScene {
    @Test
    void makesANewIndexOfEverythingListedTheLiveOne() {
        jobs(1_200);
        List<Long> progress = new ArrayList<>();

        Build build = rebuild(
                Order.REBUILD, new Onlooker(at -> progress.add(at.position().done())));

        assertEquals(Outcome.DONE, outcome(build));
        assertEquals(1_200, build.position().written());
        assertEquals(List.of(0L, 500L, 1_000L, 1_200L), progress);
        assertTrue(index.found(1_200).isPresent());
        assertFalse(ledger.claim(1, Duration.ZERO).building());
    }

    @Test
    void keepsAChangeThatARelayBringsWhileItIsRead() {
        jobs(1);

        rebuild(Order.REBUILD, new Onlooker(_ -> {
            ledger.change(1, "tandoor chef");
            relay.payOnce();
        }));

        assertTrue(index.found(1).orElseThrow().toString().contains("tandoor chef"));
    }

    @Test
    void waitsWhileTheIndexPushesBackAndGoesOnByItself() {
        jobs(600);
        Onlooker watch = quiet();
        AtomicInteger waits = new AtomicInteger();
        watch.whileWaiting = () -> {
            if (waits.incrementAndGet() == 3) index.congestBuilding(false);
        };
        index.congestBuilding(true);

        Build build = rebuild(Order.REBUILD, watch);

        assertEquals(Outcome.DONE, outcome(build));
        assertEquals(
                List.of(Duration.ofMillis(100), Duration.ofMillis(200), Duration.ofMillis(400)),
                watch.pauses.subList(0, 3));
        assertEquals(600, build.position().written());
    }

    @Test
    void waitsForAnEngineThatDoesNotAnswer() {
        jobs(1_000);
        Onlooker watch = new Onlooker(at -> {
            if (at.position().done() == 500) index.unplugWrites(true);
        });
        watch.whileWaiting = () -> index.unplugWrites(false);

        assertEquals(Outcome.DONE, outcome(rebuild(Order.REBUILD, watch)));
    }

    @Test
    void keepsTheIndexThatWasLiveAndNoOlderOne() {
        jobs(3);
        rebuild();
        rebuild();
        String second = live();
        rebuild();

        assertEquals(
                List.of(second),
                index.state().kept().stream().map(Generation::name).toList());
        assertEquals(List.of(second), builder.prune(0));
        assertEquals(List.of(), index.state().kept());
    }

    @Test
    void fillsInNewFieldsInTheLiveIndex() {
        jobs(600);
        rebuild();
        String before = live();
        InMemoryJobIndex newer = index.as(WIDER);
        IndexBuilder other = builder(newer, WIDER);
        long version = newer.version(1).orElseThrow();

        Build begun = other.begin(new Order(Purpose.BACK_FILL, false, 0));
        Build build = other.run(begun, quiet());

        assertEquals(List.of("shoe_size"), begun.plan().fields());
        assertEquals(Outcome.DONE, outcome(build));
        assertEquals(600, build.position().written());
        Generation live = newer.state().live().orElseThrow();
        assertEquals(before, live.name());
        assertEquals(WIDER.fingerprint(), live.fingerprint());
        assertTrue(newer.version(1).orElseThrow() > version, "every document was written again");
    }
}
