package dev.rozgar.engines;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The door: opens a PostgreSQL or an Elasticsearch. The first that works of: the server that the environment
/// names, a container when Docker answers, a child process.
public final class Engines {
    public static final String POSTGRES_URL = "ROZGAR_POSTGRES_URL";
    public static final String POSTGRES_USER = "ROZGAR_POSTGRES_USER";
    public static final String POSTGRES_PASSWORD = "ROZGAR_POSTGRES_PASSWORD";
    public static final String ELASTICSEARCH_URL = "ROZGAR_ELASTICSEARCH_URL";

    private final Map<String, String> environment;

    private Engines(Map<String, String> environment) {
        this.environment = environment;
    }

    public static Engines ofEnvironment() {
        return new Engines(System.getenv());
    }

    /// As if the process had this environment; an empty one means servers of our own.
    public static Engines of(Map<String, String> environment) {
        return new Engines(Map.copyOf(environment));
    }

    /// Runs `first` before the engines stop when this JVM is told to end (SIGTERM, Ctrl-C): the place to drain
    /// requests and close pools while PostgreSQL still answers.
    public static void beforeShutdown(Runnable first) {
        Shutdown.first(first);
    }

    /// Opens a PostgreSQL that answers, with a database `rozgar` when it is ours.
    public PostgresEngine postgres(EngineOptions options) {
        return named(POSTGRES_URL)
                .map(url -> PostgresEngine.at(
                        new Database(url, or(POSTGRES_USER, "postgres"), or(POSTGRES_PASSWORD, "postgres"))))
                .orElseGet(() -> EmbeddedPostgres.open(options));
    }

    /// Opens an Elasticsearch that answers.
    public ElasticsearchEngine elasticsearch(EngineOptions options) {
        return named(ELASTICSEARCH_URL)
                .map(url -> ElasticsearchEngine.at(URI.create(url)))
                .orElseGet(() -> EmbeddedElasticsearch.open(options));
    }

    private Optional<String> named(String variable) {
        return Optional.ofNullable(environment.get(variable)).filter(value -> !value.isBlank());
    }

    private String or(String variable, String otherwise) {
        @Nullable String value = environment.get(variable);
        return value == null ? otherwise : value;
    }
}
