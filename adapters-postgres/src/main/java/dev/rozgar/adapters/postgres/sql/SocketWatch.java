package dev.rozgar.adapters.postgres.sql;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Looks at sockets from time to time and closes those that somebody has waited for too long, which ends the wait with
/// a failure. So a wait may last longer than it may by one look.
final class SocketWatch {
    private static final System.Logger LOG = System.getLogger(SocketWatch.class.getName());

    /// One for the process: the driver makes its factory of sockets anew for each, from nothing but a name, and has
    /// no place where a pool could leave its own.
    static final SocketWatch OF_THE_DRIVER = new SocketWatch().start(Duration.ofMillis(500));

    private final Set<WatchedSocket> open = ConcurrentHashMap.newKeySet();

    private SocketWatch start(Duration between) {
        Thread.ofPlatform().name("postgres-watch").daemon().start(() -> {
            while (true) {
                try {
                    Thread.sleep(between);
                } catch (InterruptedException end) {
                    return;
                }
                look(System.nanoTime());
            }
        });
        return this;
    }

    void add(WatchedSocket socket) {
        open.add(socket);
    }

    void remove(WatchedSocket socket) {
        open.remove(socket);
    }

    /// @param now of [System#nanoTime]
    void look(long now) {
        for (WatchedSocket socket : open) {
            if (socket.isOverdue(now)) end(socket);
        }
    }

    private static void end(WatchedSocket socket) {
        LOG.log(Level.WARNING, "PostgreSQL has not answered in time: a connection is given up");
        try {
            socket.close();
        } catch (IOException closed) {
            LOG.log(Level.DEBUG, "a connection that was given up", closed);
        }
    }
}
