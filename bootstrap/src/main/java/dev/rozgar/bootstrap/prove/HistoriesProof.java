package dev.rozgar.bootstrap.prove;

import dev.rozgar.bootstrap.prove.report.Protocol;
import dev.rozgar.bootstrap.prove.stand.Comparison;
import dev.rozgar.bootstrap.prove.stand.Comparison.Difference;
import dev.rozgar.bootstrap.prove.stand.Eventually;
import dev.rozgar.bootstrap.prove.stand.ProvedBoard;
import dev.rozgar.bootstrap.prove.stand.Sampler;
import dev.rozgar.bootstrap.prove.work.Caller;
import dev.rozgar.bootstrap.prove.work.History;
import dev.rozgar.bootstrap.prove.work.Pace;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/// T1: writes of every kind while everything fails that can. The seed of a history is that of the run plus its number,
/// so a failing one is run again alone, as the first, under its own seed.
final class HistoriesProof implements Proof {
    private static final int WRITERS = 4;
    private static final int NODES = 3;
    private static final double CONVERGED = 5;
    /// In a brief run, beside whatever the machine does.
    private static final double CONVERGED_BESIDE = 30;
    /// A node that is killed keeps its claims for as long as that.
    private static final String LEASE = "3s";

    @Override
    public String id() {
        return "T1";
    }

    @Override
    public String promise() {
        return "after histories of writes under every fault: 0 lost, 0 stale, 0 phantom, 0 resurrected;"
                + " converged at most 5 s after the last fault";
    }

    /// What went wrong, over all histories.
    private static final class Tally {
        final Map<Difference, Long> differences = new EnumMap<>(Difference.class);
        final List<String> broken = new ArrayList<>();
        double slowest;
        long compared;

        void add(Comparison comparison) {
            compared = comparison.compared();
            for (Difference each : Difference.values()) differences.merge(each, comparison.count(each), Long::sum);
        }
    }

    @Override
    public void run(Occasion occasion, Protocol protocol) {
        int histories = occasion.size(200, 3);
        var tally = new Tally();
        var settings = Map.of("rozgar.relay.lease", LEASE, "rozgar.elasticsearch.refresh", "200ms");
        try (var board = occasion.stand().board("t1", settings).start(NODES);
                var caller = new Caller(board);
                var _ = Sampler.start(board.truth(), protocol)) {
            for (int number = 0; number < histories; number++) {
                occasion.told().accept("history " + (number + 1) + " of " + histories);
                one(new Scene(occasion, board, caller, protocol, number), tally);
            }
            tell(occasion, protocol, caller, tally);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        protocol.figure("histories", histories, "");
        protocol.figure("operations in each", operations(occasion), "");
    }

    private static int operations(Occasion occasion) {
        return occasion.size(500, 160);
    }

    /// One history, and where it plays.
    private record Scene(Occasion occasion, ProvedBoard board, Caller caller, Protocol protocol, int number) {
        long seed() {
            return occasion.seed() + number;
        }
    }

    private static void one(Scene scene, Tally tally) {
        var dice = new Random(scene.seed());
        var pace = new Pace(0);
        int operations = operations(scene.occasion());
        var history = new History(scene.caller(), scene.seed(), WRITERS, operations, pace);
        history.prepare();
        List<RuntimeException> gaveUp = new ArrayList<>();
        var writing = Thread.ofVirtual().start(() -> {
            try {
                history.run();
            } catch (RuntimeException refused) {
                gaveUp.add(refused);
            }
        });
        strike(scene, pace, dice, operations);
        pace.letOn(Integer.MAX_VALUE);
        join(writing);
        gaveUp.forEach(why -> tally.broken.add("seed " + scene.seed() + ": " + why.getMessage()));
        judge(scene, history, tally);
    }

    /// The faults of a history divide it evenly; half of the operations between two of them fall into the first.
    private static void strike(Scene scene, Pace pace, Random dice, int operations) {
        var troublemaker = new Troublemaker(scene.board(), scene.protocol(), dice);
        List<Trouble> troubles = troubles(scene);
        int part = operations / (troubles.size() + 1);
        for (int i = 0; i < troubles.size(); i++) {
            int begin = part * (i + 1);
            int during = begin + part / 2;
            pace.letOn(begin);
            pace.awaitDone(begin, 60_000);
            long hold = hold(scene, troubles.get(i));
            troublemaker.make(troubles.get(i), () -> {
                pace.letOn(during);
                long from = System.nanoTime();
                pace.awaitDone(during, Math.max(hold, 3_000));
                Eventually.pause(Duration.ofMillis(Math.max(0, hold - (System.nanoTime() - from) / 1_000_000)));
            });
        }
    }

    /// At the least, in milliseconds. A freeze has to outlast every deadline of the service now and then.
    private static long hold(Scene scene, Trouble trouble) {
        return switch (trouble) {
            case ELASTICSEARCH_FROZEN -> scene.occasion().isBrief() ? 3_000 : scene.number() % 12 < 3 ? 35_000 : 5_000;
            case ELASTICSEARCH_CUT_OFF -> scene.occasion().isBrief() ? 1_500 : 3_000;
            case TRAFFIC_LATE, INDEX_BLOCKED -> 1_000;
            case NODE_KILLED, ELASTICSEARCH_KILLED, BACKENDS_TERMINATED, POSTGRESQL_STOPPED, CONNECTIONS_RESET -> 300;
        };
    }

    /// Each three histories in a row see all there are, in an order of their own.
    private static List<Trouble> troubles(Scene scene) {
        int turn = scene.number() / 3;
        List<Trouble> all = new ArrayList<>(Arrays.asList(Trouble.values()));
        Collections.shuffle(all, new Random(scene.occasion().seed() * 1_000 + turn));
        int share = all.size() / 3;
        int third = scene.number() % 3;
        return all.subList(third * share, third == 2 ? all.size() : (third + 1) * share);
    }

    private static void judge(Scene scene, History history, Tally tally) {
        double converged = scene.board().awaitSettled(60);
        tally.slowest = Math.max(tally.slowest, converged);
        var comparison = scene.board().compare();
        tally.add(comparison);
        String who = "seed " + scene.seed() + ": ";
        if (!comparison.isClean()) scene.protocol().note(who + comparison);
        history.broken(scene.board().truth()).forEach(each -> tally.broken.add(who + each));
    }

    private static void tell(Occasion occasion, Protocol protocol, Caller caller, Tally tally) {
        tally.differences.forEach((kind, count) -> protocol.isZero(kind.name().toLowerCase(Locale.ROOT), count));
        protocol.claim(
                "what was answered is stored, once",
                tally.broken.isEmpty(),
                tally.broken.isEmpty() ? "all of it" : String.join("; ", tally.broken));
        double most = occasion.isBrief() ? CONVERGED_BESIDE : CONVERGED;
        protocol.atMost("converged after the last fault", tally.slowest, most, "s");
        protocol.observed("reply lost and request repeated", caller.lost());
        protocol.figure("answered 'not now' and repeated", caller.unavailable(), "");
        protocol.figure("answered 500", caller.answered(500), "");
        protocol.figure("listed jobs compared in the end", tally.compared, "");
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
