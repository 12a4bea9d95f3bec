package dev.rozgar.bootstrap.cli;

import dev.rozgar.bootstrap.bench.ArticleBench;
import dev.rozgar.bootstrap.bench.SearchBench;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Measures searches.
@Command(
        name = "search",
        description = {
            "Measures lists, words, facets, suggestions and the export with ab beside the bare engines.",
            "Reports and never fails for being slow."
        },
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:measured, whatever the numbers", "1:a run is invalid, or nothing could be measured"})
final class SearchBenchCommand implements Callable<Integer> {
    private static final int MOST_SECONDS = 60;

    @Mixin
    private final BenchBoard board = new BenchBoard();

    @Mixin
    private final BenchPace pace = new BenchPace();

    @Option(
            names = "--seconds",
            defaultValue = "2",
            description = "How long each is measured in a round (${DEFAULT-VALUE}).")
    private int seconds;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        WrongOption.unlessWithin("--seconds", seconds, 1, MOST_SECONDS);
        pace.check();
        ArticleBench.missing().ifPresent(tool -> {
            throw new Refusal(tool);
        });
        var plan = new SearchBench.Options(
                pace.rounds(), pace.page(), pace.concurrency(), Duration.ofSeconds(seconds), board.seed());
        return board.measure(
                (sources, directory) -> SearchBench.run(sources, plan, directory),
                spec.commandLine().getOut());
    }
}
