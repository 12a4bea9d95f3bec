package dev.rozgar.bootstrap;

import dev.rozgar.application.PortFailure;
import dev.rozgar.application.document.Document;
import dev.rozgar.application.document.DocumentPage;
import dev.rozgar.application.document.DocumentQuery;
import dev.rozgar.application.listing.JobReadModel;
import dev.rozgar.domain.job.JobId;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/// Keeps readers off an index that was made for another declaration: a filter on a field that it does not know would
/// find nothing and look like an answer.
final class GuardedJobReadModel implements JobReadModel {
    private final JobReadModel guarded;
    private final BooleanSupplier isCurrent;

    GuardedJobReadModel(JobReadModel guarded, BooleanSupplier isCurrent) {
        this.guarded = guarded;
        this.isCurrent = isCurrent;
    }

    @Override
    public DocumentPage search(DocumentQuery query) {
        check();
        return guarded.search(query);
    }

    @Override
    public Optional<Document> find(JobId id, Instant now) {
        check();
        return guarded.find(id, now);
    }

    private void check() {
        if (!isCurrent.getAsBoolean())
            throw PortFailure.unavailable("no index of the current declaration is known yet", null);
    }
}
