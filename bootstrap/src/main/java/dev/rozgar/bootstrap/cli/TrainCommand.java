package dev.rozgar.bootstrap.cli;

import dev.rozgar.bootstrap.process.TrainingRun;
import dev.rozgar.bootstrap.terminal.Bar;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// Makes later starts faster.
@Command(
        name = "train",
        description =
                "Starts the service once beside this, on its engines, for Java to learn from: later starts are faster.",
        mixinStandardHelpOptions = true)
final class TrainCommand implements Callable<Integer> {
    @Mixin
    private final SettingsOptions options = new SettingsOptions();

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        options.read();
        try (Stage stage = new Stage()) {
            Path cache = TrainingRun.cache();
            TrainingRun run = stage.add(new TrainingRun(cache, options.sources(Map.of())));
            int steps = TrainingRun.Step.values().length;
            try (Bar bar = Bar.open("learning")) {
                run.complete(step -> {
                    bar.step(step.name().toLowerCase(Locale.ROOT));
                    bar.at(step.ordinal(), steps);
                });
                bar.at(steps, steps);
            }
            spec.commandLine().getOut().printf("Later starts use %s.%n", cache);
        } catch (IllegalStateException | UncheckedIOException failed) {
            throw new Refusal(String.valueOf(failed.getMessage()));
        }
        return Rozgar.OK;
    }
}
