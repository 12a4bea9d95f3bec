package dev.rozgar.application.change;

import java.time.Duration;
import java.util.Optional;

/// How a change is wanted.
///
/// @param validateOnly decide everything and write nothing
/// @param sync         how far the index should have come when the caller is answered
/// @param patience     how long the caller wants to be kept waiting for that; as long as is usual if it does not say
public record Terms<R>(boolean validateOnly, Sync sync, Optional<Attempt<R>> attempt, Optional<Duration> patience) {
    /// With the usual patience.
    public Terms(boolean validateOnly, Sync sync, Optional<Attempt<R>> attempt) {
        this(validateOnly, sync, attempt, Optional.empty());
    }

    /// Committed, once, as it comes.
    public static <R> Terms<R> usual() {
        return new Terms<>(false, Sync.ACCEPTED, Optional.empty());
    }

    /// Nothing is to be written.
    public static <R> Terms<R> reading() {
        return new Terms<>(true, Sync.ACCEPTED, Optional.empty());
    }
}
