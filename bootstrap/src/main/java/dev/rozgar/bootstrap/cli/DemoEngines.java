package dev.rozgar.bootstrap.cli;

import dev.rozgar.bootstrap.settings.Settings;
import dev.rozgar.bootstrap.settings.Settings.WritePolicy;
import dev.rozgar.bootstrap.terminal.Bar;
import dev.rozgar.engines.ElasticsearchEngine;
import dev.rozgar.engines.Engine;
import dev.rozgar.engines.EngineOptions;
import dev.rozgar.engines.Engines;
import dev.rozgar.engines.PostgresEngine;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/// The engines of the demo: those that the settings name, and our own in place of those they do not.
///
/// @param settings what leads the service to them
/// @param lines what runs where, for the person at the keyboard
record DemoEngines(Map<String, String> settings, List<String> lines) {
    /// The common pool has but one thread on a machine with two cores.
    private static final Executor IN_PARALLEL = Thread::startVirtualThread;

    private static final Engines OURS = Engines.of(Map.of());
    private static final String POSTGRES_URL = "rozgar.postgres.url";
    private static final String ELASTICSEARCH_URL = "rozgar.elasticsearch.url";

    /// Starts what is missing, both at the same time, and gives them to the stage.
    static DemoEngines start(Settings settings, Path dir, Stage stage) {
        boolean ownPostgres = !settings.isChosen(POSTGRES_URL);
        boolean ownElasticsearch = settings.writePolicy().keepsIndex() && !settings.isChosen(ELASTICSEARCH_URL);
        int both = (ownPostgres ? 1 : 0) + (ownElasticsearch ? 1 : 0);
        try (Bar bar = Bar.open("starting engines")) {
            var percents = new ConcurrentHashMap<String, Integer>();
            EngineOptions options = EngineOptions.kept(dir).reporting((engine, step, percent) -> {
                percents.put(engine, percent);
                bar.step(engine + ": " + step);
                bar.at(percents.values().stream().mapToInt(part -> part).sum(), 100L * both);
            });
            var postgres = begin(ownPostgres, () -> stage.add(OURS.postgres(options)));
            var elasticsearch = begin(ownElasticsearch, () -> stage.add(OURS.elasticsearch(options)));
            return told(settings, join(postgres), join(elasticsearch));
        }
    }

    /// Lets other verbs find them: what leads to them, as a file of settings.
    ///
    /// @return the file; empty if all of them are in the settings anyway
    Optional<Path> keep(Path dir) {
        if (settings.isEmpty()) return Optional.empty();
        StringBuilder lines =
                new StringBuilder("# The engines of the demo, while it runs. Ports change at each start.\n");
        settings.forEach((key, value) ->
                lines.append(key).append(": '").append(value.replace("'", "''")).append("'\n"));
        Path file = dir.resolve("engines.yaml");
        SecretFile.write(file, lines);
        return Optional.of(file);
    }

    private static <E extends Engine> CompletableFuture<Optional<E>> begin(boolean own, Supplier<E> start) {
        if (!own) return CompletableFuture.completedFuture(Optional.empty());
        return CompletableFuture.supplyAsync(() -> Optional.of(start.get()), IN_PARALLEL);
    }

    private static <T> T join(CompletableFuture<T> start) {
        try {
            return start.join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException why ? why : failed;
        }
    }

    private static DemoEngines told(
            Settings settings, Optional<PostgresEngine> postgres, Optional<ElasticsearchEngine> elasticsearch) {
        Map<String, String> found = new LinkedHashMap<>();
        List<String> lines = new ArrayList<>();
        postgres.ifPresentOrElse(
                engine -> {
                    found.put(POSTGRES_URL, engine.jdbcUrl());
                    found.put("rozgar.postgres.user", engine.user());
                    found.put("rozgar.postgres.password", engine.password());
                    lines.add(engine.describe());
                },
                () -> lines.add("PostgreSQL is the one in the settings: " + settings.shown(POSTGRES_URL)));
        elasticsearch.ifPresentOrElse(
                engine -> {
                    found.put(ELASTICSEARCH_URL, engine.uri().toString());
                    lines.add(engine.describe());
                },
                () -> lines.add(
                        settings.writePolicy() == WritePolicy.SQL_ONLY
                                ? "There is no Elasticsearch: rozgar.write_policy is sql_only."
                                : "Elasticsearch is the one in the settings: " + settings.shown(ELASTICSEARCH_URL)));
        return new DemoEngines(found, lines);
    }
}
