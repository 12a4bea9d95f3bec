package dev.rozgar.bootstrap;

import dev.rozgar.adapters.http.HttpApplication.Reader;
import dev.rozgar.adapters.http.HttpApplication.Told;
import dev.rozgar.adapters.http.ReadModel;
import dev.rozgar.application.document.Document;
import dev.rozgar.application.document.DocumentPage;
import dev.rozgar.application.document.DocumentQuery;
import dev.rozgar.application.document.Selection;
import dev.rozgar.application.document.Tally;
import dev.rozgar.application.listing.FallbackJobReadModel;
import dev.rozgar.domain.job.JobId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Elasticsearch, and PostgreSQL in its place, by their names.
record AutoReader(FallbackJobReadModel either) implements Reader {
    @Override
    public Told<DocumentPage> search(DocumentQuery query) {
        return told(either.search(query));
    }

    @Override
    public Told<List<Long>> count(Tally tally) {
        return told(either.count(tally));
    }

    @Override
    public Told<Optional<Document>> find(JobId id, Instant now, Optional<Selection> fields) {
        return told(either.find(id, now, fields));
    }

    private static <T> Told<T> told(FallbackJobReadModel.Answer<T> answer) {
        return new Told<>(answer.byStandIn() ? ReadModel.POSTGRES : ReadModel.ELASTICSEARCH, answer.value());
    }
}
