package dev.rozgar.adapters.postgres.document;

import dev.rozgar.adapters.postgres.sql.PostgresPool;
import dev.rozgar.application.document.Document;
import dev.rozgar.application.document.DocumentPage;
import dev.rozgar.application.document.DocumentQuery;
import dev.rozgar.application.document.Selection;
import dev.rozgar.application.document.Tally;
import dev.rozgar.application.listing.JobFields;
import dev.rozgar.application.listing.JobReadModel;
import dev.rozgar.domain.job.JobId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Jobs as PostgreSQL builds them at the moment of the question.
public final class PostgresJobReadModel implements JobReadModel {
    private final DocumentReader reader;

    public PostgresJobReadModel(PostgresPool pool) {
        this.reader = new DocumentReader(pool, JobFields.JOB);
    }

    @Override
    public DocumentPage search(DocumentQuery query) {
        return reader.search(query);
    }

    @Override
    public List<Long> count(Tally tally) {
        return reader.count(tally);
    }

    @Override
    public Optional<Document> find(JobId id, Instant now, Optional<Selection> fields) {
        return reader.find(id.value(), now, fields);
    }
}
