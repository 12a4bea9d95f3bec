package dev.rozgar.application.indexing;

/// What the index said to one entry of a batch.
public sealed interface IndexOutcome {
    /// The one of two answers to the same entry that asks for more: an entry that must be sent again outweighs a
    /// refusal, which would come again with it.
    default IndexOutcome worse(IndexOutcome other) {
        if (this instanceof Superseded(long mine) && other instanceof Superseded(long its))
            return mine >= its ? this : other;
        return weight() >= other.weight() ? this : other;
    }

    private int weight() {
        return switch (this) {
            case Stored _ -> 0;
            case Superseded _ -> 1;
            case Refused _ -> 2;
            case Busy _ -> 3;
        };
    }

    /// The index holds this version now.
    record Stored() implements IndexOutcome {}

    /// The index already holds this version or a later one.
    record Superseded(long held) implements IndexOutcome {}

    /// This document will never be accepted as it is.
    record Refused(String reason) implements IndexOutcome {}

    /// The index has no room at the moment; the same entry may be sent again.
    record Busy(String reason) implements IndexOutcome {}
}
