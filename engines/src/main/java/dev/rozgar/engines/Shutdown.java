package dev.rozgar.engines;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Closes what is still open when the JVM ends, whatever ends it (exit, SIGTERM, Ctrl-C): one hook, so that the
/// order is ours.
final class Shutdown {
    private static final Set<Server> OPEN = new LinkedHashSet<>();
    private static final List<Runnable> FIRST = new ArrayList<>();
    private static boolean hooked;
    private static boolean ending;

    private Shutdown() {}

    static synchronized void first(Runnable action) {
        FIRST.add(action);
        hook();
    }

    /// Before it starts: once the JVM ends, nobody would stop a new one.
    static synchronized void guard(Server server) {
        if (ending) {
            throw new EngineFailure("Shutting down: no server is started any more.");
        }
        OPEN.add(server);
        hook();
    }

    static synchronized void release(Server server) {
        OPEN.remove(server);
    }

    private static void hook() {
        if (!hooked) {
            hooked = true;
            Runtime.getRuntime()
                    .addShutdownHook(
                            Thread.ofPlatform().name("engines-shutdown").unstarted(Shutdown::run));
        }
    }

    private static void run() {
        List<Runnable> first;
        List<Server> open;
        synchronized (Shutdown.class) {
            ending = true;
            first = List.copyOf(FIRST);
            open = List.copyOf(OPEN);
        }
        first.forEach(Shutdown::quietly);
        var closers = open.stream()
                .map(server -> Thread.ofPlatform().start(() -> quietly(server::close)))
                .toList();
        closers.forEach(Shutdown::join);
    }

    /// One failing action must not keep the next server from being stopped.
    private static void quietly(Runnable action) {
        try {
            action.run();
        } catch (RuntimeException e) {
            System.err.println("While shutting down: " + e.getMessage());
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
