package dev.rozgar.engines;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/// Engines for tests: one server of each kind for a whole test JVM, started when first asked for and stopped with
/// it. Every test takes a database or an index prefix of its own.
///
/// `ROZGAR_TEST_POSTGRES_URL` (`_USER`, `_PASSWORD`) and `ROZGAR_TEST_ELASTICSEARCH_URL`, or the same without
/// `TEST_`, name running servers instead: no start to wait for. What a test took there is dropped at the end.
public final class TestEngines {
    private static final AtomicInteger COUNT = new AtomicInteger();

    private TestEngines() {}

    /// The shared PostgreSQL; it is not for stopping.
    public static PostgresEngine postgres() {
        return SharedPostgres.ENGINE;
    }

    /// The shared Elasticsearch; it is not for stopping.
    public static ElasticsearchEngine elasticsearch() {
        return SharedElasticsearch.ENGINE;
    }

    /// A new, empty database.
    public static Database freshDatabase() {
        return freshDatabase(Optional.empty());
    }

    /// A new database with everything that is in the template, to which nobody may be connected: migrate once,
    /// copy often.
    public static Database freshDatabaseLike(Database template) {
        return freshDatabase(Optional.of(template.name()));
    }

    /// A prefix for names of indices that no other test uses: lower case, ends with a hyphen.
    public static String freshIndexPrefix() {
        var prefix = freshName() + "-";
        SharedElasticsearch.TAKEN.add(prefix);
        return prefix;
    }

    /// A PostgreSQL of the caller's own, to be stopped and killed.
    public static PostgresEngine privatePostgres() {
        return Engines.of(Map.of()).postgres(EngineOptions.temporary());
    }

    /// An Elasticsearch of the caller's own, to be stopped and killed. Takes as long to start as Elasticsearch
    /// does.
    public static ElasticsearchEngine privateElasticsearch() {
        return Engines.of(Map.of()).elasticsearch(EngineOptions.temporary());
    }

    private static Database freshDatabase(Optional<String> template) {
        var fresh = Databases.create(postgres().database(), freshName(), template);
        SharedPostgres.TAKEN.add(fresh.name());
        return fresh;
    }

    /// The process number keeps test JVMs apart that share one configured server; the time, those that had it
    /// before.
    private static String freshName() {
        var time = Long.toString(System.currentTimeMillis(), Character.MAX_RADIX);
        return "t" + time + "_" + ProcessHandle.current().pid() + "_" + COUNT.incrementAndGet();
    }

    private static Engines named() {
        var environment = new HashMap<>(System.getenv());
        for (var variable : List.of(
                Engines.POSTGRES_URL, Engines.POSTGRES_USER, Engines.POSTGRES_PASSWORD, Engines.ELASTICSEARCH_URL)) {
            var forTests = environment.get(variable.replace("ROZGAR_", "ROZGAR_TEST_"));
            if (forTests != null) {
                environment.put(variable, forTests);
            }
        }
        return Engines.of(environment);
    }

    /// Loaded, and so started, by the first test that asks.
    private static final class SharedPostgres {
        static final Leftovers TAKEN = new Leftovers();
        static final PostgresEngine ENGINE = named().postgres(EngineOptions.temporary());

        static {
            System.err.println(ENGINE.describe());
            TAKEN.dropAtEnd(ENGINE, name -> Databases.drop(ENGINE.database(), name));
        }
    }

    private static final class SharedElasticsearch {
        static final Leftovers TAKEN = new Leftovers();
        static final ElasticsearchEngine ENGINE = named().elasticsearch(EngineOptions.temporary());

        static {
            System.err.println(ENGINE.describe());
            TAKEN.dropAtEnd(ENGINE, prefix -> Indices.deleteAll(ENGINE.uri(), prefix));
        }
    }
}
