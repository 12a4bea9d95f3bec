package dev.rozgar.engines;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// Elasticsearch as a child process: a launcher, which starts the server proper and ends when that ends, and the
/// other way round.
final class EmbeddedElasticsearch implements Recipe {
    private static final List<String> MILESTONES = List.of(
            "version[",
            "Bootstrapping Entitlements",
            "loaded module",
            "using [1] data paths",
            "node name [",
            "] initialized",
            "] started");
    /// Compiles less and collects simply: half the CPU time until it answers, a third less memory, slower in the
    /// long run.
    ///
    /// Such a collector leaves garbage until the heap is full, so what is in use tells nothing about a lack of
    /// memory.
    private static final String SHORT_LIVED = "-XX:TieredStopAtLevel=1\n-XX:+UseSerialGC";
    private static final Path JAVA = Path.of(System.getProperty("java.home"));

    private final EngineOptions options;
    private final Seat seat;
    private final ElasticsearchHealth health = new ElasticsearchHealth();

    private EmbeddedElasticsearch(EngineOptions options, Seat seat) {
        this.options = options;
        this.seat = seat;
    }

    /// Where a node sits: alone, or among others.
    ///
    /// @param settings lines of `elasticsearch.yml`
    record Seat(String settings) {
        static final Seat ALONE = new Seat("""
                node.name: rozgar
                discovery.type: single-node
                transport.port: 0
                """);
    }

    /// A node of a cluster, as a child process. Answers once the cluster does, so all of them must be opened at
    /// once.
    static ElasticsearchEngine join(EngineOptions options, Seat seat) {
        var server = EmbeddedServer.open(new EmbeddedElasticsearch(options, seat), options);
        return new ElasticsearchEngine(server, ElasticsearchHealth.uri(server.port()));
    }

    static ElasticsearchEngine open(EngineOptions options) {
        var recipe = new EmbeddedElasticsearch(options, Seat.ALONE);
        var opened = Opened.by(recipe, recipe.image(), options);
        options.progress().report(recipe.title(), "ready", 100);
        return new ElasticsearchEngine(opened.server(), ElasticsearchHealth.uri(opened.port()));
    }

    /// A full distribution, with the same settings; it brings its own text analysis.
    private Image image() {
        var heap = "-Xms%1$dm -Xmx%1$dm".formatted(options.heapMegabytes());
        var environment = Map.of(
                "discovery.type", "single-node",
                "xpack.security.enabled", "false",
                "cluster.routing.allocation.disk.threshold_enabled", "false",
                "action.auto_create_index", "false",
                "ES_JAVA_OPTS", heap);
        return new Image(
                "elasticsearch:" + Versions.ofBuild().elasticsearch(),
                9200,
                "/usr/share/elasticsearch/data",
                environment,
                List.of(),
                "KILL",
                health::answers);
    }

    @Override
    public String title() {
        return "Elasticsearch";
    }

    @Override
    public Path install(Progress progress) {
        return ElasticsearchBundle.find().install();
    }

    @Override
    public List<Path> reads() {
        return List.of(JAVA, JAVA.resolve("bin/java"));
    }

    @Override
    public void prepare(Launch launch) throws IOException {
        var config = Files.createDirectories(config(launch));
        for (var folder : List.of("data", "logs", "tmp")) {
            Files.createDirectories(launch.node().resolve(folder));
        }
        Files.writeString(config.resolve("elasticsearch.yml"), settings(launch));
        Files.writeString(config.resolve("jvm.options"), jvmOptions());
        Files.writeString(config.resolve("log4j2.properties"), LOGGING);
        launch.runAs().give(launch.node());
    }

    @Override
    public ProcessBuilder command(Launch launch) {
        var program = launch.installation().resolve("bin/elasticsearch").toString();
        var command = Commands.bare(launch.runAs().command(List.of(program)), launch.node());
        command.environment().put("ES_JAVA_HOME", JAVA.toString());
        command.environment().put("ES_PATH_CONF", config(launch).toString());
        command.environment().put("ES_TMPDIR", launch.node().resolve("tmp").toString());
        return command;
    }

