package dev.rozgar.bootstrap;

import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.Deque;

/// What has been opened so far; closed in the reverse order, once, whatever one of them throws.
public final class Opened implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Opened.class.getName());

    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private boolean closed;

    /// Hands back what it was given.
    ///
    /// @throws IllegalStateException where all is closed already, and then this part too
    public synchronized <T extends AutoCloseable> T add(T part) {
        if (closed) {
            closeOne(part);
            throw new IllegalStateException("closing down: nothing is opened any more");
        }
        open.push(part);
        return part;
    }

    @Override
    public synchronized void close() {
        closed = true;
        while (!open.isEmpty()) closeOne(open.pop());
    }

    // The parts below must be closed whatever this one throws.
    private static void closeOne(AutoCloseable part) {
        try {
            part.close();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (Exception failure) {
            LOG.log(Level.WARNING, "could not close " + part.getClass().getSimpleName(), failure);
        }
    }
}
