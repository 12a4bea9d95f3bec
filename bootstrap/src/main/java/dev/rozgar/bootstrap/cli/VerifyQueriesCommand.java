package dev.rozgar.bootstrap.cli;

import dev.rozgar.application.shadow.VerifyQueries;
import dev.rozgar.application.shadow.VerifyQueries.Finding;
import dev.rozgar.application.shadow.VerifyQueries.Report;
import dev.rozgar.application.shadow.Waivers;
import dev.rozgar.application.words.Understand;
import dev.rozgar.bootstrap.SearchCopy;
import dev.rozgar.bootstrap.Wiring;
import dev.rozgar.bootstrap.agreement.RandomSearches;
import dev.rozgar.bootstrap.terminal.Bar;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Whether both stores give one answer.
@Command(
        name = "queries",
        description = {
            "Asks both stores the same random queries and compares the answers.",
            "Documents, order, bytes, points, distances, totals and facets."
        },
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:one answer, but for what is under way to the index", "3:answers differ, or one was not given"
        })
final class VerifyQueriesCommand implements Callable<Integer> {
    private static final int MOST = 1_000_000;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Mixin
    private final SettingsOptions options = new SettingsOptions();

    @Option(names = "--queries", defaultValue = "10000", description = "How many (${DEFAULT-VALUE}).")
    private int queries;

    @Option(
            names = "--seed",
            description = "Same seed, same queries over the same jobs; another one each time if it is not given.")
    private @Nullable Long seed;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            defaultValue = "differences.ndjson",
            description = "Where each difference goes, one a line (${DEFAULT-VALUE}).")
    private Path out = Path.of("differences.ndjson");

    @Option(
            names = "--patience",
            defaultValue = "10",
            description = "How many queries may stay unanswered before it ends (${DEFAULT-VALUE}).")
    private int patience;

    @Override
    public Integer call() {
        WrongOption.unlessWithin("--queries", queries, 1, MOST);
        WrongOption.unlessWithin("--patience", patience, 0, MOST);
        long begin = seed == null ? System.nanoTime() : seed;
        PrintWriter said = spec.commandLine().getOut();
        try (Wiring wiring = Wiring.open(options.readPatiently())) {
            SearchCopy copy =
                    wiring.copy().orElseThrow(() -> new Refusal("There is no index: rozgar.write_policy is sql_only."));
            var postgres = wiring.postgres();
            var searches = new RandomSearches(
                    postgres.jobReadModel(),
                    new Understand(postgres.dictionary()),
                    begin,
                    Clock.systemUTC().instant());
            Report report = run(copy.check().queries(patience), searches);
            tell(report, said);
            said.println("Again with --seed " + begin + ".");
            return report.isOneAnswer() ? Rozgar.OK : Rozgar.IN_PART;
        }
    }

    private Report run(VerifyQueries verify, RandomSearches searches) {
        try (Bar bar = Bar.open("comparing answers");
                PrintWriter file = new PrintWriter(Files.newBufferedWriter(out, StandardCharsets.UTF_8))) {
            return verify.handle(searches.some(queries), new VerifyQueries.Watch() {
                @Override
                public void at(long compared) {
                    bar.at(compared, queries);
                }

                @Override
                public void found(Finding finding) {
                    file.println(FindingJson.of(finding));
                    file.flush();
                }
            });
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void tell(Report report, PrintWriter said) {
        said.println(report.compared() + " queries: " + report.same() + " answered alike, " + report.lag()
                + " differ by what is under way, " + report.differ() + " differ, " + report.unanswered()
                + " unanswered");
        report.waived()
                .forEach((kind, count) -> said.println("waived " + Words.of(kind) + ": " + count
                        + (count == 0 ? " (it has waived nothing; see " + Waivers.FILE + ")" : "")));
        said.println("medians: PostgreSQL " + report.truth().toNanos() / 1_000 + " µs, Elasticsearch "
                + report.copy().toNanos() / 1_000 + " µs");
        report.first().forEach(finding -> said.println("  " + FindingJson.of(finding)));
        said.println(report.isOneAnswer() ? "Both give one answer." : "They differ; see " + out + ".");
    }
}