    @Override
    public int started(Launch launch, ProcessHandle process) throws IOException {
        var printed = Files.readString(launch.log(), StandardCharsets.ISO_8859_1);
        var passed = MILESTONES.stream().filter(printed::contains).count();
        if (passed < MILESTONES.size()) {
            return (int) (10 + 80 * passed / MILESTONES.size());
        }
        return health.answers(launch.port()) ? 100 : 95;
    }

    @Override
    public String advice(String printed) {
        if (printed.contains("There is insufficient memory") || printed.contains("Could not reserve enough space")) {
            return "Too little memory is free: stop something else, or give it a smaller heap.";
        }
        if (printed.contains("BindHttpException") || printed.contains("Address already in use")) {
            return "Its port was taken at this moment: start again or choose another one.";
        }
        if (printed.contains("No space left")) {
            return "The disk is full: free some space.";
        }
        if (printed.contains("cannot downgrade a node") || printed.contains("cannot upgrade a node")) {
            return "Its data belongs to another version: choose another folder, or delete that one and index again.";
        }
        return "";
    }

    @Override
    public String signal(Halt how) {
        return switch (how) {
            case ORDERLY -> "TERM";
            case IMMEDIATE, KILL -> "KILL";
        };
    }

    /// Kills the launcher; the server sees the end of its input and stops in order.
    @Override
    public String deathSignal() {
        return "KILL";
    }

    @Override
    public Duration patience() {
        return Duration.ofMinutes(4);
    }

    @Override
    public List<ProcessHandle> namedByData(Path node) {
        return List.of();
    }

    private String settings(Launch launch) {
        return seat.settings()
                + """
                cluster.name: rozgar
                network.host: 127.0.0.1
                http.port: %d
                path.data: "%s"
                path.logs: "%s"
                xpack.security.enabled: false
                cluster.routing.allocation.disk.threshold_enabled: false
                action.auto_create_index: false
                indices.breaker.total.use_real_memory: %s
                """.formatted(
                                launch.port(),
                                launch.node().resolve("data"),
                                launch.node().resolve("logs"),
                                options.durable());
    }

    /// As the server's own file says, without touching every page of the heap at start and without files in its
    /// folder.
    private String jvmOptions() {
        return """
                -Xms%1$dm
                -Xmx%1$dm
                -XX:-AlwaysPreTouch
                %2$s
                -Djava.io.tmpdir=${ES_TMPDIR}
                --add-modules=jdk.incubator.vector
                -Dorg.apache.lucene.store.defaultReadAdvice=normal
                -Dorg.apache.lucene.store.MMapDirectory.sharedArenaMaxPermits=1
                --add-opens=java.base/jdk.internal.misc=ALL-UNNAMED
                -XX:+ExitOnOutOfMemoryError
                """.formatted(options.heapMegabytes(), options.durable() ? "-XX:+UseG1GC" : SHORT_LIVED);
    }

    private static final String LOGGING = """
            status = error
            appender.console.type = Console
            appender.console.name = console
            appender.console.layout.type = PatternLayout
            appender.console.layout.pattern = [%d{ISO8601}][%-5p][%-25c{1.}] %m%consoleException%n
            rootLogger.level = warn
            rootLogger.appenderRef.console.ref = console
            logger.start.name = org.elasticsearch.bootstrap.Elasticsearch
            logger.start.level = info
            logger.plugins.name = org.elasticsearch.plugins.PluginsService
            logger.plugins.level = info
            logger.paths.name = org.elasticsearch.env.NodeEnvironment
            logger.paths.level = info
            logger.node.name = org.elasticsearch.node.Node
            logger.node.level = info
            """;

    private static Path config(Launch launch) {
        return launch.node().resolve("config");
    }
}
