package dev.rozgar.application.checking;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The truth and its ledger, as a checker reads them. "Listed" is what the copy should show. Throws [PortFailure]
/// when PostgreSQL does not answer.
public interface CheckedTruth {
    /// How many documents are listed, roughly.
    long listed();

    /// The first listed id from `id` on.
    Optional<Long> firstFrom(long id);

    /// The largest version that was handed out by now. The copy can hold none above it, except from a past that
    /// the truth has lost.
    long newestVersion();

    /// A digest of each slice of 2^`bits` ids, by the slice's first id; slices without a listed document are left
    /// out.
    ///
    /// @param range at most some 100,000 ids
    Map<Long, Digest> digests(IdRange range, int bits);

    /// At most `most` listed documents, in the order of their ids.
    ///
    /// @param hashed whether to hash their texts as well, which builds each of them
    List<Print> prints(IdRange range, boolean hashed, int most);

    /// How each of these stands. All of one snapshot, so that no change can slip between a line of the ledger and
    /// the document beside it.
    ///
    /// @param built whether to build their documents
    Map<Long, Standing> standings(Collection<Long> ids, boolean built);

    /// At most `most` ids above `after` whose last change was made at that moment or later, in their order.
    List<Long> changedSince(Instant moment, long after, int most);

    /// What the truth knows of a job as such; empty if there is no such job.
    Optional<Facts> facts(long id);

    /// @param state as it is called in the truth
    /// @param removed when it was removed for good, if it was
    /// @param from when it is shown, and until just before when
    record Facts(String state, Optional<Instant> removed, Optional<Instant> from, Optional<Instant> until) {}
}
