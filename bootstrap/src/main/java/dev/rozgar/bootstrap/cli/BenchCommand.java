package dev.rozgar.bootstrap.cli;

import dev.rozgar.bootstrap.bench.ArticleBench;
import dev.rozgar.bootstrap.bench.BaselineService;
import dev.rozgar.bootstrap.bench.WritesBench;
import dev.rozgar.bootstrap.settings.Settings;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.Callable;
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
        subcommands = {BenchCommand.Writes.class, SearchBenchCommand.class, BenchCommand.Baseline.class},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:measured, whatever the numbers", "1:a run is invalid, or nothing could be measured"})
final class BenchCommand implements Callable<Integer> {
    private static final int MOST = BenchPace.MOST;
    private static final int MOST_AT_ONCE = 50;

    @Mixin
    private final BenchBoard board = new BenchBoard();

    @Mixin
    private final BenchPace pace = new BenchPace();

    @Option(names = "--gets", defaultValue = "500", description = "GETs in a round (${DEFAULT-VALUE}).")
    private int gets;

    @Option(names = "--posts", defaultValue = "100", description = "POSTs in a round (${DEFAULT-VALUE}).")
    private int posts;

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
        var plan = new ArticleBench.Options(
                pace.rounds(), pace.page(), pace.concurrency(), gets, posts, board.seed(), keep);
        return board.measure(
                (sources, directory) -> ArticleBench.run(sources, plan, directory),
                spec.commandLine().getOut());
    }

    private void check() {
        WrongOption.unlessWithin("--gets", gets, 1, MOST);
        WrongOption.unlessWithin("--posts", posts, 1, MOST);
        pace.check(Math.min(gets, posts));
    }

    /// Measures moves and edits of jobs.
    @Command(
            name = "writes",
            description = {
                "Measures moves and edits of jobs beside a bare transaction of two statements.",
                "Reports and never fails for being slow."
            },
            mixinStandardHelpOptions = true,
            exitCodeListHeading = "%nExit codes:%n",
            exitCodeList = {"0:measured, whatever the numbers", "1:a run is invalid, or nothing could be measured"})
    static final class Writes implements Callable<Integer> {
        @Mixin
        private final BenchBoard board = new BenchBoard();

        @Option(names = "--rounds", defaultValue = "5", description = "How often each measures (${DEFAULT-VALUE}).")
        private int rounds;

        @Option(
                names = "--concurrency",
                defaultValue = "1",
                description = "Writes at the same time (${DEFAULT-VALUE}).")
        private int concurrency;

        @Option(names = "--writes", defaultValue = "500", description = "Of each kind in a round (${DEFAULT-VALUE}).")
        private int writes;

        @Spec
        @SuppressWarnings("NullAway.Init") // set by picocli
        private CommandSpec spec;

        @Override
        public Integer call() throws IOException, InterruptedException {
            WrongOption.unlessWithin("--rounds", rounds, 1, MOST);
            WrongOption.unlessWithin("--writes", writes, 1, MOST);
            WrongOption.unlessWithin("--concurrency", concurrency, 1, Math.min(writes, MOST_AT_ONCE));
            var plan = new WritesBench.Options(rounds, concurrency, writes, board.seed());
            return board.measure(
                    (sources, directory) -> WritesBench.run(sources, plan, directory),
                    spec.commandLine().getOut());
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
