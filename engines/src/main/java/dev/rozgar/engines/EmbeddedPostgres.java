package dev.rozgar.engines;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/// PostgreSQL as a child process: the postmaster itself, so that it is ours to signal and ends with us.
final class EmbeddedPostgres implements Recipe {
    private static final String USER = "postgres";
    private static final String PASSWORD = "postgres";
    private static final String DATABASE = "rozgar";
    /// Sorts by code point and knows Unicode's upper and lower case, on every machine alike.
    private static final List<String> LOCALE =
            List.of("--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8");

    private final EngineOptions options;

    private EmbeddedPostgres(EngineOptions options) {
        this.options = options;
    }

    static PostgresEngine open(EngineOptions options) {
        var recipe = new EmbeddedPostgres(options);
        var opened = Opened.by(recipe, recipe.image(), options);
        try {
            var database = Databases.createIfAbsent(server(opened.port()), DATABASE);
            options.progress().report(recipe.title(), "ready", 100);
            return new PostgresEngine(opened.server(), database);
        } catch (RuntimeException e) {
            opened.server().close();
            throw e;
        }
    }

    private Image image() {
        var command = new ArrayList<>(List.of("postgres"));
        settings().forEach(setting -> command.addAll(List.of("-c", setting)));
        return new Image(
                "postgres:" + Versions.ofBuild().postgres().replaceFirst("\\..*", ""),
                5432,
                "/var/lib/postgresql",
                Map.of("POSTGRES_PASSWORD", PASSWORD, "POSTGRES_INITDB_ARGS", String.join(" ", LOCALE)),
                command,
                "QUIT",
                port -> Databases.answers(server(port)));
    }

    private static Database server(int port) {
        return new Database("jdbc:postgresql://127.0.0.1:" + port + "/postgres", USER, PASSWORD);
    }

    @Override
    public String title() {
        return "PostgreSQL";
    }

    @Override
    public Path install(Progress progress) {
        var archive = archive();
        return Installation.of(
                "postgresql-" + Versions.ofBuild().postgres() + "-" + platform(), folder -> unpack(archive, folder));
    }

    @Override
    public List<Path> reads() {
        return List.of();
    }

    @Override
    public void prepare(Launch launch) throws IOException {
        var data = data(launch.node());
        if (Files.exists(data.resolve("PG_VERSION"))) {
            checkVersion(data);
            return;
        }
        // A first start that was cut short leaves files that initdb refuses to work among.
        Trees.delete(data);
        var password = Files.writeString(launch.node().resolve("password"), PASSWORD);
        launch.runAs().give(launch.node());
        var words = new ArrayList<>(
                List.of(program(launch, "initdb"), "-D", data.toString(), "-U", USER, "-A", "scram-sha-256"));
        words.add("--pwfile=" + password);
        // The password is everybody's and the door is this machine's alone. Proving it 4,096 times over keeps
        // nobody out, and costs each connection of a young JVM tens of milliseconds.
        words.addAll(List.of("--set", "scram_iterations=1"));
        words.addAll(LOCALE);
        if (!options.durable()) {
            words.add("--no-sync");
        }
        Commands.run(launch.runAs().command(words).redirectOutput(launch.log().toFile()), launch.log());
        Files.delete(password);
    }

    @Override
    public ProcessBuilder command(Launch launch) {
        var words = new ArrayList<>(
                List.of(program(launch, "postgres"), "-D", data(launch.node()).toString()));
        words.addAll(List.of("-p", Integer.toString(launch.port())));
        for (var setting : List.of("listen_addresses=127.0.0.1", "unix_socket_directories=")) {
            words.addAll(List.of("-c", setting));
        }
        settings().forEach(setting -> words.addAll(List.of("-c", setting)));
        return Commands.bare(launch.runAs().command(words), launch.node());
    }

    @Override
    public int started(Launch launch, ProcessHandle process) throws IOException {
        var lines = pidFile(launch.node());
        var ready = lines.size() > 7
                && lines.getFirst().equals(Long.toString(process.pid()))
                && lines.get(7).strip().equals("ready");
        return ready ? 100 : 50;
    }

