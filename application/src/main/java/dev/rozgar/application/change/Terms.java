package dev.rozgar.application.change;

import dev.rozgar.application.posting.Sync;
import java.util.Optional;

/// How a change is wanted.
///
/// @param validateOnly decide everything and write nothing
/// @param sync         how far the index should have come when the caller is answered
public record Terms<R>(boolean validateOnly, Sync sync, Optional<Attempt<R>> attempt) {
    /// Committed, once, as it comes.
    public static <R> Terms<R> usual() {
        return new Terms<>(false, Sync.ACCEPTED, Optional.empty());
    }
}
