package dev.rozgar.bootstrap.prove.stand;

import dev.rozgar.bootstrap.Opened;
import dev.rozgar.engines.Database;
import dev.rozgar.engines.ElasticsearchCluster;
import dev.rozgar.engines.ElasticsearchEngine;
import dev.rozgar.engines.EngineOptions;
import dev.rozgar.engines.Engines;
import dev.rozgar.engines.Origin;
import dev.rozgar.engines.PostgresEngine;
import dev.rozgar.engines.Progress;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/// A PostgreSQL and an Elasticsearch that belong to the proofs alone, child processes to be killed, frozen and put back
/// in time. Started when first asked for and shared by the proofs of one run, each of which takes a board of its own.
public final class Stand implements AutoCloseable {
    private static final AtomicInteger BOARDS = new AtomicInteger();
    private static final int HEAP = 512;

    private final Opened opened = new Opened();
    private final Path directory;
    private final boolean brief;
    private Optional<Both> engines = Optional.empty();
    private Optional<Database> template = Optional.empty();

    private record Both(PostgresEngine postgres, ElasticsearchEngine elasticsearch) {}

    /// @param directory for the logs of the nodes
    /// @param brief engines and nodes start quickly and do not reach their full speed
    public Stand(Path directory, boolean brief) {
        this.directory = directory;
        this.brief = brief;
    }

    public PostgresEngine postgres() {
        return both().postgres();
    }

    public ElasticsearchEngine elasticsearch() {
        return both().elasticsearch();
    }

    public Path directory() {
        return directory;
    }

    public boolean isBrief() {
        return brief;
    }

    EngineOptions options() {
        return new EngineOptions(Optional.empty(), 0, HEAP, !brief, EnumSet.of(Origin.EMBEDDED), Progress.SILENT);
    }

    /// An Elasticsearch of several nodes, the caller's own.
    public ElasticsearchCluster cluster(int nodes) {
        return ElasticsearchCluster.open(nodes, options());
    }

    /// A board with an empty database and no index yet, on the engines of this stand.
    ///
    /// @param name of the proof
    /// @param settings by full key, over those that every proof has
    public ProvedBoard board(String name, Map<String, String> settings) {
        return board(name, Cluster.of(elasticsearch()), settings);
    }

    /// As [#board(String,Map)], with another Elasticsearch.
    public ProvedBoard board(String name, Cluster cluster, Map<String, String> settings) {
        var number = BOARDS.incrementAndGet();
        var database = freshDatabase("proof_" + ProcessHandle.current().pid() + "_" + number);
        return new ProvedBoard(this, new ProvedBoard.Place(name, database, "proof" + number, cluster), settings);
    }

    /// Migrated once; the others are copies.
    private synchronized Database freshDatabase(String name) {
        var server = postgres().database();
        if (template.isEmpty()) template = Optional.of(migrated(server));
        execute(server, "create database " + name + " template " + TEMPLATE);
        return server.named(name);
    }

    private static final String TEMPLATE = "proof_template";

    private static Database migrated(Database server) {
        execute(server, "create database " + TEMPLATE);
        var database = server.named(TEMPLATE);
        ProvedBoard.migrate(database);
        return database;
    }

    private static void execute(Database server, String sql) {
        try (var truth = new Truth(server)) {
            truth.run(sql);
        }
    }

    private synchronized Both both() {
        if (engines.isEmpty()) {
            var ours = Engines.of(Map.of());
            // Both at once: that is most of the time a short run takes.
            var elasticsearch = CompletableFuture.supplyAsync(
                    () -> opened.add(ours.elasticsearch(options())), Thread::startVirtualThread);
            var postgres = opened.add(ours.postgres(options()));
            engines = Optional.of(new Both(postgres, elasticsearch.join()));
        }
        return engines.get();
    }

    @Override
    public void close() {
        opened.close();
    }
}
