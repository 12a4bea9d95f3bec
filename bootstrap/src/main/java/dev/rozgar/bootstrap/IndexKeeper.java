package dev.rozgar.bootstrap;

import dev.rozgar.application.PortFailure;
import dev.rozgar.application.indexing.JobIndex;
import dev.rozgar.application.rebuild.RebuildIndex;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Sees to it that there is an index for the current declaration, beside the service and never in its way.
///
/// | it finds | it does |
/// |---|---|
/// | an index of this declaration | lets it be read |
/// | none, at any time | builds one |
/// | one of another declaration, at start | builds one beside it and swaps |
/// | one of another declaration, later | leaves it: a newer version has made it, and two would take turns |
/// | no answer | asks again, and lets reads find out by themselves |
final class IndexKeeper implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(IndexKeeper.class.getName());

    /// @param calm between looks while all is well
    /// @param anxious between looks while it is not
    record Pace(Duration calm, Duration anxious) {
        static final Pace USUAL = new Pace(Duration.ofSeconds(10), Duration.ofSeconds(1));
    }

    /// Builds a new index, unless somebody else is at it.
    @FunctionalInterface
    interface Builder {
        Optional<RebuildIndex.Result> build(boolean force, RebuildIndex.Progress progress);
    }

    private enum Found {
        CURRENT,
        NONE,
        FOREIGN
    }

    private static final Duration STOPPING = Duration.ofSeconds(3);

    private final JobIndex index;
    private final Builder builder;
    private final String fingerprint;
    private final Pace pace;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final CountDownLatch looked = new CountDownLatch(1);
    private volatile boolean current;
    private volatile boolean silent;
    private Optional<Thread> watch = Optional.empty();

    IndexKeeper(JobIndex index, Builder builder, String fingerprint, Pace pace) {
        this.index = index;
        this.builder = builder;
        this.fingerprint = fingerprint;
        this.pace = pace;
    }

    IndexKeeper start() {
        watch = Optional.of(Thread.ofVirtual().name("index-keeper").start(this::watch));
        return this;
    }

    /// Whether the live index was made for this program's declaration, as far as is known.
    boolean isCurrent() {
        return current;
    }

    /// Waits until the first look is over, whatever it found.
    boolean awaitFirstLook(Duration most) throws InterruptedException {
        return looked.await(most.toMillis(), TimeUnit.MILLISECONDS);
    }

    /// Looks, and builds what is missing, now. Throws [PortFailure] if an engine does not answer.
    void ensure(RebuildIndex.Progress progress) {
        look(true, progress);
    }

    private void watch() {
        boolean atStart = true;
        do {
            atStart = !lookQuietly(atStart) && atStart;
            looked.countDown();
        } while (!isClosing(current ? pace.calm() : pace.anxious()));
    }

    /// @return whether an answer was found and acted on
    private boolean lookQuietly(boolean atStart) {
        try {
            look(atStart, this::stopIfClosing);
            if (silent) LOG.log(Level.INFO, "Elasticsearch answers again");
            silent = false;
            return true;
        } catch (PortFailure failure) {
            if (!silent) LOG.log(Level.WARNING, "the index is out of reach, trying on: {0}", failure.getMessage());
            silent = true;
        } catch (CancellationException closing) {
            LOG.log(Level.INFO, "the build is given up: the next start begins it anew");
        } catch (RuntimeException defect) {
            // Whatever it was, nobody would start this watch again.
            LOG.log(Level.ERROR, "looking after the index failed", defect);
        }
        return false;
    }

    /// Between two chunks of a build nothing is under way that could be torn.
    private void stopIfClosing(long done, long total) {
        if (closing.getCount() == 0) throw new CancellationException(done + " of " + total);
    }

    private void look(boolean atStart, RebuildIndex.Progress progress) {
        switch (find()) {
            case CURRENT -> current = true;
            case NONE -> {
                current = false;
                build("there is no index", progress);
            }
            case FOREIGN -> {
                if (atStart) build("the index was made for another declaration", progress);
                else if (current) LOG.log(Level.WARNING, "the index was replaced by one of another declaration");
                current = atStart;
            }
        }
    }

    private Found find() {
        JobIndex.Status status = index.status();
        if (status.live().isEmpty()) return Found.NONE;
        return status.fingerprint().equals(Optional.of(fingerprint)) ? Found.CURRENT : Found.FOREIGN;
    }

    private void build(String why, RebuildIndex.Progress progress) {
        LOG.log(Level.INFO, "{0}: building one beside the service", why);
        long begin = System.nanoTime();
        RebuildIndex.Result result = builder.build(false, progress)
                .orElseThrow(() -> PortFailure.unavailable("another process builds an index", null));
        if (!result.promoted())
            throw PortFailure.unavailable("the new index held too little and was given up: " + result, null);
        current = true;
        LOG.log(
                Level.INFO,
                "built an index of {0} jobs in {1} ms",
                result.written(),
                (System.nanoTime() - begin) / 1_000_000);
    }

    private boolean isClosing(Duration pause) {
        try {
            return closing.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /// A build under way is given up.
    @Override
    public void close() throws InterruptedException {
        closing.countDown();
        if (watch.isEmpty() || watch.get().join(STOPPING)) return;
        // It hangs on an engine that does not answer.
        watch.get().interrupt();
        watch.get().join(STOPPING);
    }
}
