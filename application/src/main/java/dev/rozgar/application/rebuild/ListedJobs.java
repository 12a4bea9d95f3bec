package dev.rozgar.application.rebuild;

import dev.rozgar.application.indexing.IndexEntry;
import java.util.List;

/// The truth, as whoever fills an index reads it. Throws [dev.rozgar.application.PortFailure] when PostgreSQL does not
/// answer.
public interface ListedJobs {
    /// At most `most` listed jobs with an id above `id`, in the order of the ids, each with a version taken before
    /// it was read: a version taken with the read could put a larger number on older text.
    List<IndexEntry> after(long id, int most);

    /// How many jobs are listed.
    long count();
}
