package dev.rozgar.bootstrap.prove.stand;

import dev.rozgar.adapters.postgres.Postgres;
import dev.rozgar.application.access.IssueKey;
import dev.rozgar.application.access.NewKey;
import dev.rozgar.application.access.Role;
import dev.rozgar.bootstrap.Opened;
import dev.rozgar.bootstrap.process.ServiceProcess;
import dev.rozgar.bootstrap.prove.fault.FaultProxy;
import dev.rozgar.bootstrap.settings.Settings;
import dev.rozgar.bootstrap.settings.SettingsSources;
import dev.rozgar.domain.Decision;
import dev.rozgar.engines.Database;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The board under proof: nodes of the service as processes of their own, which reach their engines through proxies
/// only, and a look past all of that at what PostgreSQL and Elasticsearch hold.
public final class ProvedBoard implements AutoCloseable {
    private static final List<String> BRIEF = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    private final Opened opened = new Opened();
    private final Stand stand;
    private final Place place;
    private final Map<String, String> wanted;
    /// The first is for verbs and for adapters in this process; each node has one of its own.
    private final List<Door> doors = new ArrayList<>();
    private final String key;
    private final Truth truth;
    private final IndexScan index;
    private final List<Node> nodes = new ArrayList<>();

    /// @param prefix of its indexes
    record Place(String name, Database database, String prefix, Cluster cluster) {}

    ProvedBoard(Stand stand, Place place, Map<String, String> settings) {
        this.stand = stand;
        this.place = place;
        this.wanted = Map.copyOf(settings);
        addDoor();
        this.key = operatorsKey(place.database());
        this.truth = opened.add(new Truth(place.database()));
        this.index = opened.add(new IndexScan(place.cluster().nodes().getLast().uri(), place.prefix() + "-jobs-write"));
    }

    private Door addDoor() {
        Door door = opened.add(Door.to(place.database(), place.cluster()));
        doors.add(door);
        return door;
    }

    private SettingsSources sources(Door door) {
        Map<String, String> all = new LinkedHashMap<>(door.settings());
        all.put("rozgar.postgres.user", place.database().user());
        all.put("rozgar.postgres.password", place.database().password());
        all.put("rozgar.elasticsearch.prefix", place.prefix());
        all.put("rozgar.trust_companies", "true");
        all.put("rozgar.server.access_log", "false");
        all.put("rozgar.rate_limit.reads_per_minute", "0");
        all.put("rozgar.rate_limit.writes_per_minute", "0");
        all.putAll(wanted);
        return SettingsSources.only(all);
    }

    static void migrate(Database database) {
        try (var postgres = open(database)) {
            postgres.migrate();
        }
    }

    private static Postgres open(Database database) {
        return Postgres.open(Settings.read(SettingsSources.only(Map.of(
                        "rozgar.postgres.url", database.jdbcUrl(),
                        "rozgar.postgres.user", database.user(),
                        "rozgar.postgres.password", database.password())))
                .postgres());
    }

    private static String operatorsKey(Database database) {
        try (var postgres = open(database)) {
            var wanted = new IssueKey.Command(
                    "proof", Role.OPERATOR, Optional.empty(), Optional.empty(), Set.of(), Optional.empty());
            if (new IssueKey(postgres.apiKeys(), Clock.systemUTC()).handle(wanted)
                    instanceof Decision.Accepted<NewKey>(NewKey made, var _)) return made.text();
            throw new IllegalStateException("no key is made for " + wanted);
        }
    }

    /// Starts nodes; the first of them builds the index. Returns once they serve and the index is there.
    public ProvedBoard start(int count) {
        for (int i = 0; i < count; i++) {
            var recipe = verb(addDoor(), "node-" + doors.size(), "serve");
            nodes.add(opened.add(new Node(recipe)));
        }
        nodes.forEach(Node::start);
        Eventually.within(
                60,
                "there is an index",
                () -> index.send("HEAD", "/" + index.alias(), "").statusCode() == 200);
        return this;
    }

    /// Starts a verb that serves as a node does, beside the nodes. Returns once it is ready.
    ///
    /// @param name of its log
    public Node beside(String name, String... words) {
        Node node = opened.add(new Node(verb(addDoor(), name, words)));
        node.start();
        return node;
    }

    /// Runs a verb of the program in a process of its own, on this board's engines.
    ///
    /// @param log its name
    public Process run(String log, String... words) {
        return ServiceProcess.run(verb(doors.getFirst(), log, words));
    }

    private ServiceProcess.Recipe verb(Door door, String log, String... words) {
        List<String> jvm = new ArrayList<>(ServiceProcess.AS_LAUNCHED);
        if (stand.isBrief()) jvm.addAll(BRIEF);
        return new ServiceProcess.Recipe(List.of(words), sources(door).optionsAsEnvironment(), jvm, log(log));
    }

    /// Where a process of that name prints.
    public Path log(String name) {
        return stand.directory().resolve(place.name() + "-" + name + ".log");
    }

    /// The alias of the index under construction.
    public String building() {
        return place.prefix() + "-jobs-building";
    }

    public List<Node> nodes() {
        return nodes;
    }

    /// An operator's.
    public String key() {
        return key;
    }

    public Truth truth() {
        return truth;
    }

    public IndexScan index() {
        return index;
    }

    /// The ways of the node of that number, from 0, to its engines.
    public Door door(int node) {
        return doors.get(node + 1);
    }

    /// All ways of all nodes to PostgreSQL.
    public List<FaultProxy> postgresProxies() {
        return doors.stream().map(Door::postgres).toList();
    }

    /// All ways of all nodes to all nodes of Elasticsearch.
    public List<FaultProxy> elasticProxies() {
        return doors.stream().flatMap(door -> door.elastic().stream()).toList();
    }

    public Stand stand() {
        return stand;
    }

    /// The settings of its nodes, for adapters in this process: they go through the same proxies.
    public Settings settings() {
        return Settings.read(sources(doors.getFirst()));
    }

    public Comparison compare() {
        return Comparison.of(truth, index);
    }

    /// Waits until the index owes nothing.
    ///
    /// @return seconds that it took
    public double awaitSettled(int mostSeconds) {
        long begin = System.nanoTime();
        Eventually.within(
                mostSeconds,
                "the index owes nothing",
                () -> truth.debtsIfThere()
                        .filter(debts -> debts.documents() == 0)
                        .isPresent());
        return (System.nanoTime() - begin) / 1e9;
    }

    @Override
    public void close() {
        opened.close();
    }
}
