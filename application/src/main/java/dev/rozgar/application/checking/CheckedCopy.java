package dev.rozgar.application.checking;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One physical index of the copy, as a checker reads it. Markers of jobs that are not listed count as absent,
/// unless it says otherwise. Throws [PortFailure] when Elasticsearch does not answer, or has no such index.
public interface CheckedCopy {
    /// Makes what was written so far visible to [#digests], [#prints] and [#above], which search.
    void refresh();

    /// The first id from `id` on that the copy holds anything of, markers included.
    Optional<Long> firstFrom(long id);

    /// What the copy holds of a range.
    ///
    /// @param bySlice a digest of each slice, by the slice's first id; those without a document are left out
    /// @param newest the largest version in the range, markers included
    record Digests(Map<Long, Digest> bySlice, long newest) {}

    /// Digests of slices of 2^`bits` ids.
    ///
    /// @param range at most some 100,000 ids
    Digests digests(IdRange range, int bits);

    /// At most `most` documents, in the order of their ids; where two claim one id, both.
    ///
    /// @param hashed whether to hash their texts as well, which transfers each of them
    List<Print> prints(IdRange range, boolean hashed, int most);

    /// At most `most` ids of the range that the copy holds under a version above this one, markers included.
    List<Long> above(IdRange range, long version, int most);

    /// What the copy holds of these at this moment, refreshed or not. Of what it holds nothing, nothing is
    /// answered.
    Map<Long, Held> held(Collection<Long> ids);

    /// The version that a search finds now, markers included.
    Optional<Long> visible(long id);
}
