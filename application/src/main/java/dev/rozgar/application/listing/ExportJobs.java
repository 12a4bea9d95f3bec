package dev.rozgar.application.listing;

import dev.rozgar.application.document.Count;
import dev.rozgar.application.document.Cursor;
import dev.rozgar.application.document.Document;
import dev.rozgar.application.document.DocumentPage;
import dev.rozgar.application.document.DocumentQuery;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;

/// Hands out every job of a query, however many, holding one chunk of them at a time: the next is read when the last
/// one was taken.
///
/// Ordered by a key that does not change (the id, unless the query says otherwise), every job that is listed all along
/// comes exactly once, whatever is posted or removed meanwhile. The read model may change sides between chunks:
/// a [Cursor] names no engine.
public final class ExportJobs {
    /// Where the documents go. May take its time.
    @FunctionalInterface
    public interface Taker {
        void take(Document document) throws IOException;
    }

    private final Function<DocumentQuery, DocumentPage> jobs;

    /// @param jobs the search of a read model
    public ExportJobs(Function<DocumentQuery, DocumentPage> jobs) {
        this.jobs = jobs;
    }

    /// @param query its limit and count are not looked at
    /// @return how many were handed out
    /// @throws IOException where the taker cannot go on
    public long handle(DocumentQuery query, Taker taker) throws IOException {
        DocumentQuery chunk = query.limit(DocumentQuery.MAX_CHUNK).count(Count.NONE);
        long taken = 0;
        for (Optional<DocumentQuery> next = Optional.of(chunk); next.isPresent(); ) {
            DocumentPage page = jobs.apply(next.get());
            for (Document document : page.items()) taker.take(document);
            taken += page.items().size();
            next = page.next()
                    .map(token -> chunk.after(Cursor.parse(token, chunk).orElseThrow()));
        }
        return taken;
    }
}
