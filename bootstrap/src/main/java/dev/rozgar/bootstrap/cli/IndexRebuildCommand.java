package dev.rozgar.bootstrap.cli;

import dev.rozgar.application.rebuild.Order;
import dev.rozgar.bootstrap.Wiring;
import dev.rozgar.bootstrap.settings.Settings;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// A new index in the place of the live one.
@Command(
        name = "rebuild",
        description = "Builds a new index beside the live one, checks it, and swaps, while the service goes on."
                + " A build that was interrupted goes on where it stopped.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:the new index is live", "3:the check refused it; it was given up; see --force"})
final class IndexRebuildCommand implements Callable<Integer> {
    @Mixin
    private final SettingsOptions options = new SettingsOptions();

    @Option(names = "--force", description = "Swap whatever the check says.")
    private boolean force;

    @Option(
            names = "--watch",
            description = "If another process is building one, look on, and go on with it if that process dies.")
    private boolean watch;

    @Option(
            names = "--rate",
            paramLabel = "N",
            description = "Documents in a second at the most; 0: as many as go (rozgar.rebuild.rate).")
    private @Nullable Integer rate;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (rate != null) WrongOption.unlessWithin("--rate", rate, 0, 1_000_000);
        Settings settings = options.read();
        Order order = Order.REBUILD
                .force(force)
                .rate(rate == null ? settings.rebuild().rate() : rate);
        try (Wiring wiring = Wiring.open(settings)) {
            return Building.tell(
                    new Building(wiring).run(order, watch), spec.commandLine().getOut());
        }
    }
}
