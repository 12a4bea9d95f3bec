package dev.rozgar.application.indexing;

import dev.rozgar.application.change.ConsistencyToken.Part;
import java.time.Duration;
import java.util.Collection;
import java.util.Set;

/// How far the index has come, as the ledger knows it. Throws [dev.rozgar.application.PortFailure] when PostgreSQL does
/// not answer.
public interface IndexProgress {
    /// What has become of these changes, in one round trip.
    Report of(Collection<Part> changes);

    /// Age of the oldest change that the index has not acknowledged; zero if there is none.
    Duration lag();

    /// @param epoch    in force; changes of another one are not known any more
    /// @param settled  those of the changes that the index has acknowledged, with all that came before them
    /// @param hopeless those that it will not acknowledge by itself: refused documents, and changes that never were
    record Report(long epoch, Set<Part> settled, Set<Part> hopeless) {
        public Report {
            settled = Set.copyOf(settled);
            hopeless = Set.copyOf(hopeless);
        }
    }
}
