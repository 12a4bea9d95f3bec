package dev.rozgar.application.change;

import dev.rozgar.application.posting.Sync;
import dev.rozgar.domain.Reason;
import java.util.List;

/// What became of a change.
///
/// @param <R> what is known of it afterwards
public sealed interface Answer<R> {
    /// It is committed, or would be if it was only to be validated.
    ///
    /// @param reached how far the index had come
    record Done<R>(R result, Sync reached) implements Answer<R> {}

    /// Nothing was written, for these reasons (at least one).
    record Refused<R>(List<Reason> reasons) implements Answer<R> {
        public Refused {
            reasons = List.copyOf(reasons);
        }
    }

    /// It was done by an earlier request with the same key; this is what that one was answered.
    record Replayed<R>(StoredReply reply) implements Answer<R> {}
}
