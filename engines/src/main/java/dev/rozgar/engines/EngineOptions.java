package dev.rozgar.engines;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/// How a server of our own is to be run.
///
/// @param directory where its files live and stay; empty means a temporary place, deleted at the end
/// @param port to listen on at 127.0.0.1; 0 takes a free one and keeps it over restarts
/// @param heapMegabytes of Elasticsearch
/// @param durable whether it is meant to last. If not, PostgreSQL does not wait for the disk (a power cut loses
/// data, a killed process does not) and Elasticsearch starts in half the time but never reaches its full speed
/// @param allowed the ways it may run, tried in the order container, embedded
/// @param progress hears how far the start has come
public record EngineOptions(
        Optional<Path> directory,
        int port,
        int heapMegabytes,
        boolean durable,
        Set<Origin> allowed,
        Progress progress) {

    private static final int DEFAULT_HEAP = 512;

    public EngineOptions {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("A port lies between 0 and 65535, not at " + port + ".");
        }
        if (heapMegabytes < 256) {
            throw new IllegalArgumentException(
                    "Elasticsearch needs a heap of at least 256 MB, not " + heapMegabytes + ".");
        }
        directory = directory.map(path -> path.toAbsolutePath().normalize());
        allowed = Set.copyOf(allowed);
    }

    /// For tests: gone at the end, and not waiting for the disk.
    public static EngineOptions temporary() {
        return new EngineOptions(Optional.empty(), 0, DEFAULT_HEAP, false, ours(), Progress.SILENT);
    }

    /// For the demo: a second start finds what the first one left. Each kind of engine uses a folder of its own
    /// in there.
    public static EngineOptions kept(Path directory) {
        return new EngineOptions(Optional.of(directory), 0, DEFAULT_HEAP, true, ours(), Progress.SILENT);
    }

    public EngineOptions onPort(int number) {
        return new EngineOptions(directory, number, heapMegabytes, durable, allowed, progress);
    }

    public EngineOptions withHeap(int megabytes) {
        return new EngineOptions(directory, port, megabytes, durable, allowed, progress);
    }

    public EngineOptions only(Origin origin) {
        return new EngineOptions(directory, port, heapMegabytes, durable, Set.of(origin), progress);
    }

    public EngineOptions reporting(Progress listener) {
        return new EngineOptions(directory, port, heapMegabytes, durable, allowed, listener);
    }

    boolean allows(Origin origin) {
        return allowed.contains(origin);
    }

    private static Set<Origin> ours() {
        return EnumSet.of(Origin.CONTAINER, Origin.EMBEDDED);
    }
}
