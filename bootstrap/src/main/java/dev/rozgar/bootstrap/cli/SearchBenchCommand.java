package dev.rozgar.bootstrap.cli;

import dev.rozgar.bootstrap.bench.ArticleBench;
import dev.rozgar.bootstrap.bench.SearchBench;
import java.io.IOException;
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
    private static final int MOST = 1_000_000;
    private static final int MOST_ON_A_PAGE = 100;

    @Mixin
    private final BenchBoard board = new BenchBoard();

    @Option(names = "--rounds", defaultValue = "5", description = "How often each measures (${DEFAULT-VALUE}).")
    private int rounds;

    @Option(names = "--page", defaultValue = "20", description = "Jobs on a page (${DEFAULT-VALUE}).")
    private int page;

    @Option(names = "--concurrency", defaultValue = "10", description = "Requests at the same time (${DEFAULT-VALUE}).")
    private int concurrency;

    @Option(names = "--requests", defaultValue = "500", description = "Of each kind in a round (${DEFAULT-VALUE}).")
    private int requests;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        WrongOption.unlessWithin("--rounds", rounds, 1, MOST);
        WrongOption.unlessWithin("--page", page, 1, MOST_ON_A_PAGE);
        WrongOption.unlessWithin("--requests", requests, 1, MOST);
        WrongOption.unlessWithin("--concurrency", concurrency, 1, requests);
        ArticleBench.missing().ifPresent(tool -> {
            throw new Refusal(tool);
        });
        var plan = new SearchBench.Options(rounds, page, concurrency, requests, board.seed());
        return board.measure(
                (sources, directory) -> SearchBench.run(sources, plan, directory),
                spec.commandLine().getOut());
    }
}
