package dev.rozgar.bootstrap.prove;

import dev.rozgar.bootstrap.Opened;
import dev.rozgar.bootstrap.prove.fault.FaultProxy;
import dev.rozgar.bootstrap.prove.report.Protocol;
import dev.rozgar.bootstrap.prove.stand.Clones;
import dev.rozgar.bootstrap.prove.stand.Cluster;
import dev.rozgar.bootstrap.prove.stand.Door;
import dev.rozgar.bootstrap.prove.stand.Eventually;
import dev.rozgar.bootstrap.prove.stand.ProvedBoard;
import dev.rozgar.bootstrap.prove.stand.Sampler;
import dev.rozgar.bootstrap.prove.work.Caller;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// NODES: three nodes of the service on one PostgreSQL and three nodes of Elasticsearch, without anybody who
/// coordinates them.
final class NodesProof implements Proof {
    private static final int NODES = 3;
    private static final int KILLED = 137;
    private static final int DOCUMENT = 500;
    private static final String HELD =
            "select count(*) from index_ledger where owed and next_try > clock_timestamp() + interval '1 second'";

    @Override
    public String id() {
        return "NODES";
    }

    @Override
    public String promise() {
        return "3 nodes share the work without writing anything twice; one killed in the middle of a batch costs its"
                + " lease at most; a node of Elasticsearch killed costs nothing";
    }

    @Override
    public void run(Occasion occasion, Protocol protocol) {
        // In a brief run longer than a pause of the machine: else another node takes what one of them holds.
        int lease = occasion.size(5, 10);
        var settings = Map.of(
                "rozgar.relay.lease", lease + "s",
                "rozgar.relay.batch", "50",
                "rozgar.elasticsearch.replicas", "1");
        try (var opened = new Opened()) {
            var cluster = opened.add(occasion.stand().cluster(NODES));
            var board = opened.add(occasion.stand()
                    .board("nodes", Cluster.of(cluster), settings)
                    .start(NODES));
            var caller = opened.add(new Caller(board));
            opened.add(Sampler.start(board.truth(), protocol));
            long job = caller.job(caller.company("shared-works"), "shared");
            board.awaitSettled(30);
            shared(board, protocol, job, occasion.size(20_000, 3_000));
            double settled = nodeKilled(board, protocol, job, occasion.size(2_000, 200));
            protocol.atMost("settled after the node's death", settled, lease + occasion.size(2, 30), "s");
            elasticsearchKilled(board, cluster.nodes().getFirst()::kill, protocol, job);
            var comparison = board.compare();
            protocol.claim("nothing differs", comparison.isClean(), comparison.toString());
        }
    }

    private static void shared(ProvedBoard board, Protocol protocol, long job, int documents) {
        long before = board.index().statistic("indexing", "index_total");
        List<Long> bytes = bytes(board);
        new Clones(board.truth()).of(job, documents);
        protocol.figure("shared documents settled in", board.awaitSettled(300), "s");
        long sent = board.index().statistic("indexing", "index_total") - before;
        protocol.claim("each document written once", sent == documents, sent + " writes of " + documents);
        List<Long> after = bytes(board);
        var shares = IntStream.range(0, NODES)
                .mapToObj(node -> after.get(node) - bytes.get(node))
                .toList();
        protocol.claim(
                "every node took a share",
                shares.stream().allMatch(each -> each > 10 * DOCUMENT),
                "bytes to and from Elasticsearch: " + shares);
    }

    private static List<Long> bytes(ProvedBoard board) {
        return IntStream.range(0, NODES)
                .mapToObj(board::door)
                .map(Door::elasticBytes)
                .toList();
    }

    /// It dies holding claims: its way to Elasticsearch is cut, so that it cannot have settled them.
    ///
    /// @return after how many seconds what it held was settled
    private static double nodeKilled(ProvedBoard board, Protocol protocol, long job, int documents) {
        board.elasticProxies().forEach(FaultProxy::blackHole);
        double from = protocol.now();
        new Clones(board.truth()).of(job, documents);
        boolean holding = Eventually.comes(10, () -> board.truth().number(HELD) > 0);
        long held = board.truth().number(HELD);
        for (int node = 1; node < NODES; node++) board.door(node).elastic().forEach(FaultProxy::calm);
        int exit = board.nodes().getFirst().kill().orElse(0);
        protocol.band("node killed with claims", from, protocol.now());
        protocol.observed("node ended with SIGKILL", exit == KILLED ? 1 : 0);
        protocol.observed("documents claimed when it died", holding ? held : 0);
        double settled = board.awaitSettled(60);
        board.door(0).elastic().forEach(FaultProxy::calm);
        board.nodes().getFirst().start();
        return settled;
    }

    private static void elasticsearchKilled(ProvedBoard board, Runnable kill, Protocol protocol, long job) {
        Eventually.within(60, "the replicas are there", () -> board.index().isGreen());
        double from = protocol.now();
        kill.run();
        long refused = refused(board);
        new Clones(board.truth()).of(job, 200);
        double settled = board.awaitSettled(60);
        protocol.band("node of Elasticsearch killed", from, protocol.now());
        protocol.observed("connection refused by the killed node of Elasticsearch", refused(board) - refused);
        protocol.figure("settled with a node of Elasticsearch gone", settled, "s");
    }

    private static long refused(ProvedBoard board) {
        return board.elasticProxies().stream()
                .map(FaultProxy::counts)
                .mapToLong(FaultProxy.Counts::refused)
                .sum();
    }
}
