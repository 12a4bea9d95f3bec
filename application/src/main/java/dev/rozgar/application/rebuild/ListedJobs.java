package dev.rozgar.application.rebuild;

import dev.rozgar.application.indexing.IndexEntry;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/// The truth, as whoever fills or checks an index reads it. Throws [dev.rozgar.application.PortFailure] when PostgreSQL
/// does not answer.
///
/// Each entry has a version that was taken before it was read: one taken with the read could put a larger number on
/// older text.
public interface ListedJobs {
    /// At most `most` listed jobs with an id above `id`, in the order of the ids.
    List<IndexEntry> after(long id, int most);

    /// The same to fill an empty index: each under the version of its latest claim, 0 if it was never claimed.
    /// What has changed since that claim is owed, and comes again under a larger version. So every index in
    /// step holds the versions that the ledger knows, whenever it was built, and can be compared by them. An
    /// index that has the documents already would take none of these for newer.
    List<IndexEntry> claimedAfter(long id, int most);

    /// These jobs, in the order of their ids; one that is not listed has no document.
    List<IndexEntry> of(Collection<Long> ids);

    /// What a [retired][BuildLog#retire] index lacks: at most `most` jobs with an id above `id`, in the order of the
    /// ids, whose newest state may have been written to the live index alone. One that is not listed is empty.
    List<IndexEntry> missedBy(String retired, long id, int most);

    /// How many jobs [#missedBy] would name.
    long missedBy(String retired);

    /// How many jobs are listed.
    long count();

    /// A number below every version that is handed out from now on.
    long mark();

    /// Those of the jobs that are owed to the index, or were paid since the mark: what two readings that are not of the
    /// same instant may rightly show differently.
    Set<Long> unsettled(long mark, Collection<Long> ids);

    /// How many jobs [#unsettled] would name of all.
    long unsettled(long mark);
}
