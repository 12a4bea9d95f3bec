package dev.rozgar.bootstrap;

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
    private final SteadyLoop loop;

    /// @param fill given how long ago the last time must be
    VocabularyKeeper(Function<Duration, Boolean> fill) {
        this.fill = fill;
        // What is being counted goes on or is given up by the server: nothing is half done.
        this.loop = new SteadyLoop("vocabulary", new SteadyLoop.Pace(EVERY, Duration.ofSeconds(2)), LOG, this::step);
    }

    private void step() {
        long begin = System.nanoTime();
        if (fill.apply(PAUSE))
            LOG.log(Level.DEBUG, "counted the words of listed jobs in {0} ms", (System.nanoTime() - begin) / 1_000_000);
    }

    @Override
    public void close() {
        loop.close();
    }
}
