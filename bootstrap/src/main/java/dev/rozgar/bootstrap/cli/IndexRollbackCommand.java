package dev.rozgar.bootstrap.cli;

import dev.rozgar.application.PortFailure;
import dev.rozgar.application.rebuild.IndexBuilder;
import dev.rozgar.application.rebuild.Order;
import dev.rozgar.bootstrap.Wiring;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// The index that was live before.
@Command(
        name = "rollback",
        description = "Makes the index that was live before the live one again, once it has what it missed since.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:the earlier index is live", "3:the check refused it; see --force"})
final class IndexRollbackCommand implements Callable<Integer> {
    @Mixin
    private final SettingsOptions options = new SettingsOptions();

    @Option(names = "--force", description = "Swap whatever the check says.")
    private boolean force;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() {
        try (Wiring wiring = Wiring.open(options.read())) {
            return Building.tell(
                    new Building(wiring).run(Order.ROLLBACK.force(force), false),
                    spec.commandLine().getOut());
        } catch (PortFailure failure) {
            if (!failure.code().equals(IndexBuilder.NOTHING_KEPT)) throw failure;
            throw new Refusal("There is nothing to go back to: " + failure.getMessage() + ".");
        }
    }
}
