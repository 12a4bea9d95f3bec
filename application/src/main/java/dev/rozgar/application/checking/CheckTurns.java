package dev.rozgar.application.checking;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Where the steady check of all nodes together has come to, and whose turn it is. Throws [PortFailure].
public interface CheckTurns {
    /// Takes the next turn, if one is due.
    ///
    /// @param pause between two turns, whoever takes them
    /// @param every between the end of a pass and the beginning of the next one
    /// @return the id from which to check; empty if nobody's turn is due
    Optional<Long> take(Duration pause, Duration every);

    /// A turn is over. It counts only if nobody has ended the same one meanwhile.
    ///
    /// @param from as [#take] answered it
    /// @param next where to go on; empty where the pass is over
    /// @return whether it counts
    boolean end(long from, Optional<Long> next);

    /// When the latest pass was over.
    Optional<Instant> lastPass();
}
