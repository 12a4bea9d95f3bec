package dev.rozgar.bootstrap.cli;

import dev.rozgar.adapters.postgres.Postgres;
import dev.rozgar.bootstrap.settings.Settings;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// Brings the database up to date.
@Command(
        name = "migrate",
        description = "Brings the database up to date; twice does no harm.",
        mixinStandardHelpOptions = true)
final class MigrateCommand implements Callable<Integer> {
    @Mixin
    private final SettingsOptions options = new SettingsOptions();

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() {
        Settings settings = options.read();
        try (Postgres postgres = Postgres.open(settings.postgres())) {
            List<String> pending = postgres.pendingMigrations();
            postgres.migrate();
            postgres.checkDeclaration();
            spec.commandLine()
                    .getOut()
                    .println(pending.isEmpty() ? "Up to date." : "Migrated: " + String.join(", ", pending) + ".");
        }
        return Rozgar.OK;
    }
}
