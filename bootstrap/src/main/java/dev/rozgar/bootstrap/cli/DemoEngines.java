package dev.rozgar.bootstrap.cli;

import dev.rozgar.bootstrap.settings.Settings;
import dev.rozgar.bootstrap.terminal.Bar;
import dev.rozgar.engines.ElasticsearchEngine;
import dev.rozgar.engines.EngineOptions;
import dev.rozgar.engines.Engines;
import dev.rozgar.engines.PostgresEngine;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/// The engines of the demo: those that the settings name, and our own in place of those they do not.
///
/// @param settings what leads the service to them
/// @param lines what runs where, for the person at the keyboard
record DemoEngines(Map<String, String> settings, List<String> lines) {
    private static final String POSTGRES = "PostgreSQL";
    private static final String ELASTICSEARCH = "Elasticsearch";

    /// Starts what is missing, both at the same time, and gives them to the stage.
    static DemoEngines start(Settings settings, Path dir, Stage stage) {
        var percents = new ConcurrentHashMap<String, Integer>();
        if (!settings.namesPostgres()) percents.put(POSTGRES, 0);
        if (!settings.namesElasticsearch()) percents.put(ELASTICSEARCH, 0);
        Optional<PostgresEngine> postgres;
        Optional<ElasticsearchEngine> elasticsearch;
        try (Bar bar = Bar.open("starting engines")) {
            EngineOptions options = EngineOptions.kept(dir).reporting((engine, step, percent) -> {
                percents.put(engine, percent);
                bar.step(engine + ": " + step);
                bar.at(percents.values().stream().mapToInt(part -> part).sum(), 100L * percents.size());
            });
            Engines ours = Engines.of(Map.of());
            var first = CompletableFuture.supplyAsync(() -> settings.namesPostgres()
                    ? Optional.<PostgresEngine>empty()
                    : Optional.of(stage.add(ours.postgres(options))));
            var second = CompletableFuture.supplyAsync(() -> settings.namesElasticsearch()
                    ? Optional.<ElasticsearchEngine>empty()
                    : Optional.of(stage.add(ours.elasticsearch(options))));
            postgres = join(first);
            elasticsearch = join(second);
        }
        return told(settings, postgres, elasticsearch);
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
                    found.put("rozgar.postgres.url", engine.jdbcUrl());
                    found.put("rozgar.postgres.user", engine.user());
                    found.put("rozgar.postgres.password", engine.password());
                    lines.add(engine.describe());
                },
                () -> lines.add("PostgreSQL is the one in the settings: " + settings.shown("rozgar.postgres.url")));
        elasticsearch.ifPresentOrElse(
                engine -> {
                    found.put("rozgar.elasticsearch.url", engine.uri().toString());
                    lines.add(engine.describe());
                },
                () -> lines.add(
                        "Elasticsearch is the one in the settings: " + settings.shown("rozgar.elasticsearch.url")));
        return new DemoEngines(found, lines);
    }
}
