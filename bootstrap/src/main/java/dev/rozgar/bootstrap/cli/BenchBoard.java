package dev.rozgar.bootstrap.cli;

import dev.rozgar.bootstrap.SearchCopy;
import dev.rozgar.bootstrap.Wiring;
import dev.rozgar.bootstrap.bench.Outcome;
import dev.rozgar.bootstrap.demo.DemoPlan;
import dev.rozgar.bootstrap.settings.Settings;
import dev.rozgar.bootstrap.settings.SettingsSources;
import dev.rozgar.bootstrap.terminal.Bar;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// The board that benchmarks measure: engines, jobs, and where the results go.
final class BenchBoard {
    @Mixin
    private final SettingsOptions options = new SettingsOptions();

    @Option(
            names = "--jobs",
            defaultValue = "50000",
            description = "Jobs to load into an empty board (${DEFAULT-VALUE}).")
    private int jobs;

    @Option(names = "--seed", defaultValue = "42", description = "Same seed, same data (${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--dir", defaultValue = ".rozgar/bench", description = "Where the data stays (${DEFAULT-VALUE}).")
    private Path dir = Path.of(".rozgar", "bench");

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Where table, JSON and chart go (the folder of the data).")
    private @Nullable Path out;

    long seed() {
        return seed;
    }

    /// Starts the engines, loads the jobs, measures, and tells and writes what came of it.
    ///
    /// @param bench what is measured, with the folder for logs
    /// @return the exit code
    int measure(BiFunction<SettingsSources, Path, Outcome> bench, PrintWriter terminal)
            throws IOException, InterruptedException {
        DemoPlan data = SeedCommand.plan(jobs, seed);
        Path results = out == null ? dir : out;
        Files.createDirectories(results);
        try (Stage stage = new Stage()) {
            DemoEngines engines = DemoEngines.start(options.read(), dir, stage);
            load(options.read(engines.settings()), data);
            Outcome outcome = bench.apply(options.sources(engines.settings()), results);
            terminal.println(outcome.text());
            outcome.write(results).forEach(file -> terminal.println("wrote " + file));
            terminal.flush();
            return outcome.isValid() ? Rozgar.OK : Rozgar.FAILED;
        }
    }

    /// Once; the next benchmark finds it as it was.
    private static void load(Settings settings, DemoPlan data) throws InterruptedException {
        try (Wiring wiring = Wiring.open(settings)) {
            Schema.check(wiring.postgres(), true);
            SearchCopy copy = wiring.copy()
                    .orElseThrow(() -> new Refusal("There is nothing to compare: rozgar.write_policy is sql_only."));
            try (Bar bar = Bar.open("indexing")) {
                copy.ensure(new BarWatch(bar));
            }
            copy.start();
            // A refusal means that somebody else's data is there, which then is what is measured.
            Seeding.run(wiring, wiring.jobs(), data, false);
            Seeding.awaitIndex(wiring);
        }
    }
}
