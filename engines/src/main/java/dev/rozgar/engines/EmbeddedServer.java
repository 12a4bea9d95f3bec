package dev.rozgar.engines;

import dev.rozgar.engines.Recipe.Launch;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;

/// A server as child processes of this JVM, which end with it.
final class EmbeddedServer implements Server {
    private static final Duration STOP = Duration.ofSeconds(30);
    private static final Duration POLL = Duration.ofMillis(50);

    private final Recipe recipe;
    private final EngineOptions options;
    private final NodeHome home;
    private final int port;
    private Optional<ProcessHandle> running = Optional.empty();
    private Optional<Process> child = Optional.empty();
    private volatile boolean closing;

    private EmbeddedServer(Recipe recipe, EngineOptions options, NodeHome home, int port) {
        this.recipe = recipe;
        this.options = options;
        this.home = home;
        this.port = port;
    }

    /// Returns once it answers; leaves nothing behind if it does not.
    static EmbeddedServer open(Recipe recipe, EngineOptions options) {
        var port = Ports.take(options.port(), recipe.title());
        var server = new EmbeddedServer(recipe, options, NodeHome.open(recipe.title(), options.directory()), port);
        Shutdown.guard(server);
        try {
            server.endLeftOver();
            server.start();
            return server;
        } catch (RuntimeException e) {
            server.close();
            throw e;
        }
    }

    int port() {
        return port;
    }

    @Override
    public Origin origin() {
        return Origin.EMBEDDED;
    }

    @Override
    public String place() {
        return "as a child process with its files in " + home.root();
    }

    @Override
    public synchronized void start() {
        if (running.filter(ProcessTree::runs).isPresent()) {
            return;
        }
        Ports.take(port, recipe.title());
        options.progress().report(recipe.title(), "unpacking", 0);
        try {
            var installation = recipe.install(options.progress());
            var reads = new ArrayList<>(recipe.reads());
            reads.add(installation);
            var runAs = RunAs.choose(home.node(), recipe.deathSignal(), reads);
            var launch = new Launch(installation, home.node(), home.log(), port, runAs);
            options.progress().report(recipe.title(), "preparing", 5);
            recipe.prepare(launch);
            run(launch);
        } catch (IOException e) {
            throw new EngineFailure(recipe.title() + " could not be started in " + home.root() + ": " + e, e);
        }
    }

    @Override
    public synchronized void halt(Halt how) {
        running.ifPresent(process -> halt(process, how));
        running = Optional.empty();
        home.forget();
    }

    @Override
    public synchronized void pause() {
        running.ifPresent(process -> ProcessTree.of(process).signalAll("STOP"));
    }

    @Override
    public synchronized void resume() {
        running.ifPresent(process -> ProcessTree.of(process).signalAll("CONT"));
    }

    @Override
    public synchronized List<ProcessHandle> processes() {
        return running.map(process -> ProcessTree.of(process).all()).orElse(List.of());
    }

    @Override
    public synchronized OptionalInt lastExit() {
        return child.filter(EmbeddedServer::ended)
                .map(process -> OptionalInt.of(process.exitValue()))
                .orElse(OptionalInt.empty());
    }

    /// The JVM learns of the end of a child a moment after the child has ended.
    private static boolean ended(Process process) {
        try {
            return process.waitFor(1, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public synchronized void copyFiles(Path to) {
        requireStopped();
        try {
            Trees.copy(home.node(), to);
        } catch (IOException e) {
            throw new EngineFailure("Cannot copy the files of " + recipe.title() + " to " + to + ": " + e, e);
        }
    }

    @Override
    public synchronized void putBack(Path copy) {
        requireStopped();
        try {
            Trees.empty(home.node());
            Trees.copy(copy, home.node());
        } catch (IOException e) {
            throw new EngineFailure("Cannot put the files of " + recipe.title() + " back from " + copy + ": " + e, e);
        }
    }

    private void requireStopped() {
        if (running.filter(ProcessTree::runs).isPresent()) {
            throw new EngineFailure(recipe.title() + " must be stopped before its files are copied or replaced.");
        }
    }

    /// Ctrl-C may come in the middle of a start, which then gives up instead of being waited for.
    @Override
    public void close() {
        closing = true;
        synchronized (this) {
            halt(home.temporary() ? Halt.IMMEDIATE : Halt.ORDERLY);
            home.close();
        }
        Shutdown.release(this);
    }

    private void run(Launch launch) throws IOException {
        var command = recipe.command(launch)
                .redirectErrorStream(true)
                .redirectOutput(launch.log().toFile());
        command.redirectInput(Path.of("/dev/null").toFile());
        var spawned = Spawner.spawn(command);
        child = Optional.of(spawned);
        var process = spawned.toHandle();
        running = Optional.of(process);
        home.remember(ProcessTree.of(process));
        awaitAnswer(launch, process);
        home.remember(ProcessTree.of(process));
    }

    private void awaitAnswer(Launch launch, ProcessHandle process) throws IOException {
        var deadline = Instant.now().plus(recipe.patience());
        var shown = 5;
        for (var percent = 0; percent < 100; ProcessTree.sleep(POLL)) {
            if (closing) {
                throw new EngineFailure(recipe.title() + " was told to stop while it started.");
            }
            if (!ProcessTree.runs(process)) {
                throw failed("ended instead of starting");
            }
            if (Instant.now().isAfter(deadline)) {
                throw failed("did not answer within " + recipe.patience().toSeconds() + " s");
            }
            percent = recipe.started(launch, process);
            if (percent > shown) {
                shown = percent;
                options.progress().report(recipe.title(), "starting", shown);
            }
        }
    }

    private EngineFailure failed(String what) throws IOException {
        var printed = Files.exists(home.log()) ? Files.readString(home.log(), StandardCharsets.ISO_8859_1) : "";
        var tail =
                printed.lines().skip(Math.max(0, printed.lines().count() - 12)).toList();
        return new EngineFailure(recipe.title() + " " + what + ". " + recipe.advice(printed) + "\nIt printed last:\n  "
                + String.join("\n  ", tail));
    }

    private void halt(ProcessHandle process, Halt how) {
        var tree = ProcessTree.of(process);
        var signal = recipe.signal(how);
        if (signal.equals("KILL")) {
            tree.signalAll(signal);
        } else {
            tree.signalAll("CONT");
            tree.signal(signal);
        }
        if (!tree.goneWithin(STOP)) {
            tree.signalAll("KILL");
            tree.goneWithin(STOP);
        }
    }

    /// A JVM that was killed could not stop its servers, and where the kernel did not do it either they still
    /// hold the data.
    private void endLeftOver() {
        try {
            var left = new ArrayList<>(home.leftOver());
            left.addAll(recipe.namedByData(home.node()));
            left.stream().filter(ProcessTree::runs).forEach(process -> halt(process, Halt.ORDERLY));
            home.forget();
        } catch (IOException e) {
            throw new EngineFailure("Cannot read what an earlier start left in " + home.root() + ".", e);
        }
    }
}
