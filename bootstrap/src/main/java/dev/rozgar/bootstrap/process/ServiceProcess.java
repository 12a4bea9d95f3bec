package dev.rozgar.bootstrap.process;

import dev.rozgar.engines.FreePort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/// A process of this very program, started as an operator would start it and watched from outside.
public final class ServiceProcess implements AutoCloseable {
    /// As the launcher starts it, with as much memory as the service promises to get by with.
    public static final List<String> AS_LAUNCHED = List.of(
            "-Xmx256m",
            "-XX:+UseCompactObjectHeaders",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow");

    private static final Duration USUAL_START = Duration.ofSeconds(60);
    private static final Duration USUAL_END = Duration.ofSeconds(15);
    private static final Duration LOOK = Duration.ofMillis(100);

    private final Process process;
    private final URI address;
    private final Path log;
    private final Thread end = new Thread(this::terminate, "end-of-a-watched-service");

    private ServiceProcess(Process process, URI address, Path log) {
        this.process = process;
        this.address = address;
        this.log = log;
        // Whoever is watched does not outlive a run that is broken off.
        try {
            Runtime.getRuntime().addShutdownHook(end);
        } catch (IllegalStateException ending) {
            process.destroyForcibly();
            throw ending;
        }
    }

    /// How the child is started.
    ///
    /// @param arguments of the program, without the port
    /// @param environment besides the one of this process; passwords go here, where no list of processes shows them
    /// @param jvm options of its virtual machine
    /// @param log what it prints, added to what is there
    public record Recipe(List<String> arguments, Map<String, String> environment, List<String> jvm, Path log) {}

    /// Starts it on a free port and returns once it is ready to serve.
    ///
    /// @throws IllegalStateException with the end of its log, if it ends or does not become ready
    public static ServiceProcess start(Recipe recipe) {
        return start(recipe, FreePort.next());
    }

    /// As [#start(Recipe)], on a port that its callers know already.
    public static ServiceProcess start(Recipe recipe, int port) {
        ServiceProcess service = launch(recipe, port);
        service.awaitReady(USUAL_START);
        return service;
    }

    /// On a free port, without waiting for it.
    static ServiceProcess launch(Recipe recipe) {
        return launch(recipe, FreePort.next());
    }

    private static ServiceProcess launch(Recipe recipe, int port) {
        List<String> command = new ArrayList<>(command(recipe));
        command.addAll(List.of("--port", String.valueOf(port)));
        return new ServiceProcess(spawn(command, recipe), URI.create("http://127.0.0.1:" + port), recipe.log());
    }

    /// A verb that ends by itself.
    public static Process run(Recipe recipe) {
        return spawn(command(recipe), recipe);
    }

    private static List<String> command(Recipe recipe) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(recipe.jvm());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), "dev.rozgar.bootstrap.Main"));
        command.addAll(recipe.arguments());
        return command;
    }

    private static Process spawn(List<String> command, Recipe recipe) {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(recipe.log().toFile()));
        builder.environment().putAll(recipe.environment());
        try {
            return builder.start();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public URI at(String pathAndQuery) {
        return address.resolve(pathAndQuery);
    }

    public long pid() {
        return process.pid();
    }

    /// SIGKILL: it learns nothing of it. Returns once it is gone.
    public void kill() {
        process.destroyForcibly();
        awaitEnd(USUAL_END);
        forget();
    }

    /// What it ended with, 137 after SIGKILL; empty while it runs.
    public OptionalInt exit() {
        return process.isAlive() ? OptionalInt.empty() : OptionalInt.of(process.exitValue());
    }

    /// @throws IllegalStateException with the end of its log, if it ends or does not become ready
    void awaitReady(Duration most) {
        long until = System.nanoTime() + most.toNanos();
        try (HttpClient client = HttpClient.newHttpClient()) {
            while (!answers(client)) {
                if (!process.isAlive() || System.nanoTime() > until) {
                    close();
                    throw new IllegalStateException("the service did not start:\n" + endOf(log));
                }
                Thread.sleep(LOOK);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            close();
            throw new IllegalStateException("interrupted", interrupted);
        }
    }

    private boolean answers(HttpClient client) throws InterruptedException {
        try {
            var request = HttpRequest.newBuilder(at("/health/ready"))
                    .timeout(LOOK.multipliedBy(20))
                    .build();
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    /// The last lines of a log.
    static String endOf(Path log) {
        try {
            List<String> lines = Files.readAllLines(log);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 15), lines.size()));
        } catch (IOException unreadable) {
            return "see " + log;
        }
    }

    private void terminate() {
        process.destroy();
    }

    private void awaitEnd(Duration most) {
        try {
            if (!process.waitFor(most)) process.destroyForcibly().waitFor(USUAL_END);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }

    private void forget() {
        try {
            Runtime.getRuntime().removeShutdownHook(end);
        } catch (IllegalStateException ending) {
            // The JVM ends already, and the hook with it.
        }
    }

    /// In order if it can be within this time, by force if it must.
    void end(Duration most) {
        terminate();
        awaitEnd(most);
        forget();
    }

    /// In order if it can be, by force if it must.
    @Override
    public void close() {
        end(USUAL_END);
    }
}
