package dev.rozgar.application.shadow;

import dev.rozgar.application.PortFailure;
import dev.rozgar.application.document.DocumentPage;
import dev.rozgar.application.document.DocumentQuery;
import dev.rozgar.application.listing.JobReadModel;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.DoubleSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Runs a share of the live queries on the other read model too, off their way: one at a time, those that
/// wait are few, and what finds no room is left out and counted. Differences are looked into ([Inquiry]),
/// counted by their kind, and documents that the copy has wrong are owed anew.
public final class ShadowCompare implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(ShadowCompare.class.getName());
    private static final int MOST_WAITING = 32;

    /// What became of a query that was drawn.
    public enum Outcome {
        AGREED,
        DIFFERED,
        /// There was no room for it.
        DROPPED,
        /// A store did not answer.
        FAILED
    }

    /// @param truth   asked again
    /// @param copy    what it is to agree with
    /// @param refresh makes searches of the copy see what it has acknowledged
    public record Stores(JobReadModel truth, JobReadModel copy, Suspects suspects, Runnable refresh) {}

    private record Drawn(DocumentQuery query, DocumentPage answer, boolean byCopy) {}

    private final Stores stores;
    private final Inquiry inquiry;
    private final double share;
    private final DoubleSupplier dice;
    private final BlockingQueue<Drawn> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private final Map<Outcome, LongAdder> outcomes = counters(Outcome.values());
    private final Map<Difference, LongAdder> differences = counters(Difference.values());
    private final LongAdder repaired = new LongAdder();
    private Optional<Thread> worker = Optional.empty();

    /// @param share of the queries, from 0 to 1
    /// @param dice  evenly from 0 to 1
    public ShadowCompare(Stores stores, double share, DoubleSupplier dice) {
        this.stores = stores;
        this.inquiry = new Inquiry(stores, Waivers.read());
        this.share = share;
        this.dice = dice;
    }

    public ShadowCompare start() {
        worker = Optional.of(Thread.ofVirtual().name("shadow-compare").start(this::work));
        return this;
    }

    /// A live query and its answer. Returns at once.
    ///
    /// @param byCopy which of the two has given it
    public void offer(DocumentQuery query, DocumentPage answer, boolean byCopy) {
        if (share <= 0 || dice.getAsDouble() >= share) return;
        if (!waiting.offer(new Drawn(query, answer, byCopy)))
            counter(Outcome.DROPPED).increment();
    }

    public long count(Outcome outcome) {
        return counter(outcome).sum();
    }

    public long count(Difference difference) {
        return counter(difference).sum();
    }

    /// How many documents were owed anew.
    public long repaired() {
        return repaired.sum();
    }

    private void work() {
        try {
            while (!Thread.currentThread().isInterrupted()) compare(waiting.take());
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    /// The one that has waited longest, if there is one.
    boolean compareOne() {
        Drawn drawn = waiting.poll();
        if (drawn != null) compare(drawn);
        return drawn != null;
    }

    private void compare(Drawn drawn) {
        try {
            counter(outcome(drawn)).increment();
        } catch (PortFailure silent) {
            counter(Outcome.FAILED).increment();
        } catch (RuntimeException defect) {
            // Nobody would start the worker again.
            counter(Outcome.FAILED).increment();
            LOG.log(Level.ERROR, "comparing the read models failed", defect);
        }
    }

    private Outcome outcome(Drawn drawn) {
        Pages seen = inquiry.ask(drawn.query(), drawn.answer(), drawn.byCopy());
        if (seen.areEqual()) return Outcome.AGREED;
        Inquiry.Result result = inquiry.into(drawn.query(), seen);
        result.found().keySet().forEach(kind -> counter(kind).increment());
        tell(result);
        if (!result.repair().isEmpty()) {
            stores.suspects().owe(result.repair());
            repaired.add(result.repair().size());
        }
        return Outcome.DIFFERED;
    }

    private static void tell(Inquiry.Result result) {
        if (result.found().keySet().equals(Set.of(Difference.LAG))) return;
        LOG.log(Level.WARNING, "the read models differ: {0}; owed anew: {1}", result.found(), result.repair());
    }

    private LongAdder counter(Outcome outcome) {
        return Objects.requireNonNull(outcomes.get(outcome));
    }

    private LongAdder counter(Difference difference) {
        return Objects.requireNonNull(differences.get(difference));
    }

    private static <E extends Enum<E>> Map<E, LongAdder> counters(E[] kinds) {
        return Stream.of(kinds).collect(Collectors.toUnmodifiableMap(kind -> kind, _ -> new LongAdder()));
    }

    /// A comparison under way is given up.
    @Override
    public void close() {
        worker.ifPresent(Thread::interrupt);
    }
}
