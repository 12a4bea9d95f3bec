package dev.rozgar.bootstrap.cli;

import picocli.CommandLine.Option;

/// How pages are asked for in a benchmark.
final class BenchPace {
    static final int MOST = 1_000_000;
    /// The bare engines are given as many connections of each kind.
    private static final int MOST_AT_ONCE = 50;
    private static final int MOST_ON_A_PAGE = 100;

    @Option(names = "--rounds", defaultValue = "5", description = "How often each measures (${DEFAULT-VALUE}).")
    private int rounds;

    @Option(names = "--page", defaultValue = "20", description = "Jobs on a page (${DEFAULT-VALUE}).")
    private int page;

    @Option(names = "--concurrency", defaultValue = "10", description = "Requests at the same time (${DEFAULT-VALUE}).")
    private int concurrency;

    /// @param requests of a round, at the least: `ab` refuses to be more at the same time than there are
    void check(int requests) {
        WrongOption.unlessWithin("--rounds", rounds, 1, MOST);
        WrongOption.unlessWithin("--page", page, 1, MOST_ON_A_PAGE);
        WrongOption.unlessWithin("--concurrency", concurrency, 1, Math.min(requests, MOST_AT_ONCE));
    }

    /// Where there are as many requests as one likes.
    void check() {
        check(MOST_AT_ONCE);
    }

    int rounds() {
        return rounds;
    }

    int page() {
        return page;
    }

    int concurrency() {
        return concurrency;
    }
}
