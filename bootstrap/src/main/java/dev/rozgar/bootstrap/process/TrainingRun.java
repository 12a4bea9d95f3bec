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
import org.jspecify.annotations.Nullable;

/// A service beside this process that starts, answers some GETs and ends while its JVM watches. Of what the JVM has
/// seen a second one makes a file, and whoever starts with that has his classes loaded, his calls linked and his hot
/// methods known ([JEP 483](https://openjdk.org/jeps/483), [515](https://openjdk.org/jeps/515)).
///
/// The file fits the very jars, the JDK and the options of the launcher; a JVM that finds another one starts without.
public final class TrainingRun implements AutoCloseable {
    private static final String OBSERVED = "observed";
    private static final String MADE = "made";
    private static final String LOG = "log";
    private static final Duration ANSWER = Duration.ofSeconds(30);
    private static final int ROUNDS = 10;
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
    private volatile @Nullable ServiceProcess service;
    private volatile @Nullable Process assembly;

    private TrainingRun(Path cache, SettingsSources sources) {
        // Whatever the service listens on otherwise, this one is nobody's but ours.
        this.sources = sources.with(Map.of("rozgar.server.host", "127.0.0.1"));
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
        return path.resolveSibling("rozgar.aot");
    }

    /// @param cache to be made, or made anew
    /// @param sources what the service is started with
    public static TrainingRun of(Path cache, SettingsSources sources) {
        return new TrainingRun(cache, sources);
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
        try (ServiceProcess observed = ServiceProcess.launch(recipe(arguments, "-XX:AOTMode=record"))) {
            service = observed;
            observed.awaitReady();
            steps.accept(Step.ASKING);
            ask(observed);
        }
    }

    private static void ask(ServiceProcess service) throws InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            for (int round = 0; round < ROUNDS; round++) {
                for (String target : ASKED) {
                    var request = HttpRequest.newBuilder(service.at(target))
                            .timeout(ANSWER)
                            .build();
                    client.send(request, BodyHandlers.discarding());
                }
            }
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private void make() throws InterruptedException {
        String made = "-XX:AOTCache=" + directory.resolve(MADE);
        Process making = ServiceProcess.run(recipe(List.of(), "-XX:AOTMode=create", made));
        assembly = making;
        if (making.waitFor() != 0)
            throw new IllegalStateException("Java kept nothing:\n" + ServiceProcess.endOf(directory.resolve(LOG)));
    }

    private Recipe recipe(List<String> arguments, String... more) {
        List<String> jvm = new ArrayList<>(ServiceProcess.AS_LAUNCHED);
        jvm.add("-XX:AOTConfiguration=" + directory.resolve(OBSERVED));
        jvm.addAll(List.of(more));
        return new Recipe(arguments, sources.optionsAsEnvironment(), jvm, directory.resolve(LOG));
    }

    /// Ends it at once, whatever it is at, and leaves nothing but what was completed.
    @Override
    public void close() {
        ServiceProcess observed = service;
        if (observed != null) observed.kill();
        Process making = assembly;
        if (making != null) making.destroyForcibly().onExit().join();
        try {
            for (String file : List.of(OBSERVED, MADE, LOG)) Files.deleteIfExists(directory.resolve(file));
            Files.deleteIfExists(directory);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
