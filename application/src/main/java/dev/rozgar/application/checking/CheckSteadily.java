package dev.rozgar.application.checking;

import dev.rozgar.application.checking.VerifyIndex.Order;
import dev.rozgar.application.checking.VerifyIndex.Scope;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;

/// Checks the copy over and over, a slice of ids at a time, on whichever node takes the turn: all nodes together
/// keep the pace of one, and go on where another has stopped.
///
/// [#step] is a plain call; whoever makes it, makes it again and again.
public final class CheckSteadily {
    private static final Logger LOG = System.getLogger(CheckSteadily.class.getName());

    /// Ids of a turn.
    static final int TURN = 1_000;

    /// What is under way for longer is left to the next pass.
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /// @param every between two passes
    /// @param perSecond ids in a second
    /// @param texts whether to compare texts rather than versions
    /// @param repair whether to owe anew what differs
    public record Pace(Duration every, int perSecond, boolean texts, boolean repair) {
        /// Between two turns.
        public Duration pause() {
            return Duration.ofMillis(1_000L * TURN / perSecond);
        }
    }

    private final VerifyIndex verify;
    private final CheckTurns turns;
    private final Pace pace;
    private final CheckResults results = new CheckResults();

    public CheckSteadily(VerifyIndex verify, CheckTurns turns, Pace pace) {
        this.verify = verify;
        this.turns = turns;
        this.pace = pace;
    }

    public CheckResults results() {
        return results;
    }

    public Pace pace() {
        return pace;
    }

    /// Takes a turn, if it is due and nobody else has it.
    ///
    /// @return whether it did
    public boolean step() {
        Optional<Long> from = turns.take(pace.pause(), pace.every());
        from.ifPresent(this::turn);
        return from.isPresent();
    }

    private void turn(long from) {
        Optional<IdRange> slice = verify.following(new IdRange(from, Long.MAX_VALUE), TURN);
        slice.ifPresent(this::check);
        turns.end(from, slice.filter(its -> its.last() < Long.MAX_VALUE).map(its -> its.last() + 1));
        results.passed(turns.lastPass());
    }

    private void check(IdRange slice) {
        Findings findings = verify.handle(
                new Order(new Scope.Ids(slice), pace.texts(), pace.repair(), Patience.upTo(PATIENCE)), (_, _) -> {});
        results.add(findings);
        if (!findings.isInStep())
            LOG.log(
                    Level.WARNING,
                    "the index differs from the truth in {0} of the jobs {1}: {2}; {3} of them are owed anew",
                    findings.differences(),
                    slice,
                    findings.counts(),
                    findings.repaired());
    }
}
