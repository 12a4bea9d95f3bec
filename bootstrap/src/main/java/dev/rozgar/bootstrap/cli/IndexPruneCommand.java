package dev.rozgar.bootstrap.cli;

import dev.rozgar.bootstrap.Wiring;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Earlier indexes, removed.
@Command(
        name = "prune",
        description = "Removes indexes that were live before; a swap does so by itself, but for the newest.",
        mixinStandardHelpOptions = true)
final class IndexPruneCommand implements Callable<Integer> {
    @Mixin
    private final SettingsOptions options = new SettingsOptions();

    @Option(
            names = "--keep",
            paramLabel = "N",
            defaultValue = "1",
            description = "How many of them to keep (${DEFAULT-VALUE}). With 0 there is nothing to go back to.")
    private int keep;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() {
        WrongOption.unlessWithin("--keep", keep, 0, 1_000);
        try (Wiring wiring = Wiring.open(options.read())) {
            List<String> gone = Building.copy(wiring).prune(keep);
            spec.commandLine()
                    .getOut()
                    .println(gone.isEmpty() ? "Nothing to remove." : "Removed " + String.join(", ", gone) + ".");
        }
        return Rozgar.OK;
    }
}
