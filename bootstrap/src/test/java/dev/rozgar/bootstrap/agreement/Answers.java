package dev.rozgar.bootstrap.agreement;

import dev.rozgar.application.document.Cursor;
import dev.rozgar.application.document.Document;
import dev.rozgar.application.document.DocumentQuery;
import dev.rozgar.application.listing.ExportJobs;
import dev.rozgar.application.listing.JobReadModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Whole answers of a store.
final class Answers {
    private static final Pattern ID = Pattern.compile("\\{\"id\":([0-9]+),.*", Pattern.DOTALL);

    private Answers() {}

    static void export(JobReadModel store, DocumentQuery query, Consumer<Document> taker) {
        try {
            new ExportJobs(store::search).handle(query, taker::accept);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /// Page by page to the end.
    static List<Document> walk(JobReadModel store, DocumentQuery query) {
        List<Document> all = new ArrayList<>();
        Optional<DocumentQuery> next = Optional.of(query);
        while (next.isPresent()) {
            var page = store.search(next.get());
            all.addAll(page.items());
            next = page.next()
                    .map(token -> query.after(Cursor.parse(token, query).orElseThrow()));
        }
        return all;
    }

    static long id(Document document) {
        Matcher id = ID.matcher(document.toString());
        if (!id.matches()) throw new AssertionError(document);
        return Long.parseLong(id.group(1));
    }
}