    @Override
    public String advice(String printed) {
        if (printed.contains("could not create shared memory") || printed.contains("Cannot allocate memory")) {
            return "Too little memory is free: stop something else.";
        }
        if (printed.contains("could not bind")) {
            return "Its port was taken at this moment: start again or choose another one.";
        }
        if (printed.contains("No space left")) {
            return "The disk is full: free some space.";
        }
        return "";
    }

    @Override
    public String signal(Halt how) {
        return switch (how) {
            case ORDERLY -> "INT";
            case IMMEDIATE -> "QUIT";
            case KILL -> "KILL";
        };
    }

    @Override
    public String deathSignal() {
        return "INT";
    }

    @Override
    public Duration patience() {
        return Duration.ofMinutes(2);
    }

    /// The pid file of PostgreSQL itself. A foreign process that got the same number would keep PostgreSQL from
    /// starting, so a file that names no PostgreSQL is removed.
    @Override
    public List<ProcessHandle> namedByData(Path node) throws IOException {
        var lines = pidFile(node);
        if (lines.isEmpty()) {
            return List.of();
        }
        var named = ProcessHandle.of(Long.parseLong(lines.getFirst().strip())).filter(EmbeddedPostgres::isPostgres);
        if (named.isEmpty()) {
            Files.delete(data(node).resolve("postmaster.pid"));
        }
        return named.stream().toList();
    }

    private List<String> settings() {
        var settings = new ArrayList<>(List.of("max_connections=200"));
        settings.addAll(List.of(
                "shared_buffers=128MB",
                "max_wal_size=2GB",
                "random_page_cost=1.1",
                "timezone=UTC",
                "log_timezone=UTC"));
        if (!options.durable()) {
            // Not synchronous_commit: without it a killed server forgets what it had confirmed.
            settings.addAll(List.of("fsync=off", "full_page_writes=off"));
        }
        return settings;
    }

    private static void checkVersion(Path data) throws IOException {
        var found = Files.readString(data.resolve("PG_VERSION")).strip();
        var ours = Versions.ofBuild().postgres();
        if (!ours.startsWith(found + ".")) {
            throw new EngineFailure("The data in " + data + " belongs to PostgreSQL " + found + ", this build brings "
                    + ours + ". Choose another folder, or delete that one: the demo fills a new one.");
        }
    }

    private static boolean isPostgres(ProcessHandle process) {
        return ProcessTree.runs(process)
                && process.info().command().filter(c -> c.endsWith("/postgres")).isPresent();
    }

    /// Empty while PostgreSQL does not run; read in one piece, as PostgreSQL rewrites it.
    private static List<String> pidFile(Path node) throws IOException {
        var file = data(node).resolve("postmaster.pid");
        return Files.exists(file) ? Files.readAllLines(file) : List.of();
    }

    private static Path data(Path node) {
        return node.resolve("data");
    }

    private static String program(Launch launch, String name) {
        return launch.installation().resolve("bin").resolve(name).toString();
    }

    private static String platform() {
        var os = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac") ? "darwin" : "linux";
        var arm = System.getProperty("os.arch").equals("aarch64");
        return os + "-" + (arm ? "arm_64" : "x86_64");
    }

    private static String archive() {
        var name = "/postgres-" + platform() + ".txz";
        return Optional.ofNullable(EmbeddedPostgres.class.getResource(name))
                .map(_ -> name)
                .orElseThrow(() -> new EngineFailure("This build brings no PostgreSQL for " + platform()
                        + ". Build it on this" + " machine, or set " + Engines.POSTGRES_URL + " to a running server."));
    }

    private static void unpack(String archive, Path folder) throws IOException {
        try (InputStream raw = EmbeddedPostgres.class.getResourceAsStream(archive);
                var tar = new TarArchiveInputStream(new XZInputStream(raw))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                write(tar, entry, Archives.inside(folder, entry.getName()));
            }
        }
    }

    private static void write(TarArchiveInputStream tar, TarArchiveEntry entry, Path target) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, target);
        if ((entry.getMode() & 0100) != 0) {
            Trees.permit(target, "rwxr-xr-x");
        }
    }
}
