package dev.rozgar.bootstrap.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
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
import java.util.concurrent.TimeUnit;

/// A process of this very program, started as an operator would start it and measured from outside.
final class ServiceProcess implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration LOOK = Duration.ofMillis(100);

    private final Process process;
    private final URI address;
    private final Path log;
    private final Thread end = new Thread(this::kill, "end-of-a-measured-service");

    private ServiceProcess(Process process, URI address, Path log) {
        this.process = process;
        this.address = address;
        this.log = log;
        // Whoever is measured does not outlive a measurement that is broken off.
        Runtime.getRuntime().addShutdownHook(end);
    }

    /// How the child is started.
    ///
    /// @param arguments of the program, without the port
    /// @param environment besides the one of this process; passwords go here, where no list of processes shows them
    /// @param jvm options of its virtual machine
    record Recipe(List<String> arguments, Map<String, String> environment, List<String> jvm, Path log) {}

    /// Starts it and returns once it is ready to serve.
    ///
    /// @throws IllegalStateException with the end of its log, if it ends or does not become ready
    static ServiceProcess start(Recipe recipe) {
        int port = freePort();
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(recipe.jvm());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), "dev.rozgar.bootstrap.Main"));
        command.addAll(recipe.arguments());
        command.addAll(List.of("--port", String.valueOf(port)));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(recipe.log().toFile());
        builder.environment().putAll(recipe.environment());
        try {
            var service = new ServiceProcess(builder.start(), URI.create("http://127.0.0.1:" + port), recipe.log());
            service.awaitReady();
            return service;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    URI at(String pathAndQuery) {
        return address.resolve(pathAndQuery);
    }

    long pid() {
        return process.pid();
    }

    private void awaitReady() {
        long end = System.nanoTime() + PATIENCE.toNanos();
        try (HttpClient client = HttpClient.newHttpClient()) {
            while (!answers(client)) {
                if (!process.isAlive() || System.nanoTime() > end) {
                    close();
                    throw new IllegalStateException("the service to be measured did not start:\n" + endOfLog());
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

    private String endOfLog() {
        try {
            List<String> lines = Files.readAllLines(log);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 15), lines.size()));
        } catch (IOException unreadable) {
            return "see " + log;
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void kill() {
        process.destroy();
    }

    /// In order if it can be, by force if it must.
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(15, TimeUnit.SECONDS)) process.destroyForcibly();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }
}
