package dev.rozgar.bootstrap.cli;

import dev.rozgar.adapters.http.HttpSettings;
import dev.rozgar.bootstrap.doctor.Ports;

/// Said before anything heavy starts.
final class FreePort {
    private FreePort() {}

    static void require(HttpSettings server) {
        Ports.whyTaken(server.host(), server.port()).ifPresent(why -> {
            throw new Refusal(why + System.lineSeparator()
                    + "Choose another port with --port or ROZGAR_SERVER_PORT, or stop what listens there.");
        });
    }
}
