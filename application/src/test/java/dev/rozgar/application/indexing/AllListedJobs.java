package dev.rozgar.application.indexing;

import dev.rozgar.application.document.Document;
import dev.rozgar.application.document.DocumentPage;
import dev.rozgar.application.document.DocumentQuery;
import dev.rozgar.application.document.Selection;
import dev.rozgar.application.listing.JobReadModel;
import dev.rozgar.application.rebuild.ListedJobs;
import dev.rozgar.domain.job.JobId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// All listed jobs in the order of their ids, whatever is asked for.
record AllListedJobs(ListedJobs jobs) implements JobReadModel {
    @Override
    public DocumentPage search(DocumentQuery query) {
        List<Document> found = jobs.after(0, query.limit()).stream()
                .flatMap(entry -> entry.document().stream())
                .toList();
        return DocumentPage.of(query, found, Optional.empty(), Optional.of(new DocumentPage.Total(jobs.count(), true)));
    }

    @Override
    public Optional<Document> find(JobId id, Instant now, Optional<Selection> fields) {
        return jobs.of(List.of(id.value())).getFirst().document();
    }
}
