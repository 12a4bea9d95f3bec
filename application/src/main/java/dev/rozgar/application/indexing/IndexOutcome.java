package dev.rozgar.application.indexing;

/// What the index said to one entry of a batch.
public sealed interface IndexOutcome {
    /// The index holds this version now.
    record Stored() implements IndexOutcome {}

    /// The index already holds this version or a later one.
    record Superseded(long held) implements IndexOutcome {}

    /// This document will never be accepted as it is.
    record Refused(String reason) implements IndexOutcome {}

    /// The index has no room at the moment; the same entry may be sent again.
    record Busy(String reason) implements IndexOutcome {}
}
