package dev.rozgar.application.listing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Keeps calls away from an engine that fails them, and finds out by itself when it does not any more.
///
/// | state | calls | leaves it |
/// |---|---|---|
/// | closed | all | to open, when too many of the latest have failed |
/// | open | none | to half-open, with the first call after the pause |
/// | half-open | that one, the probe | to closed if it is answered, to open if not; one that is lost is followed by
/// another after the pause |
///
/// A call that was begun in one state says nothing about the next: of a hundred that hang when it opens, none closes it
/// or opens it again.
final class Breaker {
    /// @param latest   how many calls are looked back on
    /// @param failures of them that open it
    /// @param pause    that the engine is left alone then
    record Rule(int latest, int failures, Duration pause) {
        static Rule pausing(Duration pause) {
            return new Rule(20, 5, pause);
        }
    }

    /// A call that may be made; its end is to be told.
    record Call(long period) {}

    private final Rule rule;
    private final Clock clock;
    private final boolean[] failed;
    private BreakerState state = BreakerState.CLOSED;
    private Instant retryAt = Instant.MIN;
    private long period;
    private int next;
    private long opened;

    Breaker(Rule rule, Clock clock) {
        this.rule = rule;
        this.clock = clock;
        this.failed = new boolean[rule.latest()];
    }

    /// Empty while the engine is to be left alone.
    synchronized Optional<Call> begin() {
        if (state == BreakerState.CLOSED) return Optional.of(new Call(period));
        Instant now = clock.instant();
        if (now.isBefore(retryAt)) return Optional.empty();
        enter(BreakerState.HALF_OPEN);
        retryAt = now.plus(rule.pause());
        return Optional.of(new Call(period));
    }

    synchronized void answered(Call call) {
        if (call.period() != period) return;
        if (state == BreakerState.HALF_OPEN) enter(BreakerState.CLOSED);
        else note(false);
    }

    synchronized void failed(Call call) {
        if (call.period() != period) return;
        if (state == BreakerState.CLOSED) {
            note(true);
            if (failures() < rule.failures()) return;
        }
        opened++;
        enter(BreakerState.OPEN);
        retryAt = clock.instant().plus(rule.pause());
    }

    synchronized BreakerState state() {
        return state;
    }

    /// How often it has opened, each failed probe counted too.
    synchronized long opened() {
        return opened;
    }

    private void enter(BreakerState other) {
        state = other;
        period++;
        for (int i = 0; i < failed.length; i++) failed[i] = false;
    }

    private void note(boolean failure) {
        failed[next] = failure;
        next = (next + 1) % failed.length;
    }

    private int failures() {
        int sum = 0;
        for (boolean one : failed) if (one) sum++;
        return sum;
    }
}
