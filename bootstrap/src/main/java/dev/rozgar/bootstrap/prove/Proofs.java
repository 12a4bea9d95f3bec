package dev.rozgar.bootstrap.prove;

import dev.rozgar.bootstrap.Opened;
import dev.rozgar.bootstrap.bench.Machine;
import dev.rozgar.bootstrap.prove.report.Outcome;
import dev.rozgar.bootstrap.prove.report.Protocol;
import dev.rozgar.bootstrap.prove.report.Report;
import dev.rozgar.bootstrap.prove.stand.Stand;
import dev.rozgar.bootstrap.terminal.Bar;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// All proofs there are, in the order in which they are run.
public final class Proofs {
    private static final List<Proof> ALL = List.of(
            new HistoriesProof(),
            new OutageProof(),
            new ArticleProof(),
            new FanOutProof(),
            new RebuildProof(),
            new CheckerProof(),
            new TokenProof(),
            new RefusedDocumentProof(),
            new RestoredProof(),
            new MutantsProof(),
            new LagProof(),
            new NodesProof());

    private Proofs() {}

    /// @param ids such as `T1`; empty means all
    /// @param brief at the size of a continuous build
    /// @param directory where logs go
    public record Plan(List<String> ids, long seed, boolean brief, Path directory) {}

    /// What can be asked for.
    public static List<String> ids() {
        return ALL.stream().map(Proof::id).toList();
    }

    /// Runs them one after another on engines that they share.
    ///
    /// @param bar shows how many are done, and which is run
    /// @param told after each
    public static Report run(Plan plan, Bar bar, Consumer<Outcome> told) {
        String started = Instant.now().toString();
        double before = Machine.load();
        List<Outcome> outcomes = new ArrayList<>();
        try (var opened = new Opened()) {
            Stand stand = opened.add(new Stand(plan.directory(), plan.brief()));
            var chosen = ALL.stream()
                    .filter(proof -> plan.ids().isEmpty() || plan.ids().contains(proof.id()))
                    .toList();
            for (Proof proof : chosen) {
                Consumer<String> shown = words -> {
                    bar.step(proof.id() + words);
                    bar.at(outcomes.size(), chosen.size());
                };
                shown.accept("");
                Outcome outcome = run(proof, new Occasion(stand, plan.seed(), words -> shown.accept(", " + words)));
                outcomes.add(outcome);
                told.accept(outcome);
            }
        }
        return new Report(started, Machine.here().toString(), before, Machine.load(), outcomes);
    }

    static Outcome run(String id, Occasion occasion) {
        return run(
                ALL.stream().filter(proof -> proof.id().equals(id)).findFirst().orElseThrow(), occasion);
    }

    private static Outcome run(Proof proof, Occasion occasion) {
        var protocol = new Protocol(proof.id(), proof.promise(), occasion.seed(), occasion.isBrief());
        try {
            proof.run(occasion, protocol);
        } catch (RuntimeException broken) {
            // The others go on; what was seen until then is told as well.
            protocol.failed(broken);
        }
        return protocol.outcome();
    }
}
