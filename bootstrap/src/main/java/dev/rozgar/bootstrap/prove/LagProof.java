package dev.rozgar.bootstrap.prove;

import dev.rozgar.bootstrap.prove.fault.FaultProxy;
import dev.rozgar.bootstrap.prove.report.Percentile;
import dev.rozgar.bootstrap.prove.report.Protocol;
import dev.rozgar.bootstrap.prove.stand.Eventually;
import dev.rozgar.bootstrap.prove.stand.ProvedBoard;
import dev.rozgar.bootstrap.prove.work.Caller;
import dev.rozgar.bootstrap.prove.work.SteadyLoad;
import dev.rozgar.bootstrap.prove.work.Watch;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// LAG: how long a committed write is not found by searches, what the relay asks of PostgreSQL when there is
/// nothing to do, and what the ledger adds to a POST.
final class LagProof implements Proof {
    private static final double P50 = 300;
    private static final double P99 = 1_200;
    private static final double QUERIES = 5;
    private static final double SLOWER = 1.1;
    private static final List<String> DEBT_TRIGGERS = List.of("job_owes_job_after_insert");

    @Override
    public String id() {
        return "LAG";
    }

    @Override
    public String promise() {
        return "200 single writes/s are visible after 300 ms (p50) and 1.2 s (p99) at a refresh of 200 ms;"
                + " the relay at rest asks PostgreSQL at most 5 times a second; the ledger adds at most 10 % to a POST";
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
            debt(occasion, board, protocol, caller, company);
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

    /// In turn, with the triggers that owe and without them. The way to Elasticsearch is cut meanwhile: what
    /// the relay does with the debts runs beside the POSTs, and is not a part of them.
    private static void debt(Occasion occasion, ProvedBoard board, Protocol protocol, Caller caller, long company) {
        board.elasticProxies().forEach(FaultProxy::blackHole);
        List<Double> ratios = new ArrayList<>();
        int rounds = occasion.size(21, 5);
        int posts = occasion.size(300, 60);
        try {
            for (int round = -2; round < rounds; round++) {
                boolean owingFirst = Math.floorMod(round, 2) == 0;
                double one = posts(board, caller, company, new Turn(round, "a", owingFirst, posts));
                double other = posts(board, caller, company, new Turn(round, "b", !owingFirst, posts));
                if (round >= 0) ratios.add(owingFirst ? one / other : other / one);
            }
        } finally {
            trigger(board, true);
            board.elasticProxies().forEach(FaultProxy::calm);
        }
        double ratio = Percentile.of(ratios.stream().mapToDouble(each -> each).toArray(), 50);
        protocol.figure("POST with debt to POST without, median of rounds", ratio, "");
        if (!occasion.isBrief()) protocol.atMost("POST with debt to POST without", ratio, SLOWER, "");
    }

    private record Turn(int round, String half, boolean owing, int posts) {}

    /// @return milliseconds of the median POST
    private static double posts(ProvedBoard board, Caller caller, long company, Turn turn) {
        trigger(board, turn.owing());
        double[] millis = new double[turn.posts()];
        for (int i = 0; i < millis.length; i++) {
            long begin = System.nanoTime();
            caller.job(company, "debt-" + turn.round() + turn.half() + i);
            millis[i] = (System.nanoTime() - begin) / 1e6;
        }
        return Percentile.of(millis, 50);
    }

    private static void trigger(ProvedBoard board, boolean owing) {
        for (String each : DEBT_TRIGGERS)
            board.truth().run("alter table job " + (owing ? "enable" : "disable") + " trigger " + each);
    }
}
