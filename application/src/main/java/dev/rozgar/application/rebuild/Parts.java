package dev.rozgar.application.rebuild;

import dev.rozgar.application.document.DocumentSchema;
import dev.rozgar.application.indexing.JobIndex;
import dev.rozgar.application.listing.JobReadModel;
import java.time.Clock;

/// What building an index takes.
///
/// @param truth  answers queries from PostgreSQL
/// @param index  writes documents
/// @param schema the declaration that indexes are built for
/// @param queries what a new index must answer rightly
/// @param clock  tells the golden queries their "now"
public record Parts(
        ListedJobs jobs,
        JobReadModel truth,
        BuildLog log,
        JobIndex index,
        IndexGenerations generations,
        IndexContents contents,
        DocumentSchema schema,
        GoldenQueries queries,
        Clock clock) {
    String fingerprint() {
        return schema.fingerprint();
    }
}
