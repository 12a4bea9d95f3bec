package dev.rozgar.bootstrap.prove;

import dev.rozgar.bootstrap.Opened;
import dev.rozgar.bootstrap.prove.report.Protocol;
import dev.rozgar.bootstrap.prove.stand.Comparison.Difference;
import dev.rozgar.bootstrap.prove.stand.Eventually;
import dev.rozgar.bootstrap.prove.stand.ProvedBoard;
import dev.rozgar.bootstrap.prove.work.Caller;
import dev.rozgar.engines.PostgresEngine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// T9: PostgreSQL is put back to a cold backup. It is the same cluster on the same timeline, so nothing but the numbers
/// it hands out tells of it.
final class RestoredProof implements Proof {
    private static final int JOBS = 40;
    private static final int ROUNDS = 3;
    private static final String SELF =
            "select system_identifier || '/' || timeline_id from pg_control_system(), pg_control_checkpoint()";

    @Override
    public String id() {
        return "T9";
    }

    @Override
    public String promise() {
        return "PostgreSQL restored to an earlier state: noticed at start, 0 silent refusals, converges";
    }

    @Override
    public void run(Occasion occasion, Protocol protocol) {
        try (var opened = new Opened();
                var board = occasion.stand().board("t9", Map.of()).start(1);
                var caller = new Caller(board)) {
            Path backup = Files.createTempDirectory("rozgar-backup-");
            opened.add(() -> delete(backup));
            List<Long> jobs = post(caller, caller.company("restored-works"));
            board.awaitSettled(30);
            offline(board, engine -> engine.copyFiles(backup));
            long version = onward(board, caller, jobs);
            String self = board.truth().text(SELF);
            offline(board, engine -> engine.putBack(backup));
            wentBack(board, protocol, self, version);
            converged(board, protocol, caller, jobs);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static List<Long> post(Caller caller, long company) {
        List<Long> jobs = new ArrayList<>();
        for (int i = 0; i < JOBS; i++) jobs.add(caller.job(company, "before-" + company + "-" + i));
        return jobs;
    }

    @FunctionalInterface
    private interface Work {
        void on(PostgresEngine engine);
    }

    private static void offline(ProvedBoard board, Work work) {
        board.nodes().getFirst().stop();
        PostgresEngine engine = board.stand().postgres();
        engine.stop();
        work.on(engine);
        engine.start();
        Eventually.within(
                30, "PostgreSQL answers", () -> board.truth().debtsIfThere().isPresent());
        board.nodes().getFirst().start();
    }

    /// What the backup does not know: the index hears of changes, of new jobs and of removals.
    ///
    /// @return the newest version that the index has seen
    private static long onward(ProvedBoard board, Caller caller, List<Long> jobs) {
        for (int round = 0; round < ROUNDS; round++) {
            for (long job : jobs) caller.rename(job, "Later rider " + job + " no " + round);
            board.awaitSettled(30);
        }
        caller.done(new Caller.Request("DELETE", "/api/jobs/" + jobs.getLast(), "", "remove-" + jobs.getLast()), 0);
        post(caller, caller.company("later-works"));
        board.awaitSettled(30);
        return board.truth().number("select max(version) from index_ledger");
    }

    private static void wentBack(ProvedBoard board, Protocol protocol, String self, long version) {
        var truth = board.truth();
        boolean less = truth.number("select last_value from index_version") < (version & (1L << 40) - 1);
        boolean forgot = truth.number("select count(*) from job where title like 'Later rider%'") == 0;
        protocol.observed("PostgreSQL put back", forgot ? 1 : 0);
        protocol.figure("versions it had forgotten, 1 for yes", less ? 1 : 0, "");
        protocol.claim("it is the same cluster and timeline", truth.text(SELF).equals(self), self);
        boolean noticed = Eventually.comes(30, () -> truth.number("select epoch from index_state") > 1);
        protocol.claim(
                "noticed at start", noticed, "epoch " + truth.number("select epoch from index_state") + " after 1");
    }

    private static void converged(ProvedBoard board, Protocol protocol, Caller caller, List<Long> jobs) {
        for (long job : jobs.subList(0, JOBS / 2)) caller.rename(job, "Rider after the restore " + job);
        protocol.figure("settled after the writes that followed", board.awaitSettled(60), "s");
        Eventually.comes(20, () -> board.compare().isClean());
        var comparison = board.compare();
        for (Difference each : Difference.values())
            protocol.isZero(each.name().toLowerCase(Locale.ROOT), comparison.count(each));
        if (!comparison.isClean()) protocol.note(comparison.toString());
    }

    private static void delete(Path folder) throws IOException {
        try (var paths = Files.walk(folder)) {
            for (Path each : paths.sorted(Comparator.reverseOrder()).toList()) Files.delete(each);
        }
    }
}
