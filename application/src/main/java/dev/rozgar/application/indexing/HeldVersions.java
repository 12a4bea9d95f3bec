package dev.rozgar.application.indexing;

import java.util.List;

/// The versions that the index holds, markers of unlisted jobs included, in the live index and in the one under
/// construction. What was written a moment ago is missing until the next refresh. Throws [PortFailure] when the engine
/// does not answer.
public interface HeldVersions {
    /// The highest of all; 0 if there is none.
    long highest();

    /// At most `most` documents behind this version and id, in the order of versions and then of ids.
    List<Held> after(long version, long id, int most);

    /// What the index holds for one id.
    record Held(long id, long version) {}
}
