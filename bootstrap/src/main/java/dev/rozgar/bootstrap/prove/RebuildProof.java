package dev.rozgar.bootstrap.prove;

import dev.rozgar.bootstrap.prove.report.Protocol;
import dev.rozgar.bootstrap.prove.stand.Clones;
import dev.rozgar.bootstrap.prove.stand.Eventually;
import dev.rozgar.bootstrap.prove.stand.ProvedBoard;
import dev.rozgar.bootstrap.prove.stand.Sampler;
import dev.rozgar.bootstrap.prove.work.Caller;
import dev.rozgar.bootstrap.prove.work.Reading;
import dev.rozgar.bootstrap.prove.work.SteadyLoad;
import java.time.Duration;
import java.util.Map;

/// T5: the index is built anew beside readers and writers, and its builder is killed twice.
final class RebuildProof implements Proof {
    private static final int PER_SECOND = 50;
    private static final int KILLED = 137;
    private static final int KILLS = 2;

    @Override
    public String id() {
        return "T5";
    }

    @Override
    public String promise() {
        return "100,000 jobs built anew under 50 writes/s, the builder killed twice: it goes on where it was,"
                + " 0 errors of readers, 0 differences after the swap";
    }

    @Override
    public void run(Occasion occasion, Protocol protocol) {
        int jobs = occasion.size(100_000, 3_000);
        try (var board = occasion.board("t5", Map.of()).start(1);
                var caller = new Caller(board);
                var _ = Sampler.start(board.truth(), protocol)) {
            long company = caller.company("rebuilt-works");
            new Clones(board.truth()).of(caller.job(company, "rebuilt"), jobs);
            board.awaitSettled(900);
            String before = board.index().behind(board.index().alias());
            try (var reading = Reading.start(board, caller);
                    var load = SteadyLoad.start(caller, company, "beside", occasion.size(PER_SECOND, 20))) {
                build(occasion, board, protocol, jobs);
                var written = load.stop();
                protocol.isZero("writes refused", written.refusals().size());
                protocol.figure("writes beside", written.millis().length, "");
                protocol.isZero("errors of readers", reading.errors());
                if (!reading.lastError().isEmpty()) protocol.note("a reader got: " + reading.lastError());
                protocol.figure("reads beside", reading.answered(), "");
            }
            board.awaitSettled(120);
            String after = board.index().behind(board.index().alias());
            protocol.claim("another index is live", !after.equals(before), before + ", then " + after);
            var comparison = board.compare();
            protocol.claim("nothing differs", comparison.isClean(), comparison.toString());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void build(Occasion occasion, ProvedBoard board, Protocol protocol, int jobs)
            throws InterruptedException {
        // So slow that the node, if it takes a build up first, is still at it when the last builder begins.
        String rate = String.valueOf(Math.max(100, jobs / occasion.size(60, 20)));
        String begun = "";
        boolean same = true;
        for (int kill = 0; kill < KILLS; kill++) {
            double from = protocol.now();
            var builder = board.run("build-" + kill, "index", "rebuild", "--watch", "--rate", rate);
            boolean building = Eventually.comes(
                    60, () -> !board.index().behind(board.building()).isEmpty());
            Eventually.pause(Duration.ofSeconds(occasion.size(15, 2)));
            String name = board.index().behind(board.building());
            same &= begun.isEmpty() || begun.equals(name);
            begun = name;
            builder.destroyForcibly();
            int exit = builder.waitFor();
            protocol.observed("builder killed while it built", building && exit == KILLED ? 1 : 0);
            protocol.band("builder killed", from, protocol.now());
        }
        int exit = board.run("build-last", "index", "rebuild", "--watch").waitFor();
        protocol.claim("the last builder ends well", exit == 0, "exit " + exit);
        String live = board.index().behind(board.index().alias());
        protocol.claim("it went on with the index begun", same && live.equals(begun), begun + ", and live is " + live);
    }
}
