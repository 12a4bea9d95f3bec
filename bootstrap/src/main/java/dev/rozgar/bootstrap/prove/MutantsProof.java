package dev.rozgar.bootstrap.prove;

import dev.rozgar.bootstrap.prove.mutant.Bench;
import dev.rozgar.bootstrap.prove.mutant.Mutant;
import dev.rozgar.bootstrap.prove.mutant.Trial;
import dev.rozgar.bootstrap.prove.report.Protocol;
import dev.rozgar.bootstrap.prove.stand.ProvedBoard;
import dev.rozgar.bootstrap.prove.work.Caller;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// T10: relays with one thing wrong are told from the right one.
final class MutantsProof implements Proof {
    @Override
    public String id() {
        return "T10";
    }

    @Override
    public String promise() {
        return "four mutants of the relay are each found out by name, and the relay itself is not";
    }

    @Override
    public void run(Occasion occasion, Protocol protocol) {
        try (var board = occasion.stand().board("t10", Map.of()).start(1);
                var caller = new Caller(board)) {
            List<Long> jobs = post(caller);
            board.awaitSettled(30);
            board.nodes().getFirst().stop();
            for (Trial trial : Trial.values()) {
                honest(protocol, board, trial, jobs.removeFirst());
                mutated(protocol, board, trial, jobs.removeFirst());
            }
        }
    }

    /// One for each run of a trial: whatever it leaves behind is nobody else's.
    private static List<Long> post(Caller caller) {
        long company = caller.company("mutant-works");
        List<Long> jobs = new ArrayList<>();
        for (int i = 0; i < 2 * Trial.values().length; i++) jobs.add(caller.job(company, "mutant-" + i));
        return jobs;
    }

    private static void honest(Protocol protocol, ProvedBoard board, Trial trial, long job) {
        try (var bench = new Bench(board, Optional.empty())) {
            var verdict = trial.run(bench, job);
            protocol.claim("the relay itself passes: " + trial, !verdict.isLie(), verdict.toString());
        }
    }

    private static void mutated(Protocol protocol, ProvedBoard board, Trial trial, long job) {
        Mutant mutant = trial.victim();
        try (var bench = new Bench(board, Optional.of(mutant))) {
            var verdict = trial.run(bench, job);
            protocol.observed("mutant at work: " + mutant, 1);
            protocol.claim("killed: " + mutant, verdict.isLie(), "by '" + trial + "': " + verdict);
        }
    }
}
