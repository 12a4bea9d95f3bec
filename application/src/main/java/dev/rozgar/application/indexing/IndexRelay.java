package dev.rozgar.application.indexing;

import dev.rozgar.application.PortFailure;
import dev.rozgar.application.indexing.IndexLedger.Taken;
import dev.rozgar.application.indexing.JobIndex.Slot;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/// Pays the index's debts: claim, version, read, write, settle; over and over, on any number of nodes without a
/// coordinator.
///
/// One step ([#payOnce]) is a plain call, so that tests walk it without threads. Between steps the relay
/// waits for a wake-up ([#wake]) or for the poll interval, which grows while there is nothing to do. While
/// the index or the ledger is out of reach it pauses, counts nothing against any document, and goes on by
/// itself.
///
/// | it dies … | what is left | who repairs |
/// |---|---|---|
/// | before the claim | the debt | any relay, at once |
/// | between claim and write | the debt under a lease | any relay, when the lease runs out |
/// | between write and settle | a paid debt that looks unpaid | it is written again; the larger version stays |
/// | while it looks through what a lost history has left | a note of that, and part of the debts | any relay, before
/// its next claim |
///
/// What the index says to a document decides what becomes of its debt:
///
/// | the index | the debt | counts as a try |
/// |---|---|---|
/// | stored it | is paid | |
/// | holds a version as high | is due at once, under a higher one: see [VersionGuard] | no |
/// | refuses it | is due later, and set aside in the end | yes |
/// | has no room, is blocked, is away | is due soon; the relay asks with one document until it is taken | no |
///
/// A version as high is no payment, whoever wrote it. If a later claim has, that one pays. Otherwise it came from a
/// build of the index, or from a history that PostgreSQL has lost; one more write costs little and settles which.
public final class IndexRelay implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(IndexRelay.class.getName());

    /// @param lease how long a claimed debt is left alone by other relays
    /// @param quickest the poll interval while there is work
    /// @param slowest the poll interval at rest
    /// @param maxBatch documents in one write at the most
    /// @param maxTries refusals after which a document is set aside
    public record Pace(Duration lease, Duration quickest, Duration slowest, int maxBatch, int maxTries) {
        public static final Pace USUAL =
                new Pace(Duration.ofSeconds(30), Duration.ofMillis(50), Duration.ofMillis(200), 500, 5);
    }

    /// How long a write waits for others to join it; see [Waiters#gather].
    private static final Duration GATHERING = Duration.ofMillis(8);

    private final IndexLedger ledger;
    private final JobIndex index;
    private final Pace pace;
    private final RelayFigures figures;
    private final VersionGuard guard;
    private final Waiters waiters = new Waiters();
    private final SharedRefresh refreshes;
    private final Doorbell doorbell = new Doorbell();
    private final AtomicInteger batch;
    private volatile boolean open = true;
    private volatile boolean paused;
    private volatile boolean indexAway;
    private volatile Thread loop = Thread.currentThread();

    public IndexRelay(IndexLedger ledger, JobIndex index, Pace pace) {
        this(ledger, index, pace, new RelayFigures());
    }

    public IndexRelay(IndexLedger ledger, JobIndex index, Pace pace, RelayFigures figures) {
        this.ledger = ledger;
        this.index = index;
        this.pace = pace;
        this.figures = figures;
        this.guard = new VersionGuard(ledger.versions(), index, figures, System::nanoTime);
        this.refreshes = new SharedRefresh(index::refresh);
        this.batch = new AtomicInteger(pace.maxBatch());
    }

    /// Starts paying on a virtual thread, until [#close].
    public IndexRelay start() {
        loop = Thread.ofVirtual().name("index-relay").start(this::run);
        return this;
    }

    /// There is new debt: pay now rather than at the next poll.
    public void wake() {
        doorbell.ring();
    }

    /// To be opened before a commit whose indexing somebody wants to wait for.
    Waiters.Ticket expect(Collection<Long> ids) {
        return waiters.register(ids);
    }

    /// Makes what was paid before this call visible to searches, together with whoever else asks for that.
    ///
    /// @return whether it is
    boolean show(Duration most) {
        return refreshes.await(most);
    }

    /// Whether an engine is out of reach and the relay waits for it.
    public boolean isPaused() {
        return paused;
    }

    /// Documents of the next write at the most; halved when the index is busy, growing again while it is not.
    public int batchSize() {
        return batch.get();
    }

    /// One step.
    ///
    /// @return how many debts were claimed; 0 means that nothing is due
    public int payOnce() {
        try {
            guard.ensure();
            figures.look();
            // While the index is away one document is enough to learn that it is back.
            Taken taken = ledger.take(indexAway ? 1 : batch.get(), pace.lease());
            List<Claim> claims = taken.claims().claims();
            if (!claims.isEmpty()) pay(claims, taken);
            return claims.size();
        } catch (PortFailure failure) {
            // Of whichever engine: looking once too often costs little.
            guard.doubt();
            throw failure;
        }
    }

    private void pay(List<Claim> claims, Taken taken) {
        long claimed = System.nanoTime();
        Set<Slot> slots = taken.claims().building() ? EnumSet.allOf(Slot.class) : EnumSet.of(Slot.LIVE);
        Verdicts verdicts = Verdicts.of(claims, written(claims, taken.entries(), slots));
        Duration since = Duration.ofNanos(System.nanoTime() - claimed);
        verdicts.paid().forEach(claim -> figures.paid(claim.age().plus(since)));
        book(verdicts);
    }

    private List<IndexOutcome> written(List<Claim> claims, List<IndexEntry> entries, Set<Slot> slots) {
        try {
            return index.write(entries, slots);
        } catch (PortFailure failure) {
            indexAway = true;
            // Else these would be the last to arrive after an outage, when their lease runs out.
            ledger.postpone(claims, pace.slowest());
            throw failure;
        }
    }

    private void book(Verdicts verdicts) {
        // Waiters only ask for the index's word; the ledger may learn it after them.
        verdicts.paid().forEach(waiters::paid);
        if (!verdicts.paid().isEmpty()) ledger.settle(verdicts.paid());
        verdicts.refused().forEach(this::refuse);
        if (!verdicts.busy().isEmpty()) ledger.postpone(verdicts.busy(), pace.slowest());
        if (!verdicts.contested().isEmpty()) {
            guard.contested(verdicts.contested().values());
            ledger.postpone(List.copyOf(verdicts.contested().keySet()), Duration.ZERO);
        }
        breathe(verdicts.busy().isEmpty());
        indexAway = verdicts.nothingButBusy();
        verdicts.complaint().filter(_ -> indexAway).ifPresent(this::pause);
    }

    private void refuse(Claim claim, String reason) {
        LOG.log(Level.WARNING, "the index refuses job {0}: {1}", claim.id(), reason);
        figures.refuse();
        ledger.refuse(claim, reason, pace.maxTries());
    }

    private void pause(String reason) {
        if (!paused) {
            LOG.log(Level.WARNING, "the index relay pauses: {0}", reason);
            figures.pause();
        }
        paused = true;
    }

    /// Additive increase, multiplicative decrease: the batch halves when the index pushes back.
    private void breathe(boolean easily) {
        batch.updateAndGet(size ->
                easily ? Math.min(pace.maxBatch(), size + Math.max(1, pace.maxBatch() / 10)) : Math.max(1, size / 2));
    }

    private void run() {
        Duration wait = pace.quickest();
        while (open) {
            wait = step(wait);
            doorbell.await(wait);
            waiters.gather(GATHERING);
        }
    }

    /// @return how long to wait before the next step
    private Duration step(Duration waited) {
        try {
            int paid = payOnce();
            // A step without debts has asked the ledger only.
            if (paused && !indexAway) LOG.log(Level.INFO, "the index relay goes on");
            paused = indexAway;
            if (paused) return pace.slowest();
            if (paid >= batch.get()) return Duration.ZERO;
            return paid > 0 ? pace.quickest() : longer(waited);
        } catch (PortFailure failure) {
            pause(String.valueOf(failure.getMessage()));
            return pace.slowest();
        } catch (RuntimeException defect) {
            // The loop must outlive a defect of one step: nobody would restart it.
            LOG.log(Level.ERROR, "a step of the index relay failed", defect);
            return pace.slowest();
        }
    }

    private Duration longer(Duration waited) {
        Duration doubled = waited.isZero() ? pace.quickest() : waited.multipliedBy(2);
        return doubled.compareTo(pace.slowest()) > 0 ? pace.slowest() : doubled;
    }

    /// Ends the loop after the step under way.
    @Override
    public void close() {
        open = false;
        doorbell.ring();
        try {
            if (loop != Thread.currentThread()) loop.join(Duration.ofSeconds(10));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
