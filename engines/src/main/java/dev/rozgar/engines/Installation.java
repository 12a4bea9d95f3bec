package dev.rozgar.engines;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/// Unpacks a server once for this machine and user. A finished folder has its final name, so nobody sees half of
/// one.
final class Installation {
    static final String CACHE = "ROZGAR_CACHE";

    /// A file lock is for other JVMs only: two threads of one would get an exception.
    private static final ReentrantLock THIS_JVM = new ReentrantLock();

    private Installation() {}

    /// Fills an empty folder with an unpacked server.
    interface Unpacker {
        void into(Path folder) throws IOException;
    }

    /// @param name says what is inside, so exactly that another content has another name
    static Path of(String name, Unpacker unpacker) {
        THIS_JVM.lock();
        try {
            var cache = Files.createDirectories(cache());
            var finished = cache.resolve(name);
            if (Files.isDirectory(finished)) {
                return finished;
            }
            try (var channel = FileChannel.open(
                            cache.resolve(name + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    var _ = channel.lock()) {
                return Files.isDirectory(finished) ? finished : unpack(finished, unpacker);
            }
        } catch (IOException e) {
            throw new EngineFailure(
                    "Cannot unpack " + name + " into " + cache() + ": " + e + ". Free some space there, or set " + CACHE
                            + " to a folder this user may write to.",
                    e);
        } finally {
            THIS_JVM.unlock();
        }
    }

    private static Path unpack(Path finished, Unpacker unpacker) throws IOException {
        var half = finished.resolveSibling(finished.getFileName() + ".half");
        Trees.delete(half);
        Files.createDirectory(half);
        unpacker.into(half);
        readableByAll(half);
        return Files.move(half, finished, StandardCopyOption.ATOMIC_MOVE);
    }

    /// Root's servers run as another user, who must be able to read them whatever the umask is.
    private static void readableByAll(Path root) throws IOException {
        try (var paths = Files.walk(root)) {
            for (var path : (Iterable<Path>) paths.filter(p -> !Files.isSymbolicLink(p))::iterator) {
                var runs = Files.isDirectory(path) || Files.isExecutable(path);
                Trees.permit(path, runs ? "rwxr-xr-x" : "rw-r--r--");
            }
        }
    }

    private static Path cache() {
        var home = Path.of(System.getProperty("user.home"));
        return folder(CACHE).orElseGet(() -> {
            if (System.getProperty("user.name").equals("root")) {
                return Path.of("/var/cache/rozgar");
            }
            return folder("XDG_CACHE_HOME").orElse(home.resolve(".cache")).resolve("rozgar");
        });
    }

    private static Optional<Path> folder(String variable) {
        return Optional.ofNullable(System.getenv(variable))
                .filter(value -> !value.isBlank())
                .map(value -> Path.of(value).toAbsolutePath());
    }
}
