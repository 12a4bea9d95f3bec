package dev.rozgar.engines;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;

/// What tests took on a server that stays when they are done.
final class Leftovers {
    private final Queue<String> names = new ConcurrentLinkedQueue<>();

    void add(String name) {
        names.add(name);
    }

    /// A server of our own goes as a whole.
    void dropAtEnd(Engine engine, Consumer<String> drop) {
        if (engine.origin() == Origin.CONFIGURED) {
            Engines.beforeShutdown(() -> names.forEach(drop));
        }
    }
}
