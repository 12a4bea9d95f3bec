package dev.rozgar.bootstrap.prove;

import dev.rozgar.bootstrap.prove.report.Percentile;
import dev.rozgar.bootstrap.prove.report.Protocol;
import dev.rozgar.bootstrap.prove.stand.Eventually;
import dev.rozgar.bootstrap.prove.stand.ProvedBoard;
import dev.rozgar.bootstrap.prove.work.Caller;
import dev.rozgar.bootstrap.prove.work.SteadyLoad;
import dev.rozgar.bootstrap.prove.work.Watch;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// LAG: how long a committed write is not found by searches, what the short refresh that this takes costs beside the
/// usual one, and what the relay asks of PostgreSQL when there is nothing to do.
final class LagProof implements Proof {
    private static final double P50 = 300;
    private static final double P99 = 1_200;
    private static final double QUERIES = 5;
    /// The one that is proved, and the one that Elasticsearch has by default.
    private static final List<String> REFRESHES = List.of("200ms", "1s");

    @Override
    public String id() {
        return "LAG";
    }

    @Override
    public String promise() {
        return "200 single writes/s are visible after 300 ms (p50) and 1.2 s (p99) at a refresh of 200 ms;"
                + " the relay at rest asks PostgreSQL at most 5 times a second";
    }

    /// Where it plays.
    private record Scene(Occasion occasion, ProvedBoard board, Protocol protocol, Caller caller, long company) {
        SteadyLoad.Result write(String name, int seconds, int brief) {
            return SteadyLoad.run(caller, company, name, rate(), Duration.ofSeconds(occasion.size(seconds, brief)));
        }

        int rate() {
            return occasion.size(200, 25);
        }
    }

    @Override
    public void run(Occasion occasion, Protocol protocol) {
        try (var board = occasion.stand()
                        .board("lag", Map.of("rozgar.elasticsearch.refresh", "200ms"))
                        .start(1);
                var caller = new Caller(board)) {
            var scene = new Scene(occasion, board, protocol, caller, caller.company("lag-works"));
            visible(scene);
            // There and back, since a machine warms up; at the end it is as it was.
            for (String interval : REFRESHES) refreshed(scene, interval, 1);
            for (String interval : REFRESHES.reversed()) refreshed(scene, interval, 2);
            atRest(scene);
        }
    }

    private static void visible(Scene scene) {
        var board = scene.board();
        var protocol = scene.protocol();
        scene.write("warm", 60, 3);
        board.awaitSettled(60);
        try (var watch = Watch.start(board.index())) {
            var load = scene.write("seen", 120, 5);
            boolean all =
                    Eventually.comes(20, () -> watch.hasSeen(load.written().keySet()));
            double[] millis = watch.millisAfter(load.written());
            protocol.figure("single writes a second", scene.rate(), "");
            protocol.figure("writes watched", millis.length, "");
            protocol.claim("every write becomes visible", all && millis.length > 0, millis.length + " seen");
            protocol.figure("visible after, p50", Percentile.of(millis, 50), "ms");
            protocol.figure("visible after, p99", Percentile.of(millis, 99), "ms");
            protocol.figure("visible after, most", Percentile.of(millis, 100), "ms");
            if (scene.occasion().isBrief()) return;
            protocol.atMost("visible after, p50", Percentile.of(millis, 50), P50, "ms");
            protocol.atMost("visible after, p99", Percentile.of(millis, 99), P99, "ms");
        }
    }

    /// What a write costs Elasticsearch at an interval of refresh while nobody searches.
    private static void refreshed(Scene scene, String interval, int round) {
        var index = scene.board().index();
        index.setting("{\"index.refresh_interval\": \"" + interval + "\"}");
        long cpu = index.cpuMillis();
        long refreshes = index.statistic("refresh", "total");
        var load = scene.write("refreshed-" + interval + "-" + round, 60, 2);
        scene.board().awaitSettled(60);
        double spent = index.cpuMillis() - cpu;
        var when = " at a refresh of " + interval + ", round " + round;
        scene.protocol().figure("refreshes" + when, index.statistic("refresh", "total") - refreshes, "");
        scene.protocol()
                .figure(
                        "CPU of Elasticsearch a write" + when,
                        spent / Math.max(1, load.written().size()),
                        "ms");
    }

    /// What the relay asks, by its own count, and beside it all transactions of the database but ours: the
    /// clock, the gauges and the watchers of changes count there as well.
    private static void atRest(Scene scene) {
        var board = scene.board();
        board.awaitSettled(30);
        Eventually.pause(Duration.ofSeconds(3));
        var count = "select pg_stat_get_db_xact_commit(oid) + pg_stat_get_db_xact_rollback(oid) from pg_database"
                + " where datname = current_database()";
        int seconds = scene.occasion().size(60, 8);
        double from = scene.protocol().now();
        double looks = looks(scene);
        long before = board.truth().number(count);
        Eventually.pause(Duration.ofSeconds(seconds));
        long asked = board.truth().number(count) - before - 1;
        scene.protocol().figure("all transactions a second at rest", (double) asked / seconds, "");
        double looked = looks(scene) - looks;
        // A machine that pauses meanwhile makes it longer than it was meant to be.
        double took = scene.protocol().now() - from;
        scene.protocol().atMost("looks of the relay a second at rest", looked / took, QUERIES, "");
    }

    private static double looks(Scene scene) {
        var first = scene.board().nodes().getFirst();
        var reply = scene.caller().get(first, "/metrics", "Accept", "text/plain");
        return new String(reply.body(), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.startsWith("index_relay_looks_total "))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.indexOf(' ') + 1)))
                .findFirst()
                .orElseThrow();
    }
}
