package dev.rozgar.application.change;

import dev.rozgar.application.access.Access.Verdict;
import dev.rozgar.domain.Reason;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// What became of a change. Only [Done] has written anything.
///
/// @param <R> what is known of it afterwards
public sealed interface Answer<R> {
    /// It is committed, or would be if it was only to be validated.
    ///
    /// @param reached how far the index had come
    /// @param token   of what was changed; empty where no job and no company was, and before the commit
    /// @param impact documents that the index would have to take again, where a change that many of them may
    /// show was only validated
    record Done<R>(R result, Sync reached, Optional<ConsistencyToken> token, OptionalLong impact) implements Answer<R> {
        /// Decided within a transaction that is not committed yet.
        public static <R> Done<R> accepted(R result) {
            return new Done<>(result, Sync.ACCEPTED, Optional.empty(), OptionalLong.empty());
        }

        /// The same once it is committed.
        public Done<R> with(Optional<ConsistencyToken> changes) {
            return new Done<>(result, reached, changes, impact);
        }

        /// The same once the index has come further.
        public Done<R> at(Sync level) {
            return new Done<>(result, level, token, impact);
        }

        /// The same with what it would cost the index.
        public Done<R> costing(OptionalLong documents) {
            return new Done<>(result, reached, token, documents);
        }
    }

    /// The rules do not allow it, for these reasons (at least one).
    ///
    /// @param situation of the thing that was to move, where there is one
    record Refused<R>(List<Reason> reasons, Optional<Situation> situation) implements Answer<R> {
        public Refused {
            reasons = List.copyOf(reasons);
        }
    }

    /// The caller may not, or may not know of it.
    record Denied<R>(Verdict verdict) implements Answer<R> {}

    /// There is no such thing.
    record Missing<R>() implements Answer<R> {}

    /// There was such a thing, and it was removed.
    record Gone<R>() implements Answer<R> {}

    /// The caller has another version in mind.
    record Stale<R>(long current) implements Answer<R> {}

    /// It was done by an earlier request with the same key; this is what that one was answered.
    record Replayed<R>(StoredReply reply) implements Answer<R> {}

    /// Where a thing stands.
    ///
    /// @param permitted the moves that the caller may make now
    record Situation(String state, long version, List<String> permitted) {
        public Situation {
            permitted = List.copyOf(permitted);
        }
    }
}
