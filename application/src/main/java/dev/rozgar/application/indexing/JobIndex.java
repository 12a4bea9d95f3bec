package dev.rozgar.application.indexing;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The searchable copy, written. Throws [PortFailure] when the engine does not answer; a refusal of one document is an
/// [IndexOutcome].
public interface JobIndex {
    /// Which physical index a write goes to.
    enum Slot {
        /// The one that readers see.
        LIVE,
        /// The one that is being built beside it.
        BUILDING
    }

    /// Writes a batch to each slot and answers for each entry, by position, the worse of what the slots said.
    /// An entry older than what a slot holds changes nothing there. Unavailable if none of the slots has an index.
    ///
    /// [Slot#BUILDING] is written first, and passed over if it is empty: had it just been promoted, the write to
    /// [Slot#LIVE] that follows reaches the same index. The other way round a promotion between the two would lose
    /// the entry.
    List<IndexOutcome> write(List<IndexEntry> entries, Set<Slot> slots);

    /// Which versions it holds.
    HeldVersions held();

    /// Makes everything written so far visible to searches.
    void refresh();

    /// What stands behind the aliases at the moment.
    Status status();

    /// @param live the live index's name; empty if there is none yet
    /// @param fingerprint the declaration the live index was made for
    /// @param documents visible documents of the live index, markers of unlisted jobs not counted
    /// @param building the name of the index under construction
    record Status(Optional<String> live, Optional<String> fingerprint, long documents, Optional<String> building) {}
}
