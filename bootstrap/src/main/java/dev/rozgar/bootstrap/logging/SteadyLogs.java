package dev.rozgar.bootstrap.logging;

import java.util.logging.LogManager;

/// The JDK's log manager takes its handlers away in a shutdown hook of its own, and so silences everything that is
/// logged while the service drains and stops. This one keeps them.
public final class SteadyLogs extends LogManager {
    private static volatile boolean steady;

    /// The JDK makes one, by the name in a system property.
    public SteadyLogs() {}

    /// From now on nothing takes the handlers away.
    static void keep() {
        steady = true;
    }

    @Override
    public void reset() {
        if (!steady) super.reset();
    }
}
