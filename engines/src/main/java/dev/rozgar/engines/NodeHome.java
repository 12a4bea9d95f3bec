package dev.rozgar.engines;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// The folder of one embedded server. Ours: the lock that says a JVM uses it, the list of process ids, the log.
/// The server's: the folder `node`, which may belong to another user.
final class NodeHome implements AutoCloseable {
    private static final String TEMPORARY = "rozgar-engine-";

    private final Path root;
    private final boolean temporary;
    private final FileChannel lock;

    private NodeHome(Path root, boolean temporary, FileChannel lock) {
        this.root = root;
        this.temporary = temporary;
        this.lock = lock;
    }

    /// Whether a server of that kind was ever started in there.
    static boolean used(String title, Path directory) {
        return Files.isDirectory(directory.resolve(kind(title)).resolve("node"));
    }

    /// Opens the server's folder in the directory, or a temporary one, for this JVM alone.
    static NodeHome open(String title, Optional<Path> directory) {
        var kind = kind(title);
        try {
            sweep();
            var root = directory.isPresent()
                    ? Files.createDirectories(directory.get().resolve(kind))
                    : Files.createTempDirectory(
                            TEMPORARY + ProcessHandle.current().pid() + "-" + kind + "-");
            if (directory.isEmpty()) {
                Trees.permit(root, "rwxr-xr-x");
            }
            var home = new NodeHome(root, directory.isEmpty(), lock(root));
            Files.createDirectories(home.node());
            return home;
        } catch (IOException e) {
            throw new EngineFailure(
                    "Cannot use the folder for " + title + ": " + e
                            + ". Choose another one, or make it writable for this user.",
                    e);
        }
    }

    /// The server's own folder.
    Path node() {
        return root.resolve("node");
    }

    /// What the server prints.
    Path log() {
        return root.resolve("server.log");
    }

    boolean temporary() {
        return temporary;
    }

    Path root() {
        return root;
    }

    /// Writes down which processes are the server's, so that a later start can end what a killed JVM left behind.
    void remember(ProcessTree tree) {
        var lines = tree.all().stream().map(NodeHome::line).toList();
        try {
            Files.write(pids(), lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void forget() {
        try {
            Files.deleteIfExists(pids());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Processes of an earlier start that still run although no JVM holds the lock.
    List<ProcessHandle> leftOver() {
        try (var lines = Files.lines(pids())) {
            return lines.flatMap(NodeHome::parse).filter(ProcessTree::runs).toList();
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            lock.close();
            if (temporary) {
                Trees.delete(root);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String kind(String title) {
        return title.toLowerCase(Locale.ROOT);
    }

    private Path pids() {
        return root.resolve("server.pids");
    }

    private static FileChannel lock(Path root) throws IOException {
        var channel = FileChannel.open(root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return channel;
            }
        } catch (OverlappingFileLockException e) {
            channel.close();
            throw inUse(root);
        }
        channel.close();
        throw inUse(root);
    }

    private static EngineFailure inUse(Path root) {
        return new EngineFailure(
                "Another start already uses " + root + ". Stop it, or choose another folder (--dir) for this one.");
    }

    private static String line(ProcessHandle process) {
        return process.pid() + " " + started(process);
    }

    /// A number alone could by now be somebody else's process: the moment it started makes it certain, give or
    /// take a corrected clock.
    private static Stream<ProcessHandle> parse(String line) {
        var words = line.split(" ", 2);
        var started = Long.parseLong(words[1]);
        return ProcessHandle.of(Long.parseLong(words[0])).filter(p -> Math.abs(started(p) - started) < 5_000).stream();
    }

    private static long started(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }

    /// Ends and deletes what JVMs that were killed left in the temporary folder.
    private static void sweep() throws IOException {
        var temp = Path.of(System.getProperty("java.io.tmpdir"));
        try (var leftovers = Files.newDirectoryStream(temp, TEMPORARY + "*")) {
            for (var leftover : leftovers) {
                if (abandoned(leftover)) {
                    discard(leftover);
                }
            }
        }
    }

    private static boolean abandoned(Path leftover) throws IOException {
        var words =
                leftover.getFileName().toString().substring(TEMPORARY.length()).split("-", 2);
        return words[0].matches("[0-9]{1,9}")
                && ProcessHandle.of(Long.parseLong(words[0])).isEmpty()
                && Files.getOwner(leftover).getName().equals(System.getProperty("user.name"));
    }

    /// Another start may do the same at this moment; whoever comes second has nothing left to do.
    private static void discard(Path leftover) {
        try (var lock = lock(leftover)) {
            var home = new NodeHome(leftover, true, lock);
            home.leftOver().forEach(process -> ProcessTree.of(process).signalAll("KILL"));
            Trees.delete(leftover);
        } catch (IOException | EngineFailure e) {
            System.err.println("Left as it is: " + leftover + " (" + e.getMessage() + ")");
        }
    }
}
