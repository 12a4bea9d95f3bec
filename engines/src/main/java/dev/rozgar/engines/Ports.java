package dev.rozgar.engines;

import java.time.Duration;
import java.time.Instant;

/// Ports at 127.0.0.1.
final class Ports {
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration POLL = Duration.ofMillis(20);

    private Ports() {}

    /// The wanted one, which must be free, or any free one for 0.
    ///
    /// Asks for a while: a child that another thread spawns holds a copy of the socket that has just asked,
    /// until it has closed what it inherited.
    static int take(int wanted, String server) {
        if (wanted == 0) return FreePort.next();
        var until = Instant.now().plus(PATIENCE);
        while (!FreePort.isFree(wanted)) {
            ProcessTree.sleep(POLL);
            if (Instant.now().isAfter(until)) {
                throw new EngineFailure("Port " + wanted + ", meant for " + server
                        + ", is taken. Stop what listens there, or choose another port.");
            }
        }
        return wanted;
    }
}
