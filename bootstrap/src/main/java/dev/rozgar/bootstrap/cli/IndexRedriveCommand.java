package dev.rozgar.bootstrap.cli;

import dev.rozgar.bootstrap.Wiring;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// What the index refused too often, once more.
@Command(
        name = "redrive",
        description = "Owes once more what the index refused too often; the relay of a running service then sends it.",
        mixinStandardHelpOptions = true)
final class IndexRedriveCommand implements Callable<Integer> {
    @Mixin
    private final SettingsOptions options = new SettingsOptions();

    @Option(names = "--id", paramLabel = "N", description = "This job alone.")
    private @Nullable Long id;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (id != null && id < 1) throw new WrongOption("--id = " + id + ": expected a whole number above zero");
        try (Wiring wiring = Wiring.open(options.read())) {
            long redriven = wiring.postgres().deadLetters().redrive(Optional.ofNullable(id));
            if (id != null && redriven == 0) throw new Refusal("Job " + id + " is not set aside.");
            spec.commandLine()
                    .getOut()
                    .println(redriven == 0 ? "Nothing is set aside." : redriven + " owed once more.");
        }
        return Rozgar.OK;
    }
}
