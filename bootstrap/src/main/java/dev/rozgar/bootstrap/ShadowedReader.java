package dev.rozgar.bootstrap;

import dev.rozgar.adapters.http.HttpApplication.Reader;
import dev.rozgar.adapters.http.HttpApplication.Told;
import dev.rozgar.adapters.http.ReadModel;
import dev.rozgar.application.document.Document;
import dev.rozgar.application.document.DocumentPage;
import dev.rozgar.application.document.DocumentQuery;
import dev.rozgar.application.document.Selection;
import dev.rozgar.application.document.Tally;
import dev.rozgar.application.shadow.ShadowCompare;
import dev.rozgar.domain.job.JobId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Offers each list that is read for comparison with the other store.
record ShadowedReader(Reader reader, ShadowCompare shadow) implements Reader {
    @Override
    public Told<DocumentPage> search(DocumentQuery query) {
        Told<DocumentPage> told = reader.search(query);
        shadow.offer(query, told.answer(), told.by() == ReadModel.ELASTICSEARCH);
        return told;
    }

    @Override
    public Told<List<Long>> count(Tally tally) {
        return reader.count(tally);
    }

    @Override
    public Told<Optional<Document>> find(JobId id, Instant now, Optional<Selection> fields) {
        return reader.find(id, now, fields);
    }
}
