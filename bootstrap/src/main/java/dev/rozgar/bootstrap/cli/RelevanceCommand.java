package dev.rozgar.bootstrap.cli;

import dev.rozgar.application.words.Understand;
import dev.rozgar.bootstrap.SearchCopy;
import dev.rozgar.bootstrap.Wiring;
import dev.rozgar.bootstrap.demo.DemoPlan;
import dev.rozgar.bootstrap.relevance.Figures;
import dev.rozgar.bootstrap.relevance.MeasureRelevance;
import dev.rozgar.domain.Decision;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.spi.JsonProvider;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// How good the order of searches is.
@Command(
        name = "relevance",
        description = {
            "Asks both stores the judged queries and tells nDCG@10 and MRR of each group.",
            "Measured are the demo's jobs and the real postings, as far as the board has them."
        },
        mixinStandardHelpOptions = true)
final class RelevanceCommand implements Callable<Integer> {
    private static final JsonProvider JSON = JsonProvider.provider();
    private static final int LOAD_NOTHING = 0;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Mixin
    private final SettingsOptions options = new SettingsOptions();

    @Option(
            names = "--jobs",
            defaultValue = "" + LOAD_NOTHING,
            description = "Load so many of the demo's jobs first, into an empty board; 5000 is what the baseline has.")
    private int jobs;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            defaultValue = "relevance.json",
            description = "Where the figures go as JSON (${DEFAULT-VALUE}).")
    private Path out = Path.of("relevance.json");

    @Override
    public Integer call() throws InterruptedException {
        WrongOption.unlessWithin("--jobs", jobs, LOAD_NOTHING, DemoPlan.MOST_JOBS);
        PrintWriter said = spec.commandLine().getOut();
        try (Wiring wiring = Wiring.open(options.readPatiently())) {
            SearchCopy copy =
                    wiring.copy().orElseThrow(() -> new Refusal("There is no index: rozgar.write_policy is sql_only."));
            Instant now = Instant.now();
            if (jobs > LOAD_NOTHING) load(wiring, copy, now);
            var postgres = wiring.postgres();
            var measure = new MeasureRelevance(postgres.jobReadModel(), new Understand(postgres.dictionary()), now);
            List<String> absent = measure.absent();
            Map<String, Figures> figures = new LinkedHashMap<>();
            figures.put("postgres", measure.figures(postgres.jobReadModel()));
            figures.put("elasticsearch", measure.figures(copy.elasticsearch().jobReadModel()));
            figures.forEach((store, its) -> tell(store, its, said));
            for (String corpus : absent) said.println("not measured: the board has no job of " + corpus);
            write(figures);
        }
        return Rozgar.OK;
    }

    private void load(Wiring wiring, SearchCopy copy, Instant now) throws InterruptedException {
        Schema.check(wiring.postgres(), false);
        copy.start();
        var plan = new DemoPlan(DemoPlan.USUAL_SEED, jobs, now);
        if (Seeding.run(wiring, wiring.jobs(), plan, false) instanceof Decision.Refused<?>(var reasons))
            throw new Refusal(reasons.getFirst().detail() + " Leave out --jobs to measure what is there.");
        Seeding.awaitIndex(wiring);
        copy.index().refresh();
    }

    private static void tell(String store, Figures figures, PrintWriter said) {
        said.printf("%-28s %8s %8s %8s%n", store, "queries", "nDCG@10", "MRR");
        for (Figures.Line line : figures.lines())
            said.printf(
                    "  %-26s %8d %8s %8s%n", line.group(), line.queries(), rounded(line.ndcg()), rounded(line.mrr()));
    }

    private void write(Map<String, Figures> figures) {
        JsonObjectBuilder stores = JSON.createObjectBuilder();
        figures.forEach((store, its) -> {
            JsonArrayBuilder groups = JSON.createArrayBuilder();
            for (Figures.Line line : its.lines())
                groups.add(JSON.createObjectBuilder()
                        .add("group", line.group())
                        .add("queries", line.queries())
                        .add("ndcg_10", rounded(line.ndcg()))
                        .add("mrr", rounded(line.mrr())));
            stores.add(store, groups);
        });
        try {
            Files.writeString(out, stores.build().toString() + System.lineSeparator(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static BigDecimal rounded(double figure) {
        return BigDecimal.valueOf(figure).setScale(3, RoundingMode.HALF_UP);
    }
}
