package dev.rozgar.application.indexing;

import dev.rozgar.application.change.ConsistencyToken;
import dev.rozgar.application.change.Sync;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Whether the index shows what somebody has changed: reading one's own write from a copy.
///
/// A change is to be seen by its id once the index has acknowledged it ([Sync#INDEXED]), and by searches once the index
/// was refreshed after that ([Sync#VISIBLE]). All who wait share the looks at the ledger and the refreshes. What is
/// known to be visible is remembered, so that a caller who sends its token with every read asks for it once.
public final class Visibility {
    /// Of tokens, so that a caller's own is not forgotten while it is in use.
    private static final int REMEMBERED = 20_000;

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(5);

    /// How a read that brought a token was answered.
    public enum Outcome {
        /// By the index, without asking anybody.
        REMEMBERED,
        /// By the index, once it had come so far.
        AWAITED,
        /// Not by the index: it is out of reach.
        AWAY,
        /// Not by the index: it had not come so far in time, or never will.
        LATE
    }

    /// Makes searches see what was acknowledged before the call.
    @FunctionalInterface
    interface Refresh {
        /// @return whether it has, in time
        boolean within(Duration most);
    }

    private final SharedLook look;
    private final Refresh refresh;
    private final BooleanSupplier away;
    private final Duration patience;
    private final Known indexed = new Known(REMEMBERED);
    private final Known visible = new Known(REMEMBERED);
    private final Map<Outcome, LongAdder> outcomes =
            Stream.of(Outcome.values()).collect(Collectors.toUnmodifiableMap(outcome -> outcome, _ -> new LongAdder()));

    /// @param relay    whose refreshes are shared with those who write
    /// @param away     whether the index is out of reach, so that waiting is in vain
    /// @param patience how long a read waits at the most
    public Visibility(IndexProgress progress, IndexRelay relay, BooleanSupplier away, Duration patience) {
        this(progress, relay::show, away, patience);
    }

    Visibility(IndexProgress progress, Refresh refresh, BooleanSupplier away, Duration patience) {
        this.look = new SharedLook(progress, BETWEEN_LOOKS);
        this.refresh = refresh;
        this.away = away;
        this.patience = patience;
    }

    /// Waits until the index shows what the token tells of.
    ///
    /// @param level [Sync#INDEXED] for a read by id, [Sync#VISIBLE] for a search
    /// @return whether it does, in time; if not, PostgreSQL has to answer
    public boolean shows(ConsistencyToken token, Sync level) {
        Outcome outcome = outcome(token, level);
        counter(outcome).increment();
        return outcome == Outcome.REMEMBERED || outcome == Outcome.AWAITED;
    }

    private Outcome outcome(ConsistencyToken token, Sync level) {
        Known known = level == Sync.VISIBLE ? visible : indexed;
        if (known.covers(token)) return away.getAsBoolean() ? Outcome.AWAY : Outcome.REMEMBERED;
        if (away.getAsBoolean()) return Outcome.AWAY;
        return isReached(token, level) ? Outcome.AWAITED : Outcome.LATE;
    }

    private boolean isReached(ConsistencyToken token, Sync level) {
        long deadline = System.nanoTime() + patience.toNanos();
        if (!indexed.covers(token)) {
            if (!look.await(token, patience)) return false;
            indexed.note(token);
        }
        if (level == Sync.VISIBLE) {
            if (!refresh.within(Duration.ofNanos(deadline - System.nanoTime()))) return false;
            visible.note(token);
        }
        return true;
    }

    /// How many reads were answered so.
    public long count(Outcome outcome) {
        return counter(outcome).sum();
    }

    private LongAdder counter(Outcome outcome) {
        return Objects.requireNonNull(outcomes.get(outcome));
    }
}
