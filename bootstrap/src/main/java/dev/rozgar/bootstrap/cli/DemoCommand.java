package dev.rozgar.bootstrap.cli;

import dev.rozgar.application.access.Role;
import dev.rozgar.bootstrap.SearchCopy;
import dev.rozgar.bootstrap.Service;
import dev.rozgar.bootstrap.Wiring;
import dev.rozgar.bootstrap.demo.DemoPlan;
import dev.rozgar.bootstrap.settings.Settings;
import dev.rozgar.bootstrap.terminal.Bar;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Everything on this machine: engines, data, service.
@Command(
        name = "demo",
        description = "Starts PostgreSQL and Elasticsearch if none are configured, loads demo data, and serves.",
        mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
    @Mixin
    private final SettingsOptions options = new SettingsOptions();

    @Option(names = "--port", description = "Where to serve (rozgar.server.port).")
    private @Nullable Integer port;

    @Option(
            names = "--jobs",
            defaultValue = "10000",
            description = "Jobs to load into an empty board (${DEFAULT-VALUE}).")
    private int jobs;

    @Option(names = "--seed", defaultValue = "42", description = "Same seed, same data (${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--dir", defaultValue = ".rozgar", description = "Where the data stays (${DEFAULT-VALUE}).")
    private Path dir = Path.of(".rozgar");

    @Option(names = "--fresh", description = "Throw the data in that folder away first; without it the data is kept.")
    private boolean fresh;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        long begin = System.nanoTime();
        Settings given = options.read(chosen());
        DemoPlan plan = SeedCommand.plan(jobs, seed);
        FreePort.require(given.server());
        if (fresh) DataFolder.empty(dir);
        try (Stage stage = new Stage()) {
            DemoEngines engines = DemoEngines.start(given, dir, stage);
            Settings settings = options.read(completed(given, engines));
            Wiring wiring = stage.add(Wiring.open(settings));
            Schema.check(wiring.postgres(), true);
            fill(wiring, plan);
            Service service = stage.add(Service.start(settings, wiring));
            Map<Role, String> keys = DemoKeys.ensure(wiring, dir, Guide.company(wiring));
            Duration took = Duration.ofNanos(System.nanoTime() - begin);
            var guide = new Guide(engines.lines(), dir, service.address(), keys, took);
            engines.keep(dir)
                    .ifPresent(file -> spec.commandLine()
                            .getOut()
                            .printf("%nOther verbs beside it: ./rozgar keys list --config %s%n", file));
            guide.print(wiring, spec.commandLine().getOut());
            stage.awaitEnd();
        }
        return Rozgar.OK;
    }

    /// The index first: so every job gets there by the relay, once.
    private void fill(Wiring wiring, DemoPlan plan) throws InterruptedException {
        if (wiring.copy().isPresent()) {
            SearchCopy copy = wiring.copy().get();
            try (Bar bar = Bar.open("indexing")) {
                copy.ensure(new BarWatch(bar));
            }
            copy.start();
        }
        // A refusal means that somebody else's data is there, which then is what the demo shows.
        Seeding.run(wiring, wiring.jobs(), plan, false);
        Seeding.awaitIndex(wiring);
    }

    private Map<String, String> chosen() {
        return port == null ? Map.of() : Map.of("rozgar.server.port", String.valueOf(port));
    }

    private Map<String, String> completed(Settings given, DemoEngines engines) {
        Map<String, String> all = new LinkedHashMap<>(chosen());
        // It brings its database up to date by itself as well.
        if (!given.isChosen("rozgar.auto_migrate")) all.put("rozgar.auto_migrate", "true");
        // Nobody is there to verify a company that registers.
        if (!given.isChosen("rozgar.trust_companies")) all.put("rozgar.trust_companies", "true");
        // Whoever tries the demo listens on the same machine.
        if (!given.isChosen("rozgar.webhooks.targets")) all.put("rozgar.webhooks.targets", "any");
        all.putAll(engines.settings());
        return all;
    }
}
