package dev.rozgar.bootstrap.cli;

import dev.rozgar.bootstrap.Wiring;
import dev.rozgar.bootstrap.demo.DemoPlan;
import dev.rozgar.bootstrap.demo.SeedDemo.Progress;
import dev.rozgar.domain.Decision;
import dev.rozgar.domain.Reason;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Demo data without the demo.
@Command(
        name = "seed",
        description = {
            "Loads demo data into an empty board; what a stopped run has left is completed.",
            "The index follows while a service runs."
        },
        mixinStandardHelpOptions = true)
final class SeedCommand implements Callable<Integer> {
    @Mixin
    private final SettingsOptions options = new SettingsOptions();

    @Option(names = "--jobs", defaultValue = "10000", description = "How many (${DEFAULT-VALUE}).")
    private int jobs;

    @Option(names = "--seed", defaultValue = "42", description = "Same seed, same data (${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--beside-others", description = "Also where the board has companies of its own.")
    private boolean besideOthers;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() {
        DemoPlan plan = plan(jobs, seed);
        PrintWriter out = spec.commandLine().getOut();
        try (Wiring wiring = Wiring.open(options.read())) {
            Schema.check(wiring.postgres(), false);
            switch (Seeding.run(wiring, wiring.postgres().jobRepository(), plan, besideOthers)) {
                case Decision.Accepted<Progress>(Progress there, var _) -> {
                    wiring.postgres().fillVocabulary(Duration.ZERO);
                    out.println(there.jobs() + " jobs of " + there.companies() + " companies are there.");
                }
                case Decision.Refused<Progress>(var reasons) ->
                    throw new Refusal(reasons.stream()
                            .map(SeedCommand::sentence)
                            .collect(Collectors.joining(System.lineSeparator())));
            }
        }
        return Rozgar.OK;
    }

    static DemoPlan plan(int jobs, long seed) {
        WrongOption.unlessWithin("--jobs", jobs, 1, DemoPlan.MOST_JOBS);
        return new DemoPlan(seed, jobs, Instant.now());
    }

    private static String sentence(Reason reason) {
        return reason.detail() + " " + reason.fix();
    }
}
