package dev.rozgar.bootstrap;

import dev.rozgar.application.PortFailure;
import dev.rozgar.application.document.DocumentSchema;
import dev.rozgar.application.document.Evolution;
import dev.rozgar.application.document.Evolution.Kind;
import dev.rozgar.application.indexing.DeadLetters;
import dev.rozgar.application.rebuild.Build;
import dev.rozgar.application.rebuild.Build.Outcome;
import dev.rozgar.application.rebuild.Build.Purpose;
import dev.rozgar.application.rebuild.BuildLog;
import dev.rozgar.application.rebuild.IndexGenerations;
import dev.rozgar.application.rebuild.IndexGenerations.Generation;
import dev.rozgar.application.rebuild.Order;
import dev.rozgar.application.rebuild.Watch;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/// Sees to it that there is an index for the current declaration, beside the service and never in its way.
///
/// | it finds | it does |
/// |---|---|
/// | an index of this declaration | lets it be read, but for fields that are still being filled in |
/// | a build of this declaration that its process has left | goes on with it |
/// | no index, at any time | builds one |
/// | one that lacks fields, at start, where it may migrate | widens it and fills them in, while the rest is read |
/// | one that differs otherwise, at start, where it may migrate | builds one beside it and swaps |
/// | one of another declaration, else | leaves it: a newer version may have made it, and two would take turns |
/// | later, one that has more fields | lets it be read: whoever knows fewer can |
/// | a mapping that is new | has tried again, once, what was refused too often |
/// | a build of its own that the gate refused | tries again after two seconds, then four, eight … up to an hour |
/// | no answer | asks again, and lets reads find out by themselves |
final class IndexKeeper implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(IndexKeeper.class.getName());

    /// @param calm between looks while all is well
    /// @param anxious between looks while it is not
    /// @param rueful after an index was built and not made live; doubled each time, up to [#RUEFUL_MOST]
    record Pace(Duration calm, Duration anxious, Duration rueful) {
        static final Pace USUAL = new Pace(Duration.ofSeconds(10), Duration.ofSeconds(1), Duration.ofSeconds(2));
    }

    /// Builds indexes, unless somebody else is at it.
    interface Builder {
        /// @param wanted asked once nobody else can begin: what one node sees at its start, another may just have done
        Optional<Build> build(Order order, BooleanSupplier wanted, Watch watch);

        /// Goes on with what was left.
        Optional<Build> resume(Watch watch);
    }

    /// What it works with.
    ///
    /// @param migrates whether it may change an index of another declaration by itself
    /// @param rate     documents in a second that a build by itself writes, 0 for as many as go
    record Charge(
            IndexGenerations generations,
            BuildLog log,
            DeadLetters letters,
            Builder builder,
            DocumentSchema schema,
            boolean migrates,
            int rate) {}

    private static final Duration STOPPING = Duration.ofSeconds(3);
    private static final Duration RUEFUL_MOST = Duration.ofHours(1);

    private final Charge charge;
    private final Pace pace;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final CountDownLatch looked = new CountDownLatch(1);
    private volatile boolean current;
    private volatile Set<String> lacking = Set.of();
    private volatile boolean silent;
    private int refused;
    private long notBefore = System.nanoTime();
    private Optional<Thread> watch = Optional.empty();

    IndexKeeper(Charge charge, Pace pace) {
        this.charge = charge;
        this.pace = pace;
    }

    IndexKeeper start() {
        watch = Optional.of(Thread.ofVirtual().name("index-keeper").start(this::watch));
        return this;
    }

    /// Whether the live index can be read by this program, as far as is known.
    boolean isCurrent() {
        return current;
    }

    /// Paths of fields that not every document of the index has yet: a filter on one would pass over the others.
    Set<String> lacking() {
        return lacking;
    }

    /// Waits until the first look is over, whatever it found.
    boolean awaitFirstLook(Duration most) throws InterruptedException {
        return looked.await(most.toMillis(), TimeUnit.MILLISECONDS);
    }

    /// What the live index has that this declaration has not, or the other way round; empty where nothing differs,
    /// there is no index, or nobody answers.
    Optional<Evolution> misfit() {
        try {
            return charge.generations().state().live().map(this::evolution).filter(found -> found.kind() != Kind.SAME);
        } catch (PortFailure silence) {
            return Optional.empty();
        }
    }

    /// Looks, and builds or migrates what has to be, now. Throws [PortFailure] if an engine does not answer.
    void ensure(Watch onlooker) {
        look(true, true, onlooker);
    }

    private void watch() {
        boolean atStart = true;
        do {
            atStart = !lookQuietly(atStart) && atStart;
            looked.countDown();
        } while (!isClosing(current && lacking.isEmpty() ? pace.calm() : pace.anxious()));
    }

    /// @return whether an answer was found and acted on
    private boolean lookQuietly(boolean atStart) {
        try {
            look(atStart, atStart && charge.migrates(), new UntilClosed(closing));
            if (silent) LOG.log(Level.INFO, "Elasticsearch answers again");
            silent = false;
            return true;
        } catch (PortFailure failure) {
            if (!silent) LOG.log(Level.WARNING, "the index is out of reach, trying on: {0}", failure.getMessage());
            silent = true;
        } catch (CancellationException closing) {
            LOG.log(Level.INFO, "the build is left: the next start, or another process, goes on with it");
        } catch (RuntimeException defect) {
            // Whatever it was, nobody would start this watch again.
            LOG.log(Level.ERROR, "looking after the index failed", defect);
        }
        return false;
    }

    private void look(boolean atStart, boolean migrates, Watch onlooker) {
        Optional<Generation> live = charge.generations().state().live();
        if (live.isEmpty()) {
            current = false;
            build(
                    "there is no index",
                    Order.REBUILD,
                    () -> charge.generations().state().live().isEmpty(),
                    onlooker);
            return;
        }
        Evolution evolution = evolution(live.get());
        switch (evolution.kind()) {
            case SAME -> current();
            case WIDER, ADDITIVE, BREAKING -> {
                if (migrates) migrate(evolution, onlooker);
                else misfit(evolution, atStart);
            }
        }
        // A back-fill or a rebuild that somebody has left: whoever comes by goes on.
        if (charge.builder().resume(onlooker).isPresent()) current();
    }

    private void current() {
        // The log is read after the index: a back-fill is in the log before the index bears its fingerprint.
        lacking = charge.log()
                .underWay()
                .filter(build -> build.plan().purpose() == Purpose.BACK_FILL)
                .map(build -> Set.copyOf(build.plan().fields()))
                .orElse(Set.of());
        current = true;
        redrive();
    }

    /// What was refused under another mapping may be taken by this one. The end of a build sees to it as well, but a
    /// mapping also changes without one: by a back-fill that is given up, or where somebody moves the alias.
    private void redrive() {
        long redriven = charge.letters().redriveFor(charge.schema().fingerprint());
        if (redriven > 0) LOG.log(Level.INFO, "the mapping is another one: {0} jobs are tried again", redriven);
    }

    private void misfit(Evolution evolution, boolean atStart) {
        boolean readable = evolution.kind() == Kind.WIDER && !atStart;
        if (!readable && (current || atStart))
            LOG.log(
                    Level.WARNING,
                    "the live index is of another declaration ({0}): run `rozgar index rebuild`",
                    evolution.text());
        current = readable;
    }

    private void migrate(Evolution evolution, Watch onlooker) {
        BooleanSupplier wanted =
                () -> misfit().filter(found -> found.kind() == evolution.kind()).isPresent();
        if (evolution.kind() == Kind.ADDITIVE) {
            lacking = Set.copyOf(evolution.added());
            current = true;
            build("the index lacks fields, " + evolution.text(), backFill(), wanted, onlooker);
            lacking = Set.of();
        } else {
            build("the index is of another declaration, " + evolution.text(), Order.REBUILD, wanted, onlooker);
        }
    }

    private static Order backFill() {
        return new Order(Purpose.BACK_FILL, false, 0);
    }

    private Evolution evolution(Generation live) {
        if (live.fingerprint().equals(charge.schema().fingerprint()))
            return Evolution.between(
                    charge.schema().declaration(), charge.schema().declaration());
        // An index that does not say what it was made for can be of any declaration.
        return live.declaration()
                .map(theirs -> Evolution.between(theirs, charge.schema().declaration()))
                .orElseGet(Evolution::unknown);
    }

    private void build(String why, Order order, BooleanSupplier wanted, Watch onlooker) {
        if (refused > 0 && System.nanoTime() - notBefore < 0)
            throw PortFailure.unavailable(why + ", and a new one was refused a short while ago", null);
        LOG.log(Level.INFO, "{0}: seeing to it beside the service", why);
        long begin = System.nanoTime();
        Build build = charge.builder()
                .build(order.rate(charge.rate()), wanted, onlooker)
                .orElseThrow(() -> PortFailure.unavailable("another process builds an index, or just has", null));
        if (build.end().filter(end -> end.outcome() == Outcome.DONE).isEmpty()) {
            repent();
            throw PortFailure.unavailable(
                    "the new index was not made live: "
                            + build.end().map(BuildLog::words).orElse(""),
                    null);
        }
        refused = 0;
        redrive();
        current = true;
        LOG.log(
                Level.INFO,
                "wrote {0} jobs to {1} in {2} ms",
                build.position().written(),
                build.plan().index(),
                (System.nanoTime() - begin) / 1_000_000);
    }

    /// Each try writes every document, and what was refused a moment ago is not likely to be taken now.
    private void repent() {
        Duration longer = pace.rueful().multipliedBy(1L << Math.min(refused++, 20));
        Duration pause = longer.compareTo(RUEFUL_MOST) < 0 ? longer : RUEFUL_MOST;
        notBefore = System.nanoTime() + pause.toNanos();
    }

    private boolean isClosing(Duration pause) {
        try {
            return closing.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /// A build under way is left to the next start or to another process.
    @Override
    public void close() throws InterruptedException {
        closing.countDown();
        if (watch.isEmpty() || watch.get().join(STOPPING)) return;
        // It hangs on an engine that does not answer.
        watch.get().interrupt();
        watch.get().join(STOPPING);
    }
}
