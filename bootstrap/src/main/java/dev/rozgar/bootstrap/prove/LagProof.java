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
import java.util.Map;

/// LAG: how long a committed write is not found by searches, and what the relay asks of PostgreSQL when there is
/// nothing to do.
final class LagProof implements Proof {
    private static final double P50 = 300;
    private static final double P99 = 1_200;
    private static final double QUERIES = 5;

    @Override
    public String id() {
        return "LAG";
    }

    @Override
    public String promise() {
        return "200 single writes/s are visible after 300 ms (p50) and 1.2 s (p99) at a refresh of 200 ms;"
                + " the relay at rest asks PostgreSQL at most 5 times a second";
    }

    @Override
    public void run(Occasion occasion, Protocol protocol) {
        try (var board = occasion.stand()
                        .board("lag", Map.of("rozgar.elasticsearch.refresh", "200ms"))
                        .start(1);
                var caller = new Caller(board)) {
            long company = caller.company("lag-works");
            visible(occasion, board, protocol, caller, company);
            atRest(occasion, board, protocol, caller);
        }
    }

    private static void visible(Occasion occasion, ProvedBoard board, Protocol protocol, Caller caller, long company) {
        int rate = occasion.size(200, 25);
        SteadyLoad.run(caller, company, "warm", rate, Duration.ofSeconds(occasion.size(60, 3)));
        board.awaitSettled(60);
        try (var watch = Watch.start(board.index())) {
            var load = SteadyLoad.run(caller, company, "seen", rate, Duration.ofSeconds(occasion.size(120, 5)));
            boolean all =
                    Eventually.comes(20, () -> watch.hasSeen(load.written().keySet()));
            double[] millis = watch.millisAfter(load.written());
            protocol.figure("single writes a second", rate, "");
            protocol.figure("writes watched", millis.length, "");
            protocol.claim("every write becomes visible", all && millis.length > 0, millis.length + " seen");
            protocol.figure("visible after, p50", Percentile.of(millis, 50), "ms");
            protocol.figure("visible after, p99", Percentile.of(millis, 99), "ms");
            protocol.figure("visible after, most", Percentile.of(millis, 100), "ms");
            if (occasion.isBrief()) return;
            protocol.atMost("visible after, p50", Percentile.of(millis, 50), P50, "ms");
            protocol.atMost("visible after, p99", Percentile.of(millis, 99), P99, "ms");
        }
    }

    /// What the relay asks, by its own count, and beside it all transactions of the database but ours: the
    /// clock, the gauges and the watchers of changes count there as well.
    private static void atRest(Occasion occasion, ProvedBoard board, Protocol protocol, Caller caller) {
        board.awaitSettled(30);
        Eventually.pause(Duration.ofSeconds(3));
        var count = "select pg_stat_get_db_xact_commit(oid) + pg_stat_get_db_xact_rollback(oid) from pg_database"
                + " where datname = current_database()";
        int seconds = occasion.size(60, 8);
        double looks = looks(board, caller);
        long before = board.truth().number(count);
        Eventually.pause(Duration.ofSeconds(seconds));
        long asked = board.truth().number(count) - before - 1;
        protocol.figure("all transactions a second at rest", (double) asked / seconds, "");
        protocol.atMost("looks of the relay a second at rest", (looks(board, caller) - looks) / seconds, QUERIES, "");
    }

    private static double looks(ProvedBoard board, Caller caller) {
        var reply = caller.get(board.nodes().getFirst(), "/metrics", "Accept", "text/plain");
        return new String(reply.body(), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.startsWith("index_relay_looks_total "))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.indexOf(' ') + 1)))
                .findFirst()
                .orElseThrow();
    }
}
