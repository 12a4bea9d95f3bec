package dev.rozgar.bootstrap.prove;

import dev.rozgar.bootstrap.prove.report.Protocol;
import dev.rozgar.bootstrap.prove.stand.ProvedBoard;
import dev.rozgar.bootstrap.prove.work.Bodies;
import dev.rozgar.bootstrap.prove.work.Caller;
import dev.rozgar.bootstrap.prove.work.Caller.Request;
import java.util.Map;
import java.util.TreeMap;

/// T7: whoever brings the token of its write to a search finds what it wrote, at once.
final class TokenProof implements Proof {
    private static final String TOKEN = "Consistency-Token";

    @Override
    public String id() {
        return "T7";
    }

    @Override
    public String promise() {
        return "write, then search with the token: every search sees its write";
    }

    @Override
    public void run(Occasion occasion, Protocol protocol) {
        int times = occasion.size(1_000, 100);
        try (var board = occasion.board("t7", Map.of()).start(1);
                var caller = new Caller(board)) {
            long company = caller.company("token-works");
            Map<String, Long> answered = new TreeMap<>();
            long seen = 0;
            long without = 0;
            for (int i = 0; i < times; i++) {
                String requisition = "token-" + occasion.seed() + "-" + i;
                var reply = caller.done(
                        new Request("POST", "/api/jobs", Bodies.job(company, "Rider", requisition), requisition), 0);
                String token = reply.headers().firstValue(TOKEN).orElse("");
                String path = "/api/jobs?requisition_id=" + requisition;
                if (isEmpty(caller, board, path + "&read_model=elasticsearch", "")) without++;
                var found = caller.get(board.nodes().getFirst(), path, TOKEN, token);
                if (Bodies.parsed(found).getJsonArray("items").size() == 1) seen++;
                String by = found.headers().firstValue("X-Read-Model").orElse("unknown");
                answered.merge(by.replaceFirst(";.*", ""), 1L, Long::sum);
            }
            // Else the index was so quick that the token made no difference.
            protocol.observed("search without the token that did not see the write", without);
            protocol.figure("searches", times, "");
            protocol.figure("answered by PostgreSQL", answered.getOrDefault("postgres", 0L), "");
            protocol.figure("answered by Elasticsearch", answered.getOrDefault("elasticsearch", 0L), "");
            protocol.claim("every search sees its write", seen == times, seen + " of " + times);
        }
    }

    private static boolean isEmpty(Caller caller, ProvedBoard board, String path, String token) {
        var found = caller.get(board.nodes().getFirst(), path, TOKEN, token);
        return Bodies.parsed(found).getJsonArray("items").isEmpty();
    }
}
