package dev.rozgar.bootstrap.prove;

import dev.rozgar.bootstrap.prove.fault.FaultProxy;
import dev.rozgar.bootstrap.prove.report.Percentile;
import dev.rozgar.bootstrap.prove.report.Protocol;
import dev.rozgar.bootstrap.prove.stand.ProvedBoard;
import dev.rozgar.bootstrap.prove.stand.Sampler;
import dev.rozgar.bootstrap.prove.work.Caller;
import dev.rozgar.bootstrap.prove.work.SteadyLoad;
import dev.rozgar.engines.ElasticsearchEngine;
import java.time.Duration;
import java.util.Map;

/// T2: writes go on while Elasticsearch is away, and it is told of everything once it is back.
final class OutageProof implements Proof {
    private static final int PER_SECOND = 50;
    private static final int KILLED = 137;
    private static final double DRAINED = 60;
    private static final double SLOWER = 1.1;

    @Override
    public String id() {
        return "T2";
    }

    @Override
    public String promise() {
        return "Elasticsearch down under 50 writes/s: writes as fast as ever, none given up, drained in 60 s,"
                + " each document sent once";
    }

    @Override
    public void run(Occasion occasion, Protocol protocol) {
        // A slow machine that runs into the deadline sends a batch again, which is right, but another story.
        var settings = Map.of("rozgar.elasticsearch.write_timeout", "60s");
        try (var board = occasion.board("t2", settings).start(1);
                var caller = new Caller(board);
                var _ = Sampler.start(board.truth(), protocol)) {
            long company = caller.company("outage-works");
            warmUp(occasion, caller, company);
            var normal = load(caller, company, "normal", occasion.size(180, 4));
            board.awaitSettled(60);
            var away = outage(occasion, board, protocol, () -> load(caller, company, "away", occasion.size(600, 12)));
            compare(occasion, protocol, normal, away);
            drained(board, protocol, away);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /// What is compiled only under load must not make the first of two measurements the slower one.
    private static void warmUp(Occasion occasion, Caller caller, long company) {
        load(caller, company, "warm", occasion.size(60, 2));
    }

    private static SteadyLoad.Result load(Caller caller, long company, String name, int seconds) {
        return SteadyLoad.run(caller, company, name, PER_SECOND, Duration.ofSeconds(seconds));
    }

    private interface Load {
        SteadyLoad.Result run();
    }

    private static SteadyLoad.Result outage(Occasion occasion, ProvedBoard board, Protocol protocol, Load load) {
        ElasticsearchEngine engine = occasion.stand().elasticsearch();
        double from = protocol.now();
        engine.kill();
        protocol.observed("Elasticsearch ended with SIGKILL", engine.lastExit().orElse(0) == KILLED ? 1 : 0);
        var result = load.run();
        protocol.observed(
                "connection refused to the service",
                board.elasticProxies().stream()
                        .map(FaultProxy::counts)
                        .mapToLong(FaultProxy.Counts::refused)
                        .sum());
        protocol.figure(
                "documents owed when it came back", board.truth().debts().documents(), "");
        engine.start();
        protocol.band("Elasticsearch down", from, protocol.now());
        return result;
    }

    private static void compare(
            Occasion occasion, Protocol protocol, SteadyLoad.Result normal, SteadyLoad.Result away) {
        protocol.figure("writes while it was away", away.millis().length, "");
        protocol.isZero("writes refused while it was away", away.refusals().size());
        double usual = Percentile.of(normal.millis(), 99);
        double under = Percentile.of(away.millis(), 99);
        protocol.figure("write p50 before", Percentile.of(normal.millis(), 50), "ms");
        protocol.figure("write p50 while it was away", Percentile.of(away.millis(), 50), "ms");
        protocol.figure("write p99 before", usual, "ms");
        protocol.figure("write p99 while it was away", under, "ms");
        if (occasion.isBrief()) return;
        protocol.atMost("p99 away to p99 before", under / usual, SLOWER, "");
    }

    private static void drained(ProvedBoard board, Protocol protocol, SteadyLoad.Result away) {
        protocol.atMost("drained", board.awaitSettled(300), DRAINED, "s");
        // Counted by the index since its node started, so from the moment it was back.
        long sent = board.index().statistic("indexing", "index_total");
        protocol.figure("documents sent when it was back", sent, "");
        protocol.claim(
                "each document sent once",
                sent == away.written().size(),
                sent + " sent of " + away.written().size() + " written");
        protocol.isZero("documents given up", board.truth().debts().setAside());
        var comparison = board.compare();
        protocol.claim("nothing differs", comparison.isClean(), comparison.toString());
    }
}
