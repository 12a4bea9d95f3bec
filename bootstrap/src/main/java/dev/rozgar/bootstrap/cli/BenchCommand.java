package dev.rozgar.bootstrap.cli;

import dev.rozgar.bootstrap.SearchCopy;
import dev.rozgar.bootstrap.Wiring;
import dev.rozgar.bootstrap.bench.ArticleBench;
import dev.rozgar.bootstrap.bench.BaselineService;
import dev.rozgar.bootstrap.bench.Outcome;
import dev.rozgar.bootstrap.demo.DemoPlan;
import dev.rozgar.bootstrap.settings.Settings;
import dev.rozgar.bootstrap.terminal.Bar;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Measures. Without a subcommand it repeats the article's experiment.
@Command(
        name = "bench",
        description = {
            "Measures the service with ab as the article did.",
            "GETs and POSTs on both paths, in turn, beside the bare engines and beside a query for each relation.",
            "Reports and never fails for being slow."
        },
        mixinStandardHelpOptions = true,
        subcommands = BenchCommand.Baseline.class,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:measured, whatever the numbers", "1:a run is invalid, or nothing could be measured"})
final class BenchCommand implements Callable<Integer> {
    private static final int MOST = 1_000_000;
    private static final int MOST_ON_A_PAGE = 100;

    @Mixin
    private final SettingsOptions options = new SettingsOptions();

    @Option(
            names = "--jobs",
            defaultValue = "50000",
            description = "Jobs to load into an empty board (${DEFAULT-VALUE}).")
    private int jobs;

    @Option(names = "--seed", defaultValue = "42", description = "Same seed, same data (${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--rounds", defaultValue = "5", description = "How often each measures (${DEFAULT-VALUE}).")
    private int rounds;

    @Option(names = "--page", defaultValue = "20", description = "Jobs on a page (${DEFAULT-VALUE}).")
    private int page;

    @Option(names = "--concurrency", defaultValue = "10", description = "Requests at the same time (${DEFAULT-VALUE}).")
    private int concurrency;

    @Option(names = "--gets", defaultValue = "500", description = "GETs in a round (${DEFAULT-VALUE}).")
    private int gets;

    @Option(names = "--posts", defaultValue = "100", description = "POSTs in a round (${DEFAULT-VALUE}).")
    private int posts;

    @Option(names = "--dir", defaultValue = ".rozgar/bench", description = "Where the data stays (${DEFAULT-VALUE}).")
    private Path dir = Path.of(".rozgar", "bench");

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Where table, JSON and chart go (the folder of the data).")
    private @Nullable Path out;

    @Option(names = "--keep", description = "Leave the posted jobs in the board instead of deleting them each round.")
    private boolean keep;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        check();
        ArticleBench.missing().ifPresent(tool -> {
            throw new Refusal(tool);
        });
        DemoPlan data = SeedCommand.plan(jobs, seed);
        var plan = new ArticleBench.Options(rounds, page, concurrency, gets, posts, seed, keep);
        Path results = out == null ? dir : out;
        Files.createDirectories(results);
        try (Stage stage = new Stage()) {
            Settings given = options.read();
            DemoEngines engines = DemoEngines.start(given, dir, stage);
            Settings settings = options.read(engines.settings());
            load(settings, data);
            Outcome outcome = ArticleBench.run(options.sources(engines.settings()), plan, results);
            PrintWriter terminal = spec.commandLine().getOut();
            terminal.println(outcome.text());
            outcome.write(results).forEach(file -> terminal.println("wrote " + file));
            terminal.flush();
            return outcome.isValid() ? Rozgar.OK : Rozgar.FAILED;
        }
    }

    private void check() {
        WrongOption.unlessWithin("--rounds", rounds, 1, MOST);
        WrongOption.unlessWithin("--page", page, 1, MOST_ON_A_PAGE);
        WrongOption.unlessWithin("--gets", gets, 1, MOST);
        WrongOption.unlessWithin("--posts", posts, 1, MOST);
        // ab refuses to be more at the same time than there are requests.
        WrongOption.unlessWithin("--concurrency", concurrency, 1, Math.min(gets, posts));
    }

    /// Once; the next benchmark finds it as it was.
    private void load(Settings settings, DemoPlan data) throws InterruptedException {
        try (Wiring wiring = Wiring.open(settings)) {
            Schema.check(wiring.postgres(), true);
            SearchCopy copy = wiring.copy()
                    .orElseThrow(() -> new Refusal("There is nothing to compare: rozgar.write_policy is sql_only."));
            try (Bar bar = Bar.open("indexing")) {
                copy.ensure(bar::at);
            }
            copy.start();
            // A refusal means that somebody else's data is there, which then is what is measured.
            Seeding.run(wiring, wiring.jobs(), data, false);
            Seeding.awaitIndex(wiring);
        }
    }

    /// Serves what the article compared itself with. The benchmark starts it by itself.
    @Command(
            name = "baseline",
            hidden = true,
            description = "Serves lists read with a query for each relation.",
            mixinStandardHelpOptions = true)
    static final class Baseline implements Callable<Integer> {
        @Mixin
        private final SettingsOptions options = new SettingsOptions();

        @Option(names = "--port", required = true, description = "rozgar.server.port")
        private int port;

        @Override
        public Integer call() throws InterruptedException {
            Settings settings = options.read(Map.of("rozgar.server.port", String.valueOf(port)));
            try (Stage stage = new Stage()) {
                stage.add(BaselineService.start(settings));
                stage.awaitEnd();
            }
            return Rozgar.OK;
        }
    }
}
