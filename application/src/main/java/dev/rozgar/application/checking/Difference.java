package dev.rozgar.application.checking;

import java.util.List;
import java.util.Optional;

/// One document that the copy has wrong, while nothing is under way that would put it right.
///
/// @param version the version that the ledger handed out last, 0 if none
/// @param held the version that the copy holds, a marker's included; empty if it holds nothing
/// @param fields where the texts differ, if there are two
/// @param cause why nobody puts it right, where that is known
public record Difference(
        long id, Kind kind, long version, Optional<Long> held, List<FieldDifference> fields, Optional<String> cause) {
    /// How a copy can be wrong, and what to do about it.
    public enum Kind {
        /// Listed, and the copy holds no document. Owed anew, it will be written.
        MISSING,
        /// Not listed, and the copy shows a document. Owed anew, a marker will take its place.
        EXTRA,
        /// The copy holds an earlier version with another text. Owed anew, it will be replaced.
        STALE,
        /// The copy holds a version that was never handed out, as after a restore of PostgreSQL, and refuses
        /// every lower one. Owed anew, it is refused, and the relay begins an epoch of versions above it.
        FUTURE,
        /// Another text under a version that is in order: the copy was written by somebody else, or the truth
        /// changed without owing the document. Owed anew, it will be replaced.
        DIFFERENT
    }
}
