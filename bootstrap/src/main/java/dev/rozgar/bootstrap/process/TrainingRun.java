package dev.rozgar.bootstrap.process;

import com.sun.management.HotSpotDiagnosticMXBean;
import dev.rozgar.bootstrap.settings.SettingsSources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A service beside this process that starts, answers some GETs and ends while its JVM watches. What the JVM has seen
/// it keeps in a file, and whoever starts with that file has his classes loaded, his calls linked and his hot methods
/// known ([JEP 483](https://openjdk.org/jeps/483), [514](https://openjdk.org/jeps/514),
/// [515](https://openjdk.org/jeps/515)).
///
/// The file is the one that this JVM's own option `-XX:AOTCache` names. It fits the very jars and the JDK that it was
/// made with; a JVM that finds another one starts without.
public final class TrainingRun implements AutoCloseable {
    private static final String CACHE = "AOTCache";
    /// To look back at all that was loaded takes some ten seconds of two cores.
    private static final Duration LOOKING_BACK = Duration.ofMinutes(2);
    private static final Duration ANSWER = Duration.ofSeconds(10);
    private static final int ROUNDS = 10;
    private static final List<String> ASKED = List.of(
            "/api/jobs?limit=20",
            "/api/jobs?read_model=postgres&limit=20",
            "/api/jobs?q=driver&facets=employment_types&limit=20",
            "/api/companies?limit=20",
            "/openapi",
            "/metrics");

    private final Path cache;
    private final Path made;
    private final ServiceProcess service;

    private TrainingRun(Path cache, SettingsSources sources) {
        this.cache = cache;
        this.made = cache.resolveSibling(cache.getFileName() + ".made");
        List<String> arguments = new ArrayList<>(List.of("serve"));
        sources.file().ifPresent(file -> arguments.addAll(List.of("--config", file.toString())));
        this.service = ServiceProcess.launch(new ServiceProcess.Recipe(
                arguments,
                sources.optionsAsEnvironment(),
                options(ManagementFactory.getRuntimeMXBean().getInputArguments(), made),
                cache.resolveSibling(cache.getFileName() + ".log")));
    }

    /// The file that this JVM was told to start with, there or not; empty where it was told of none.
    public static Optional<Path> cache() {
        var machine = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
        return Optional.of(machine.getVMOption(CACHE).getValue())
                .filter(name -> !name.isEmpty())
                .map(Path::of);
    }

    /// Starts the service on a free port, with the options of this JVM, and does not wait for it.
    ///
    /// @param cache to be made
    public static TrainingRun begin(Path cache, SettingsSources sources) {
        return new TrainingRun(cache, sources);
    }

    /// What must be the same in both runs, or the file is of no use.
    static List<String> options(List<String> own, Path made) {
        Stream<String> others = own.stream().filter(option -> !option.startsWith("-XX:" + CACHE));
        return Stream.concat(others, Stream.of("-XX:AOTCacheOutput=" + made)).toList();
    }

    /// Asks the service when it is ready, lets it end, and keeps what its JVM has learnt.
    ///
    /// @throws IllegalStateException if nothing came of it
    public void complete() throws InterruptedException {
        service.awaitReady();
        ask();
        service.end(LOOKING_BACK);
        try {
            if (!Files.exists(made)) throw new IllegalStateException("nothing was kept; see " + cache + ".log");
            // At once or not at all: somebody may be starting.
            Files.move(made, cache, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void ask() throws InterruptedException {
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

    /// Ends it at once, whatever it is at.
    @Override
    public void close() {
        service.kill();
        try {
            Files.deleteIfExists(made);
            Files.deleteIfExists(made.resolveSibling(made.getFileName() + ".config"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
