package dev.rozgar.bootstrap.prove.mutant;

import dev.rozgar.application.PortFailure;
import dev.rozgar.application.indexing.IndexRelay;
import dev.rozgar.bootstrap.prove.stand.Comparison;
import dev.rozgar.bootstrap.prove.stand.Comparison.Difference;
import dev.rozgar.bootstrap.prove.stand.Eventually;
import dev.rozgar.bootstrap.prove.stand.ProvedBoard;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/// A situation in which a relay shows what it is worth. Each is brought about step by step, without any race.
public enum Trial {
    /// The index holds an old text under a version that was never handed out.
    INDEX_IS_AHEAD(Mutant.SKIPS_THE_CONFLICT_CHECK, Difference.STALE) {
        @Override
        void play(Bench bench, long job) {
            ProvedBoard board = bench.board();
            IndexRelay relay = bench.relay();
            // A relay's first step looks at the newest version that searches show; a refresh of the index between
            // the writing and that step would tell it what only the conflict shall.
            relay.payOnce();
            long far = board.truth().number("select version from index_ledger where doc_id = " + job) + 1_000_000;
            var path = "/%s/_doc/%d?version=%d&version_type=external"
                    .formatted(board.index().alias(), job, far);
            board.index()
                    .send(
                            "PUT",
                            path,
                            board.truth().text("select document from job_documents(array[%d::bigint])".formatted(job)));
            retitle(board, job, "Ahead");
            pay(relay);
        }
    },
    /// A change is committed while the relay stands between two of its steps.
    CHANGED_MEANWHILE(Mutant.READS_BEFORE_IT_TAKES_THE_VERSION, Difference.STALE) {
        @Override
        void play(Bench bench, long job) {
            retitle(bench.board(), job, "Before");
            bench.between(() -> retitle(bench.board(), job, "Meanwhile"));
            pay(bench.relayThatTakesInSteps());
        }
    },
    /// The index answers 200, and 429 for the one document in it.
    ITEM_IS_REFUSED(Mutant.IGNORES_ITEM_ERRORS, Difference.STALE) {
        @Override
        void play(Bench bench, long job) {
            ProvedBoard board = bench.board();
            retitle(board, job, "Refused");
            board.index().setting("{\"index.blocks.read_only_allow_delete\": true}");
            bench.relay().payOnce();
            board.index().setting("{\"index.blocks.read_only_allow_delete\": null}");
            pay(bench.relay());
        }
    },
    /// A write arrives after the removal of its job, and after the index has forgotten the removal.
    WRITTEN_AFTER_REMOVAL(Mutant.DELETES_FOR_GOOD, Difference.RESURRECTED) {
        @Override
        void play(Bench bench, long job) {
            ProvedBoard board = bench.board();
            board.index().setting("{\"index.gc_deletes\": \"1ms\"}");
            retitle(board, job, "Late");
            bench.between(() -> {
                board.truth().run("update job set state = 'PAUSED' where id = " + job);
                pay(bench.relay());
                forgetRemovals(board);
            });
            pay(bench.relayThatWritesLate());
        }
    };

    private static final int STEPS = 20;

    private final Mutant victim;
    private final Difference symptom;

    Trial(Mutant victim, Difference symptom) {
        this.victim = victim;
        this.symptom = symptom;
    }

    /// Brings the situation about for a settled job.
    abstract void play(Bench bench, long job);

    /// The one that cannot pass.
    public Mutant victim() {
        return victim;
    }

    /// @param settled whether the ledger says that the index has the job
    /// @param wrong what the index has of it instead, empty if all is well
    public record Verdict(boolean settled, Optional<String> wrong) {
        /// Whether the ledger says that the index has it, and it has not.
        public boolean isLie() {
            return settled && wrong.isPresent();
        }

        @Override
        public String toString() {
            return (settled ? "settled, and " : "still owed, and ") + wrong.orElse("nothing is wrong");
        }
    }

    /// @param job listed, and settled until now
    public Verdict run(Bench bench, long job) {
        play(bench, job);
        Comparison comparison = bench.board().compare();
        boolean settled =
                bench.board().truth().number("select count(*) from index_ledger where owed and doc_id = " + job) == 0;
        return new Verdict(
                settled, Optional.ofNullable(comparison.of(symptom).get(job)).map(what -> symptom + ": " + what));
    }

    private static void retitle(ProvedBoard board, long job, String title) {
        board.truth().run("update job set title = '%s %d' where id = %d".formatted(title, System.nanoTime(), job));
    }

    /// What is postponed for a moment is paid as well.
    private static void pay(IndexRelay relay) {
        for (int i = 0; i < STEPS; i++) {
            try {
                relay.payOnce();
            } catch (PortFailure away) {
                // As the relay's own loop has it: once more, a little later.
            }
            Eventually.pause(Duration.ofMillis(10));
        }
    }

    private static void forgetRemovals(ProvedBoard board) {
        for (int i = 0; i < 5; i++) {
            Eventually.pause(Duration.ofMillis(30));
            board.index()
                    .send(
                            "PUT",
                            "/" + board.index().alias() + "/_doc/0?refresh=true",
                            "{\"id\": 0, \"removed\": true}");
        }
    }

    /// For people.
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
