package dev.rozgar.bootstrap.cli;

import dev.rozgar.bootstrap.SearchCopy;
import dev.rozgar.bootstrap.Service;
import dev.rozgar.bootstrap.Wiring;
import dev.rozgar.bootstrap.settings.Settings;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// The service itself.
@Command(
        name = "serve",
        description = "Serves on PostgreSQL, and on Elasticsearch unless write_policy is sql_only.",
        mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {
    @Mixin
    private final SettingsOptions options = new SettingsOptions();

    @Option(names = "--port", description = "rozgar.server.port")
    private @Nullable Integer port;

    @Option(
            names = "--auto-migrate",
            description =
                    "Bring database and index up to date by itself, filling in what is new" + " (rozgar.auto_migrate).")
    private boolean autoMigrate;

    @Option(names = "--migrate", description = "Bring the database up to date first, instead of refusing to start.")
    private boolean migrate;

    @Override
    public Integer call() throws InterruptedException {
        Settings settings = options.read(chosen());
        FreePort.require(settings.server());
        try (Stage stage = new Stage()) {
            Wiring wiring = stage.add(Wiring.open(settings));
            Schema.check(wiring.postgres(), migrate || settings.rebuild().autoMigrate());
            if (!settings.rebuild().autoMigrate()) wiring.copy().ifPresent(Schema::check);
            wiring.copy().ifPresent(SearchCopy::start);
            stage.add(Service.start(settings, wiring));
            stage.awaitEnd();
        }
        return Rozgar.OK;
    }

    private Map<String, String> chosen() {
        Map<String, String> chosen = new HashMap<>();
        if (port != null) chosen.put("rozgar.server.port", String.valueOf(port));
        if (autoMigrate) chosen.put("rozgar.auto_migrate", "true");
        return chosen;
    }
}
