package dev.rozgar.adapters.http;

import dev.rozgar.adapters.http.HttpApplication.Reader;
import dev.rozgar.adapters.http.HttpApplication.Told;
import dev.rozgar.application.document.Document;
import dev.rozgar.application.document.DocumentPage;
import dev.rozgar.application.document.DocumentQuery;
import dev.rozgar.application.document.Selection;
import dev.rozgar.application.document.Tally;
import dev.rozgar.domain.job.JobId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/// The copy's documents, under the name of whichever engine is up.
record EitherEngine(FakeReadModel elastic, BooleanSupplier elasticUp) implements Reader {
    @Override
    public Told<DocumentPage> search(DocumentQuery query) {
        return new Told<>(answering(), elastic.search(query));
    }

    @Override
    public Told<List<Long>> count(Tally tally) {
        return new Told<>(answering(), elastic.count(tally));
    }

    @Override
    public Told<Optional<Document>> find(JobId id, Instant now, Optional<Selection> fields) {
        return new Told<>(answering(), elastic.find(id, now, fields));
    }

    private ReadModel answering() {
        return elasticUp.getAsBoolean() ? ReadModel.ELASTICSEARCH : ReadModel.POSTGRES;
    }
}
