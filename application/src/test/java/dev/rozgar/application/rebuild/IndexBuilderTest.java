package dev.rozgar.application.rebuild;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rozgar.application.PortFailure;
import dev.rozgar.application.document.Declare;
import dev.rozgar.application.document.DocumentSchema;
import dev.rozgar.application.indexing.InMemoryJobIndex;
import dev.rozgar.application.indexing.InMemoryLedger;
import dev.rozgar.application.indexing.IndexRelay;
import dev.rozgar.application.listing.JobFields;
import dev.rozgar.application.rebuild.Build.Outcome;
import dev.rozgar.application.rebuild.Build.Purpose;
import dev.rozgar.application.rebuild.IndexGenerations.Generation;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class IndexBuilderTest {
    private static final DocumentSchema WIDER =
            JobFields.JOB.with(Declare.keyword("shoe_size").filter());

    private final InMemoryLedger ledger = new InMemoryLedger();
    private final InMemoryJobIndex index = new InMemoryJobIndex();
    private final InMemoryBuildLog log = new InMemoryBuildLog(ledger);
    private final AtomicInteger owners = new AtomicInteger();
    private final IndexBuilder builder = builder(index, JobFields.JOB);
    private final IndexRelay relay = new IndexRelay(
            ledger, index, new IndexRelay.Pace(Duration.ofHours(1), Duration.ZERO, Duration.ZERO, 1000, 2));

    private IndexBuilder builder(InMemoryJobIndex over, DocumentSchema schema) {
        return new IndexBuilder(
                new Parts(
                        ledger,
                        ledger.readModel(),
                        log,
                        over,
                        over,
                        over,
                        schema,
                        GoldenQueries.of(JobFields.JOB, "sort=-published_at"),
                        Clock.fixed(Instant.parse("2026-03-01T00:00:00Z"), ZoneOffset.UTC)),
                () -> "owner " + owners.incrementAndGet());
    }

    /// Does something after each chunk, never waits, and remembers for how long it should have.
    private static final class Onlooker implements Watch {
        private final Consumer<Build> action;
        private final List<Duration> pauses = new ArrayList<>();
        private Runnable whileWaiting = () -> {};

        Onlooker(Consumer<Build> action) {
            this.action = action;
        }

        @Override
        public void at(Build build) {
            action.accept(build);
        }

        @Override
        public void step(String what) {}

        @Override
        public void pause(Duration time) {
            pauses.add(time);
            whileWaiting.run();
        }
    }

    private static Onlooker quiet() {
        return new Onlooker(_ -> {});
    }

    /// As a killed process does: it stops and tidies nothing up.
    private static Onlooker dyingAt(long done) {
        return new Onlooker(build -> {
            if (build.position().done() >= done) throw new CancellationException("killed");
        });
    }

    private void jobs(int count) {
        for (long id = 1; id <= count; id++) ledger.change(id, "job " + id);
    }

    /// Of a live index that owes nothing.
    private void settledJobs(int count) {
        jobs(count);
        rebuild();
        while (relay.payOnce() > 0) {}
    }

    private Build rebuild() {
        return rebuild(Order.REBUILD, quiet());
    }

    private Build rebuild(Order order, Watch watch) {
        return builder.run(builder.begin(order), watch);
    }

    private static Outcome outcome(Build build) {
        return build.end().orElseThrow().outcome();
    }

    private static String remarks(Build build) {
        return String.join("\n", build.end().orElseThrow().remarks());
    }

    private String live() {
        return index.state().live().map(Generation::name).orElse("none");
    }

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

    @Test
    void refusesAnIndexThatHoldsTooLittle() {
        jobs(10);
        for (long id = 8; id <= 10; id++) index.refuse(id);

        Build build = rebuild();

        assertEquals(Outcome.REFUSED, outcome(build));
        assertTrue(remarks(build).contains("7 documents, less than 0.8 of the 10 listed jobs"), remarks(build));
        assertEquals(Optional.empty(), index.status().live());
        assertEquals(Optional.empty(), index.status().building());
        assertFalse(ledger.claim(1, Duration.ZERO).building());
    }

    @Test
    void refusesAnIndexThatHoldsTooLittleOfTheLiveOne() {
        jobs(10);
        rebuild();
        String before = live();
        for (long id = 1; id <= 5; id++) ledger.hide(id);

        Build build = rebuild();

        assertEquals(Outcome.REFUSED, outcome(build));
        assertTrue(remarks(build).contains("5 documents, less than 0.8 of the 10 of the live index"), remarks(build));
        assertEquals(before, live());
    }

    @Test
    void swapsByForceAndSaysWhatItPassedOver() {
        jobs(1);
        index.refuse(1);

        Build build = rebuild(Order.REBUILD.force(true), quiet());

        assertEquals(Outcome.DONE, outcome(build));
        assertTrue(remarks(build).contains("swapped by force, though it holds 0 documents"), remarks(build));
    }

    @Test
    void letsAFewRefusedDocumentsBeAndHasTheLedgerSayWhy() {
        settledJobs(10);
        index.refuse(4);

        Build build = rebuild();

        assertEquals(Outcome.DONE, outcome(build));
        assertEquals(1, build.position().refused());
        relay.payOnce();
        assertTrue(ledger.owed(List.of(4L)).containsKey(4L));
    }

    @Test
    void sendsAgainWhatTheIndexHasLost() {
        settledJobs(1_000);
        Build build = rebuild(Order.REBUILD, new Onlooker(at -> {
            if (at.position().done() == 1_000) index.forget(3);
        }));

        assertEquals(Outcome.DONE, outcome(build));
        assertTrue(remarks(build).contains("1 documents differed and were sent again"), remarks(build));
        assertTrue(index.found(3).isPresent());
    }

    @Test
    void refusesAnIndexWithADocumentThatIsNotPostgresqls() {
        settledJobs(10);
        String before = live();
        Build build = rebuild(Order.REBUILD, new Onlooker(at -> {
            if (at.position().done() == 10) index.falsify(3, "{\"id\":3,\"title\":\"false\"}");
        }));

        assertEquals(Outcome.REFUSED, outcome(build));
        assertTrue(remarks(build).contains("1 documents differ from PostgreSQL's, of jobs 3"), remarks(build));
        assertEquals(before, live());
    }

    @Test
    void refusesAnIndexWithADocumentThatShouldNotBeThere() {
        settledJobs(10);
        Build build = rebuild(Order.REBUILD, new Onlooker(at -> {
            if (at.position().done() == 10) index.falsify(77, "{\"id\":77,\"title\":\"nobody's\"}");
        }));

        assertEquals(Outcome.REFUSED, outcome(build));
        assertTrue(remarks(build).contains("of jobs 77"), remarks(build));
        assertTrue(remarks(build).contains("the query sort=-published_at: "), remarks(build));
    }

    @Test
    void doesNotAccuseWhatIsUnderWay() {
        settledJobs(10);
        Onlooker writer = new Onlooker(at -> {
            // Nobody pays this one: it is under way as long as the check lasts.
            if (at.position().done() == 10) ledger.change(3, "changed behind the build");
        });

        Build build = rebuild(Order.REBUILD, writer);

        assertEquals(Outcome.DONE, outcome(build));
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
