package dev.rozgar.bootstrap.process;

import dev.rozgar.bootstrap.process.ServiceProcess.Recipe;
import dev.rozgar.bootstrap.settings.SettingsSources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A service beside this process that starts, answers some GETs and ends while its JVM watches. Of what the JVM has
/// seen a second one makes a file, and whoever starts with that has his classes loaded, his calls linked and his hot
/// methods known ([JEP 483](https://openjdk.org/jeps/483), [515](https://openjdk.org/jeps/515)).
///
/// The file fits the very jars, the JDK that its name tells, and the options of the launcher. A JVM that is given
/// another one starts without it, and without the JDK's own as well.
public final class TrainingRun implements AutoCloseable {
    private static final String OBSERVED = "observed";
    private static final String MADE = "made";
    private static final String LOG = "log";
    private static final Duration ANSWER = Duration.ofSeconds(30);
    /// A JVM that watches starts slowly, and writes down at its end what it has seen.
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int SIGTERM = 143;
    private static final int ROUNDS = 10;
    private static final Map<String, String> NOBODYS_BUT_OURS = Map.of(
            "rozgar.server.host", "127.0.0.1",
            "rozgar.auto_migrate", "false",
            "rozgar.rate_limit.reads_per_minute", "0");
    private static final List<String> ASKED = List.of(
            "/api/jobs?limit=20",
            "/api/jobs?read_model=postgres&limit=20",
            "/api/jobs?q=driver&facets=employment_types&limit=20",
            "/api/companies?limit=20",
            "/openapi",
            "/metrics");

    /// What it is at, in their order.
    public enum Step {
        STARTING,
        ASKING,
        LINKING
    }

    private final SettingsSources sources;
    private final Path cache;
    /// Ours alone, so that of two at once neither keeps what the other has half written.
    private final Path directory;
    private @Nullable ServiceProcess service;
    private @Nullable Process assembly;
    private boolean closed;

    /// @param cache to be made, or made anew
    /// @param sources what the service is started with
    public TrainingRun(Path cache, SettingsSources sources) {
        this.sources = sources.with(NOBODYS_BUT_OURS);
        this.cache = cache;
        try {
            this.directory = Files.createTempDirectory(cache.toAbsolutePath().getParent(), "training");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// Where the launcher looks for the file: beside the program.
    ///
    /// @throws IllegalStateException where the program lies in a folder, of which Java keeps nothing
    public static Path cache() {
        URI program = URI.create(TrainingRun.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toString());
        Path path = Path.of(program);
        if (Files.isDirectory(path))
            throw new IllegalStateException("only the built program can learn: ./rozgar train");
        return path.resolveSibling("rozgar-" + Runtime.version() + ".aot");
    }

    /// @param steps told what begins
    /// @throws IllegalStateException with the end of the log, if nothing came of it
    public void complete(Consumer<Step> steps) throws InterruptedException {
        steps.accept(Step.STARTING);
        observe(steps);
        steps.accept(Step.LINKING);
        make();
        try {
            // At once or not at all: somebody may be starting.
            Files.move(directory.resolve(MADE), cache, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void observe(Consumer<Step> steps) throws InterruptedException {
        List<String> arguments = new ArrayList<>(List.of("serve"));
        sources.file().ifPresent(file -> arguments.addAll(List.of("--config", file.toString())));
        Recipe recipe = recipe(arguments, "-XX:AOTMode=record");
        ServiceProcess observed = begun(() -> service = ServiceProcess.launch(recipe));
        observed.awaitReady(PATIENCE);
        steps.accept(Step.ASKING);
        ask(observed);
        observed.end(PATIENCE);
        if (observed.exit().orElseThrow() != SIGTERM)
            throw new IllegalStateException("the service did not end in order:\n" + log());
    }

    /// What is begun while this is closed would be nobody's.
    private synchronized <T> T begun(Supplier<T> start) {
        if (closed) throw new IllegalStateException("closed");
        return start.get();
    }

    private String log() {
        return ServiceProcess.endOf(directory.resolve(LOG));
    }

    private static void ask(ServiceProcess service) throws InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            for (int round = 0; round < ROUNDS; round++) {
                for (String target : ASKED) {
                    var request = HttpRequest.newBuilder(service.at(target))
                            .timeout(ANSWER)
                            .build();
                    int status = client.send(request, BodyHandlers.discarding()).statusCode();
                    if (status != 200) throw new IllegalStateException(target + " was answered with " + status);
                }
            }
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private void make() throws InterruptedException {
        String made = "-XX:AOTCache=" + directory.resolve(MADE);
        Recipe recipe = recipe(List.of(), "-XX:AOTMode=create", made);
        Process making = begun(() -> assembly = ServiceProcess.run(recipe));
        if (making.waitFor() != 0) throw new IllegalStateException("Java kept nothing:\n" + log());
    }

    private Recipe recipe(List<String> arguments, String... more) {
        List<String> jvm = new ArrayList<>(ServiceProcess.AS_LAUNCHED);
        jvm.add("-XX:AOTConfiguration=" + directory.resolve(OBSERVED));
        jvm.addAll(List.of(more));
        return new Recipe(arguments, sources.optionsAsEnvironment(), jvm, directory.resolve(LOG));
    }

    /// Ends it at once, whatever it is at, and leaves nothing but what was completed.
    @Override
    public synchronized void close() {
        closed = true;
        if (service != null) service.kill();
        if (assembly != null) assembly.destroyForcibly().onExit().join();
        try {
            for (String file : List.of(OBSERVED, MADE, LOG)) Files.deleteIfExists(directory.resolve(file));
            Files.deleteIfExists(directory);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
