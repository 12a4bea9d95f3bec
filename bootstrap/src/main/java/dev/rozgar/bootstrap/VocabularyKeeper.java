package dev.rozgar.bootstrap;

import dev.rozgar.application.PortFailure;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.function.Function;

/// Has the words and suggestions of listed jobs counted anew every few minutes, if a job has changed; on
/// every node, of which one does it.
final class VocabularyKeeper implements AutoCloseable {
    /// How old they may be, about.
    static final Duration PAUSE = Duration.ofMinutes(5);

    private static final System.Logger LOG = System.getLogger(VocabularyKeeper.class.getName());
    /// A question of a millisecond. An empty board that is being filled has words soon.
    private static final Duration EVERY = Duration.ofSeconds(15);

    private final Function<Duration, Boolean> fill;
    private final Thread loop;
    private boolean away;

    /// @param fill given how long ago the last time must be
    VocabularyKeeper(Function<Duration, Boolean> fill) {
        this.fill = fill;
        this.loop = Thread.ofVirtual().name("vocabulary").start(this::run);
    }

    private void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                step();
                Thread.sleep(EVERY);
            }
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    private void step() {
        try {
            long begin = System.nanoTime();
            if (fill.apply(PAUSE))
                LOG.log(
                        Level.DEBUG,
                        "counted the words of listed jobs in {0} ms",
                        (System.nanoTime() - begin) / 1_000_000);
            away = false;
        } catch (PortFailure failure) {
            if (!away) LOG.log(Level.WARNING, "the words of listed jobs are not counted: {0}", failure.getMessage());
            away = true;
        } catch (RuntimeException defect) {
            // The loop must outlive a defect of one step: nobody would restart it.
            LOG.log(Level.ERROR, "counting the words of listed jobs failed", defect);
        }
    }

    @Override
    public void close() {
        loop.interrupt();
        try {
            // What is being counted goes on or is given up by the server: nothing is half done.
            loop.join(Duration.ofSeconds(2));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
