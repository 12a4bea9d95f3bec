package dev.rozgar.bootstrap.doctor;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Optional;

/// Whether a server could listen at an address.
public final class Ports {
    private Ports() {}

    /// Empty if the port is free, else the reason; port 0 always is.
    public static Optional<String> whyTaken(String host, int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(host, port));
            return Optional.empty();
        } catch (IOException taken) {
            return Optional.of(host + ":" + port + " cannot be used: " + taken.getMessage());
        }
    }
}
