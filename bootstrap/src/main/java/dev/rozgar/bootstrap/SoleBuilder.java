package dev.rozgar.bootstrap;

import dev.rozgar.adapters.postgres.Postgres;
import dev.rozgar.adapters.postgres.Reservation;
import dev.rozgar.application.PortFailure;
import dev.rozgar.application.rebuild.Build;
import dev.rozgar.application.rebuild.BuildLog;
import dev.rozgar.application.rebuild.IndexBuilder;
import dev.rozgar.application.rebuild.Order;
import dev.rozgar.application.rebuild.Watch;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;

/// Builds indexes, one at a time among all processes: there is but one place for an index under construction.
/// The lock goes with its holder, however that ends, and then somebody else goes on with the build.
final class SoleBuilder implements IndexKeeper.Builder, AutoCloseable {
    private static final System.Logger LOG = System.getLogger(SoleBuilder.class.getName());
    private static final String TASK = "rozgar: build the index";
    private static final Duration STOPPING = Duration.ofSeconds(3);

    private final Postgres postgres;
    private final IndexBuilder builder;
    private final CountDownLatch closing = new CountDownLatch(1);
    private volatile Optional<Thread> started = Optional.empty();

    SoleBuilder(Postgres postgres, IndexBuilder builder) {
        this.postgres = postgres;
        this.builder = builder;
    }

    @Override
    public Optional<Build> build(Order order, BooleanSupplier wanted, Watch watch) {
        Optional<Reservation> mine = postgres.reserve(TASK);
        if (mine.isEmpty()) return Optional.empty();
        try (Reservation _ = mine.get()) {
            if (!wanted.getAsBoolean()) return Optional.empty();
            return Optional.of(builder.run(builder.begin(order), watch));
        }
    }

    @Override
    public Optional<Build> resume(Watch watch) {
        // Asked first without the lock: there hardly ever is one.
        if (builder.left().isEmpty()) return Optional.empty();
        Optional<Reservation> mine = postgres.reserve(TASK);
        if (mine.isEmpty()) return Optional.empty();
        try (Reservation _ = mine.get()) {
            return builder.left().map(builder::takeUp).map(build -> builder.run(build, watch));
        }
    }

    /// Whether a build could begin now.
    void check(Order order) {
        Reservation mine = postgres.reserve(TASK)
                .orElseThrow(() -> PortFailure.conflict(BuildLog.UNDER_WAY, "another process is at a build", null));
        try (mine) {
            builder.check(order);
        }
    }

    /// Begins a build and goes on with it in the background. Should this process end meanwhile, another goes on.
    ///
    /// @return the build as it begins; empty where another process is at it
    Optional<Build> start(Order order) {
        Optional<Reservation> mine = postgres.reserve(TASK);
        if (mine.isEmpty()) return Optional.empty();
        Reservation held = mine.get();
        try {
            Build build = builder.begin(order);
            started = Optional.of(Thread.ofVirtual().name("index-build").start(() -> run(build, held)));
            return Optional.of(build);
        } catch (RuntimeException failure) {
            held.close();
            throw failure;
        }
    }

    private void run(Build build, Reservation held) {
        try (held) {
            Build ended = builder.run(build, new UntilClosed(closing));
            LOG.log(
                    Level.INFO,
                    "build {0} of {1}: {2}",
                    ended.number(),
                    ended.plan().index(),
                    ended.end());
        } catch (CancellationException closed) {
            LOG.log(Level.INFO, "build {0} is left for another process", build.number());
        } catch (PortFailure failure) {
            LOG.log(Level.WARNING, "build {0} is left for a later try: {1}", build.number(), failure.getMessage());
        }
    }

    @Override
    public void close() throws InterruptedException {
        closing.countDown();
        if (started.isEmpty() || started.get().join(STOPPING)) return;
        started.get().interrupt();
        started.get().join(STOPPING);
    }
}
