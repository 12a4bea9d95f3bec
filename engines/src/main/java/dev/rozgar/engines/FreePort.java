package dev.rozgar.engines;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/// A port at 127.0.0.1 for a server that is started in a moment, and perhaps stopped and started again.
///
/// The kernel would give one of those from which it also serves outgoing connections, so any of them could sit on it by
/// then. These lie below that range (Linux: `net.ipv4.ip_local_port_range`, 32768 and up unless set otherwise).
public final class FreePort {
    private static final int LOWEST = 15_000;
    private static final int ABOVE = 32_000;
    private static final int TRIES = 1_000;
    private static final Set<Integer> GIVEN = ConcurrentHashMap.newKeySet();

    private FreePort() {}

    /// One on which nobody listens; never the same twice in this JVM.
    ///
    /// @throws EngineFailure if none is found
    public static int next() {
        for (int turn = 0; turn < TRIES; turn++) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST, ABOVE);
            if (isFree(port) && GIVEN.add(port)) return port;
        }
        throw new EngineFailure("No free port was found between " + LOWEST + " and " + ABOVE + ".");
    }

    /// A port whose last connections still wait to be forgotten is free for a server.
    static boolean isFree(int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
