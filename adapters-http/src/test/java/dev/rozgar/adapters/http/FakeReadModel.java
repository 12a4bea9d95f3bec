package dev.rozgar.adapters.http;

import dev.rozgar.application.document.Count;
import dev.rozgar.application.document.Cursor;
import dev.rozgar.application.document.Document;
import dev.rozgar.application.document.DocumentField;
import dev.rozgar.application.document.DocumentPage;
import dev.rozgar.application.document.DocumentPage.Total;
import dev.rozgar.application.document.DocumentQuery;
import dev.rozgar.application.document.DocumentSchema;
import dev.rozgar.application.document.Kind;
import dev.rozgar.application.document.Selection;
import dev.rozgar.application.document.Sort;
import dev.rozgar.application.document.Value;
import dev.rozgar.application.document.Ways;
import dev.rozgar.application.listing.CompanyReadModel;
import dev.rozgar.application.listing.JobFields;
import dev.rozgar.application.listing.JobReadModel;
import dev.rozgar.domain.company.CompanyId;
import dev.rozgar.domain.job.JobId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Documents with the ids 1 to a number, in that order whatever is asked. It keeps the last query, waits and
/// fails when it is told to.
public final class FakeReadModel implements JobReadModel, CompanyReadModel {
    private final List<Document> documents;
    public volatile @Nullable DocumentQuery asked;
    public volatile @Nullable RuntimeException failure;
    public volatile CountDownLatch entered = new CountDownLatch(0);
    public volatile CountDownLatch held = new CountDownLatch(0);

    /// Which queries find the documents; the others find none.
    public volatile Predicate<DocumentQuery> finds = _ -> true;

    /// Searches that are still answered before the failure.
    public final AtomicInteger answersLeft = new AtomicInteger();

    private FakeReadModel(List<Document> documents) {
        this.documents = documents;
    }

    public static FakeReadModel of(DocumentSchema schema, int count) {
        List<Document> documents = new ArrayList<>();
        for (int id = 1; id <= count; id++)
            documents.add(id % 2 == 1 ? SampleDocument.full(schema, id) : SampleDocument.sparse(schema, id));
        return new FakeReadModel(documents);
    }

    /// So many documents more.
    public void grow(int more) {
        int held = documents.size();
        for (int id = held + 1; id <= held + more; id++) documents.add(SampleDocument.sparse(JobFields.JOB, id));
    }

    @Override
    public DocumentPage search(DocumentQuery query) {
        asked = query;
        obey();
        if (!finds.test(query)) return none(query);
        boolean apart = query.shape().onePer().isPresent();
        boolean back = query.isBackwards();
        long place = query.after()
                .map(cursor -> apart
                        ? cursor.skipped()
                        : ((Value.Whole) cursor.keys().getLast().orElseThrow()).number() - (back ? 1 : 0))
                .orElse(0L);
        long begin = back ? Math.max(0, place - query.limit()) : place;
        long end = back ? place : Math.min(documents.size(), begin + query.limit());
        List<Document> found = documents.stream().limit(end).skip(begin).toList();
        Optional<Total> total =
                query.count() == Count.NONE ? Optional.empty() : Optional.of(new Total(documents.size(), true));
        List<Document> shown = found.stream()
                .map(document -> SampleDocument.cut(document, query.shape().fields()))
                .toList();
        boolean more = back ? begin > 0 : end < documents.size();
        Ways ways = Ways.of(query, shown.size(), more, () -> cursor(query, begin + 1), () -> cursor(query, end));
        return DocumentPage.upTo(query, shown, ways, total, List.of()).counting(FakeFacets.of(query, documents));
    }

    private static DocumentPage none(DocumentQuery query) {
        return DocumentPage.of(query, List.of(), Optional.empty(), Optional.of(new Total(0, true)))
                .counting(FakeFacets.of(query, List.of()));
    }

    public void reset() {
        finds = _ -> true;
        asked = null;
        failure = null;
        answersLeft.set(0);
    }

    private static Cursor cursor(DocumentQuery query, long id) {
        if (query.shape().onePer().isPresent()) return Cursor.behind((int) id);
        List<Optional<Value>> keys = new ArrayList<>();
        for (Sort sort : query.order()) keys.add(Optional.of(key(sort, id)));
        return new Cursor(keys);
    }

    private static Value key(Sort sort, long id) {
        return switch (sort) {
            case Sort.ByField by -> key(by.field(), id);
            case Sort.ByScore _ -> new Value.Whole(100 - id);
            case Sort.ByDistance _ -> new Value.Real(1_000.5 * id);
        };
    }

    private static Value key(DocumentField field, long id) {
        if (field.kind() == Kind.MOMENT) return new Value.Moment(Instant.EPOCH);
        return field.kind() == Kind.WHOLE ? new Value.Whole(id) : new Value.Word("a");
    }

    @Override
    public Optional<Document> find(JobId id, Instant now, Optional<Selection> fields) {
        return find(id.value()).map(document -> SampleDocument.cut(document, fields));
    }

    @Override
    public Optional<Document> find(CompanyId id) {
        return find(id.value());
    }

    private Optional<Document> find(long id) {
        obey();
        return id <= documents.size() ? Optional.of(documents.get((int) id - 1)) : Optional.empty();
    }

    private void obey() {
        entered.countDown();
        try {
            held.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        RuntimeException told = failure;
        if (told != null && answersLeft.getAndDecrement() <= 0) throw told;
    }
}
