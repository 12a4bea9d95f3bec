package dev.rozgar.bootstrap.cli;

import dev.rozgar.bootstrap.process.TrainingRun;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// Makes later starts faster.
@Command(
        name = "train",
        description = "Starts the service once for Java to learn from, so that all later starts take half the time.",
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
        Path cache = TrainingRun.cache()
                .orElseThrow(() -> new Refusal(
                        "Java was not told where to keep it: start this by ./rozgar, or with -XX:AOTCache=FILE."));
        long begin = System.nanoTime();
        try (TrainingRun run = TrainingRun.begin(cache, options.sources(Map.of()))) {
            run.complete();
        } catch (IllegalStateException failed) {
            throw new Refusal(String.valueOf(failed.getMessage()));
        }
        Duration took = Duration.ofNanos(System.nanoTime() - begin);
        spec.commandLine().getOut().printf("Kept in %s after %d s.%n", cache, took.toSeconds());
        return Rozgar.OK;
    }
}
