package dev.rozgar.engines;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// A server's processes: the one we started and everything below it, as they are now.
record ProcessTree(ProcessHandle root, List<ProcessHandle> below) {
    private static final Duration STEP = Duration.ofMillis(20);

    static ProcessTree of(ProcessHandle root) {
        return new ProcessTree(root, root.descendants().toList());
    }

    /// The one we started decides what a signal means to the others.
    void signal(String name) {
        send(name, List.of(root));
    }

    /// Every process, the children first: a parent that still lives reaps them.
    void signalAll(String name) {
        send(name, all());
    }

    /// Waits until none is left; false when some are after that time.
    boolean goneWithin(Duration patience) {
        var deadline = Instant.now().plus(patience);
        while (all().stream().anyMatch(ProcessTree::runs)) {
            if (Instant.now().isAfter(deadline)) {
                return false;
            }
            sleep(STEP);
        }
        return true;
    }

    List<ProcessHandle> all() {
        return Stream.concat(below.stream(), Stream.of(root)).toList();
    }

    static boolean runs(ProcessHandle process) {
        return process.isAlive() && !zombie(process.pid());
    }

    static void sleep(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EngineFailure("Interrupted while waiting for a server.", e);
        }
    }

    /// The shell's own `kill` knows every signal by name and is there even where no `kill` program is.
    private static void send(String name, List<ProcessHandle> targets) {
        var command = new ArrayList<>(List.of("sh", "-c", "kill -s \"$0\" \"$@\" 2>/dev/null", name));
        targets.stream()
                .filter(ProcessHandle::isAlive)
                .map(p -> Long.toString(p.pid()))
                .forEach(command::add);
        if (command.size() == 4) {
            return;
        }
        try {
            new ProcessBuilder(command).start().waitFor();
        } catch (IOException e) {
            throw new EngineFailure("Cannot run sh to send a signal to a server.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Dead, but nobody asked for its exit code yet (a container whose first process never does): as good as
    /// gone. The first thread can be dead while others still hold the port, so it has to be the last one.
    private static boolean zombie(long pid) {
        var entry = Path.of("/proc", Long.toString(pid));
        try (var threads = Files.list(entry.resolve("task"))) {
            var stat = Files.readString(entry.resolve("stat"));
            return stat.startsWith(") Z", stat.lastIndexOf(')')) && threads.count() <= 1;
        } catch (IOException e) {
            return false;
        }
    }
}
