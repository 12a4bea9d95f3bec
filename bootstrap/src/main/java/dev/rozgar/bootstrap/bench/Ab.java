package dev.rozgar.bootstrap.bench;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// ApacheBench, run as a child process. It speaks HTTP/1.0 and nothing else.
final class Ab {
    /// How to come by it, where it is missing.
    static final String INSTALL = """
            The benchmark sends its requests with ab (ApacheBench), which is not on the path. It is in
              Debian, Ubuntu   apt-get install apache2-utils
              Fedora, RHEL     dnf install httpd-tools
              Alpine           apk add apache2-utils
              macOS            comes with the system; otherwise: brew install httpd""";

    private static final Pattern VERSION = Pattern.compile("Version (\\S+)");
    private static final Duration MOST = Duration.ofMinutes(10);
    /// ab keeps a record of each request that it may send, so this is no more than a few seconds can need.
    private static final int MOST_REQUESTS = 100_000;

    private final Path program;
    private final Path directory;

    private Ab(Path program, Path directory) {
        this.program = program;
        this.directory = directory;
    }

    /// @param searchPath what the variable `PATH` holds
    /// @param directory for the files that ab writes
    /// @return empty where there is no ab
    static Optional<Ab> find(@Nullable String searchPath, Path directory) {
        return Stream.of((searchPath == null ? "" : searchPath).split(File.pathSeparator))
                .filter(folder -> !folder.isBlank())
                .map(folder -> Path.of(folder, "ab"))
                .filter(Files::isExecutable)
                .findFirst()
                .map(program -> new Ab(program, directory));
    }

    /// Such as `2.3`.
    String version() {
        Matcher said = VERSION.matcher(execute(List.of(program.toString(), "-V")));
        return said.find() ? said.group(1) : "unknown";
    }

    /// @throws AbReport.UnreadableReport when ab gave up or was never answered
    Run send(AbLoad load, int requests) {
        return measure(load, requests, List.of());
    }

    /// Sends what fits into the time.
    Run warm(AbLoad load, Duration time) {
        return warm(load, MOST_REQUESTS, time);
    }

    /// Sends what fits into the time, `requests` at the most; the result need not be complete.
    Run warm(AbLoad load, int requests, Duration most) {
        return measure(load, requests, List.of("-t", String.valueOf(Math.max(1, most.toSeconds()))));
    }

    private Run measure(AbLoad load, int requests, List<String> limits) {
        try {
            Path percentiles = Files.createTempFile(directory, "ab", ".csv");
            Path body = Files.createTempFile(directory, "ab", ".json");
            try {
                Files.write(body, load.body().orElse(new byte[0]));
                String printed = execute(command(load, requests, limits, body, percentiles));
                return new AbReport(printed, Files.readString(percentiles)).run(requests);
            } finally {
                Files.deleteIfExists(percentiles);
                Files.deleteIfExists(body);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private List<String> command(AbLoad load, int requests, List<String> limits, Path body, Path percentiles) {
        // -l: answers may differ in length, since they carry ids and times.
        List<String> command = new ArrayList<>(List.of(program.toString(), "-q", "-l", "-s", "60"));
        command.addAll(limits);
        // Behind -t, which sets a number of requests of its own.
        command.addAll(List.of("-n", String.valueOf(requests)));
        command.addAll(List.of("-c", String.valueOf(Math.min(load.concurrency(), requests))));
        command.addAll(List.of("-e", percentiles.toString()));
        if (load.statuses()) command.addAll(List.of("-v", "2"));
        if (load.body().isPresent()) command.addAll(List.of("-p", body.toString(), "-T", "application/json"));
        load.key().ifPresent(key -> command.addAll(List.of("-H", "Authorization: Bearer " + key)));
        command.add(load.uri().toString());
        return command;
    }

    private String execute(List<String> command) {
        try {
            Path printed = Files.createTempFile(directory, "ab", ".txt");
            try {
                Process process = new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(printed.toFile())
                        .start();
                boolean ended = process.waitFor(MOST.toSeconds(), TimeUnit.SECONDS);
                if (!ended) process.destroyForcibly();
                String text = Files.readString(printed, StandardCharsets.ISO_8859_1);
                if (!ended || process.exitValue() != 0) throw new AbReport.UnreadableReport("ab gave up", text);
                return text;
            } finally {
                Files.deleteIfExists(printed);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AbReport.UnreadableReport("the benchmark was interrupted", "");
        }
    }
}
