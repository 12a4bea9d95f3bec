package dev.rozgar.application.rebuild;

import dev.rozgar.application.document.DocumentPage;
import dev.rozgar.application.document.DocumentQuery;
import dev.rozgar.application.indexing.IndexEntry;
import java.util.Collection;
import java.util.List;

/// What an index holds, live or not, read back; under which version is not told (0). Throws
/// [dev.rozgar.application.PortFailure] when the engine does not
/// answer.
public interface IndexContents {
    /// Visible documents; the markers of jobs that are not listed any more are not counted.
    long count(String index);

    /// At most `most` visible documents with an id above `id`, in the order of the ids.
    List<IndexEntry> after(String index, long id, int most);

    /// What is held under these ids at this instant, visible or not yet; markers are left out.
    List<IndexEntry> of(String index, Collection<Long> ids);

    /// As readers would find it, were it live.
    DocumentPage search(String index, DocumentQuery query);
}
