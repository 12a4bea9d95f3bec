package dev.rozgar.bootstrap.prove;

import dev.rozgar.bootstrap.prove.fault.FaultProxy;
import dev.rozgar.bootstrap.prove.report.Percentile;
import dev.rozgar.bootstrap.prove.report.Protocol;
import dev.rozgar.bootstrap.prove.stand.Eventually;
import dev.rozgar.bootstrap.prove.stand.Node;
import dev.rozgar.bootstrap.prove.stand.ProvedBoard;
import dev.rozgar.bootstrap.prove.work.Bodies;
import dev.rozgar.bootstrap.prove.work.Caller;
import dev.rozgar.bootstrap.prove.work.Crowd;
import jakarta.json.JsonArray;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.DoubleSupplier;
import java.util.stream.DoubleStream;

/// T3: the experiment of the article, 500 GETs and 100 POSTs at concurrency 10. What the debt adds to a POST, and
/// how much faster the copy answers than a serializer that asks for each relation of each job.
///
/// The latter is told and not judged: all bytes go through the proxies and callers of this process, which costs both
/// as much and hides most of the gain. `rozgar bench` measures it with the article's own tool and without proxies,
/// beside the limits of the engines.
final class ArticleProof implements Proof {
    /// Times as many POSTs with the debt as without; the article lost 42 % of them.
    private static final double SLOWER = 1.1;

    private static final int CONCURRENCY = 10;
    private static final String PAGE = "?limit=20";
    private static final String DEBT_TRIGGER = "job_owes_job_after_insert";

    @Override
    public String id() {
        return "T3";
    }

    @Override
    public String promise() {
        return "the article's 100 POSTs and 500 GETs at concurrency 10: the debt adds at most 10 % to a POST"
                + " (article: 42 %); GETs of the copy and of a serializer show the same jobs";
    }

    @Override
    public void run(Occasion occasion, Protocol protocol) {
        int jobs = occasion.size(50_000, 500);
        try (var board = occasion.board("t3", Map.of()).start(1);
                var caller = new Caller(board)) {
            // Documents as rich as those of a board, not copies of one: a serializer asks for each part of each.
            int exit = board.run(
                            "seed", "seed", "--jobs", String.valueOf(jobs), "--seed", String.valueOf(occasion.seed()))
                    .waitFor();
            if (exit != 0) throw new IllegalStateException("the seeding ended with " + exit);
            long company = caller.company("article-works");
            board.awaitSettled(900);
            board.truth().run("vacuum analyze");
            gets(occasion, protocol, board, caller);
            posts(occasion, protocol, board, caller, company);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void gets(Occasion occasion, Protocol protocol, ProvedBoard board, Caller caller) {
        Node node = board.nodes().getFirst();
        Node serializer = board.beside("serializer", "bench", "baseline");
        int gets = occasion.size(500, 60);
        boolean same = Eventually.comes(
                10, () -> items(page(caller, node, "elastic")).equals(items(page(caller, serializer, "database"))));
        protocol.claim("both show the same jobs", same, same ? "a page of 20" : "others");
        double faster = median(occasion, () -> {
            double copy = Crowd.millis(CONCURRENCY, gets, _ -> page(caller, node, "elastic"));
            return Crowd.millis(CONCURRENCY, gets, _ -> page(caller, serializer, "database")) / copy;
        });
        serializer.stop();
        protocol.figure("GETs of a serializer take so many times as long, through the same proxies", faster, "");
    }

    private static HttpResponse<byte[]> page(Caller caller, Node node, String path) {
        var reply = caller.get(node, "/api/job/" + path + '/' + PAGE, "", "");
        if (reply.statusCode() != 200) throw new IllegalStateException("a GET is answered " + reply.statusCode());
        return reply;
    }

    /// Other bytes, but the same objects.
    private static JsonArray items(HttpResponse<byte[]> page) {
        return Bodies.parsed(page).getJsonArray("items");
    }

    /// In turn, with the triggers that owe and without them. The way to Elasticsearch is cut meanwhile: what
    /// the relay does with the debts runs beside the POSTs, and is not a part of them.
    private static void posts(Occasion occasion, Protocol protocol, ProvedBoard board, Caller caller, long company) {
        board.elasticProxies().forEach(FaultProxy::blackHole);
        int posts = occasion.size(100, 40);
        var rounds = new AtomicInteger();
        long before = board.truth().number("select count(*) from index_ledger where owed");
        try {
            double slower = median(occasion, () -> {
                int number = rounds.getAndIncrement();
                boolean owingFirst = number % 2 == 0;
                double one = posts(board, caller, company, new Turn(number + "a", owingFirst, posts));
                double other = posts(board, caller, company, new Turn(number + "b", !owingFirst, posts));
                return owingFirst ? one / other : other / one;
            });
            long owed = board.truth().number("select count(*) from index_ledger where owed") - before;
            protocol.claim(
                    "half of the POSTs owe, one document each", owed == (long) posts * rounds.get(), owed + " owed");
            protocol.figure("POST with debt to POST without, median of rounds", slower, "");
            if (!occasion.isBrief()) protocol.atMost("POST with debt to POST without", slower, SLOWER, "");
        } finally {
            trigger(board, true);
            board.elasticProxies().forEach(FaultProxy::calm);
        }
    }

    private record Turn(String name, boolean owing, int posts) {}

    private static double posts(ProvedBoard board, Caller caller, long company, Turn turn) {
        trigger(board, turn.owing());
        return Crowd.millis(CONCURRENCY, turn.posts(), number -> caller.job(company, "t3-" + turn.name() + number));
    }

    private static void trigger(ProvedBoard board, boolean owing) {
        board.truth().run("alter table job " + (owing ? "enable" : "disable") + " trigger " + DEBT_TRIGGER);
    }

    /// Of several rounds, after some to warm up.
    private static double median(Occasion occasion, DoubleSupplier round) {
        int warming = occasion.size(6, 1);
        double[] ratios = DoubleStream.generate(round)
                .limit(warming + occasion.size(21, 3))
                .skip(warming)
                .toArray();
        return Percentile.of(ratios, 50);
    }
}
