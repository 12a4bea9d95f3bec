package dev.rozgar.application.shadow;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/// What the ledger says of jobs that two stores show differently. Throws [dev.rozgar.application.PortFailure] when
/// PostgreSQL does not answer.
public interface Suspects {
    /// By id, each of them.
    Map<Long, Standing> of(Collection<Long> jobs);

    /// Whether nothing at all is under way.
    boolean isQuiet();

    /// Owes these documents anew, as if each had changed.
    void owe(List<Long> jobs);

    /// @param change     the number of its newest change; 0 if the ledger has never heard of it
    /// @param underWay   whether it is owed, or may be among the documents that a change is yet to be spread over
    /// @param isRefused  whether the index has refused it for good: owing it anew would change nothing
    record Standing(long change, boolean underWay, boolean isRefused) {}
}
