package dev.rozgar.application.checking;

import java.time.Duration;

/// How long a check waits for what is under way.
@FunctionalInterface
public interface Patience {
    /// Waits a little.
    ///
    /// @param round counts from 0
    /// @return whether to look again; false when the patience is at its end
    boolean more(int round);

    /// Looks again after 50 ms, and then ever more rarely; the time runs from the first wait.
    static Patience upTo(Duration most) {
        return new Waiting(most);
    }

    /// See [#upTo].
    final class Waiting implements Patience {
        private final Duration most;
        private long end;

        private Waiting(Duration most) {
            this.most = most;
        }

        @Override
        public boolean more(int round) {
            if (round == 0) end = System.nanoTime() + most.toNanos();
            long left = (end - System.nanoTime()) / 1_000_000;
            if (left <= 0) return false;
            try {
                Thread.sleep(Math.min(left, 50L << Math.min(round, 5)));
                return true;
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
    }
}
