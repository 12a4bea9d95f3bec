package dev.rozgar.engines;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/// Ports at 127.0.0.1.
final class Ports {
    private Ports() {}

    /// The wanted one, which must be free, or any free one for 0.
    static int take(int wanted, String server) {
        try (var socket = new ServerSocket()) {
            // A port whose last connections still wait to be forgotten is free for a server.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted));
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new EngineFailure(
                    "Port " + wanted + ", meant for " + server
                            + ", is taken. Stop what listens there, or choose another port.",
                    e);
        }
    }
}
