package dev.rozgar.bootstrap.cli;

import dev.rozgar.bootstrap.settings.Effective;
import dev.rozgar.bootstrap.settings.Settings;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// Shows what is set.
@Command(
        name = "config",
        description = "Shows every setting in force with its source; secrets are masked.",
        mixinStandardHelpOptions = true)
final class ConfigCommand implements Callable<Integer> {
    @Mixin
    private final SettingsOptions options = new SettingsOptions();

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() {
        List<Effective> settings =
                Settings.read(options.sources(java.util.Map.of())).effective();
        int width = settings.stream().mapToInt(one -> one.key().length()).max().orElse(0);
        for (Effective one : settings) {
            String line = String.format("%-" + width + "s = %s", one.key(), one.shown());
            spec.commandLine().getOut().printf("%-80s  # %s%n", line, one.source());
        }
        return Rozgar.OK;
    }
}
