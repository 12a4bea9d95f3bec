package dev.rozgar.bootstrap.prove;

import dev.rozgar.bootstrap.prove.report.Protocol;
import dev.rozgar.bootstrap.prove.stand.Clones;
import dev.rozgar.bootstrap.prove.stand.Eventually;
import dev.rozgar.bootstrap.prove.stand.ProvedBoard;
import dev.rozgar.bootstrap.prove.stand.Sampler;
import dev.rozgar.bootstrap.prove.work.Caller;
import java.util.Map;

/// T4: a company that many jobs show is renamed, and somebody edits one job of another meanwhile.
final class FanOutProof implements Proof {
    private static final double RENAMED = 50;
    private static final double SPREAD = 15;
    private static final double VISIBLE = 1.5;
    private static final String NAME = "Renamed Works";

    @Override
    public String id() {
        return "T4";
    }

    @Override
    public String promise() {
        return "a company with 10,000 jobs is renamed: in 50 ms, told to the index in 15 s,"
                + " and a single edit meanwhile is visible after 1.5 s";
    }

    @Override
    public void run(Occasion occasion, Protocol protocol) {
        int jobs = occasion.size(10_000, 600);
        try (var board = occasion.board("t4", Map.of("rozgar.elasticsearch.refresh", "200ms"))
                        .start(1);
                var caller = new Caller(board);
                var _ = Sampler.start(board.truth(), protocol)) {
            long company = caller.company("many-works");
            long job = caller.job(company, "many");
            long single = caller.job(caller.company("single-works"), "single");
            new Clones(board.truth()).of(job, jobs - 1);
            board.awaitSettled(300);
            caller.rename(single, "Warm");
            board.awaitSettled(30);
            rename(occasion, board, protocol, new Scene(caller, company, single, jobs));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private record Scene(Caller caller, long company, long single, int jobs) {}

    private static void rename(Occasion occasion, ProvedBoard board, Protocol protocol, Scene scene) {
        long sent = board.index().statistic("indexing", "index_total");
        double from = protocol.now();
        scene.caller().name(scene.company(), NAME);
        double renamed = protocol.now();
        scene.caller().rename(scene.single(), "Edited meanwhile");
        double edited = protocol.now();
        boolean waiting = board.truth().debts().documents() > 0;
        Eventually.within(60, "the edit is found", () -> board.index().finds(scene.single(), "Edited meanwhile"));
        double found = protocol.now();
        board.awaitSettled(300);
        double spread = protocol.now();
        protocol.band("rename spreads", from, spread);
        sent = board.index().statistic("indexing", "index_total") - sent;
        protocol.observed("document written for the rename", sent - 1);
        protocol.figure("changes owed when the edit was saved, 1 for some", waiting ? 1 : 0, "");
        protocol.claim(
                "each job is written once, and the edited one",
                sent == scene.jobs() + 1,
                sent + " writes of " + (scene.jobs() + 1));
        limit(occasion, protocol, new Limit("PATCH of the company", (renamed - from) * 1e3, RENAMED, "ms"));
        limit(occasion, protocol, new Limit("edit meanwhile visible after", found - edited, VISIBLE, "s"));
        limit(occasion, protocol, new Limit("rename told to the index", spread - from, SPREAD, "s"));
        var comparison = board.compare();
        protocol.claim("nothing differs", comparison.isClean(), comparison.toString());
    }

    private record Limit(String name, double value, double most, String unit) {}

    private static void limit(Occasion occasion, Protocol protocol, Limit limit) {
        if (occasion.isBrief()) protocol.figure(limit.name(), limit.value(), limit.unit());
        else protocol.atMost(limit.name(), limit.value(), limit.most(), limit.unit());
    }
}
