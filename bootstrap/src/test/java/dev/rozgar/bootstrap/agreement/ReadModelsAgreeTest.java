package dev.rozgar.bootstrap.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rozgar.application.document.Count;
import dev.rozgar.application.document.Cursor;
import dev.rozgar.application.document.Document;
import dev.rozgar.application.document.DocumentPage;
import dev.rozgar.application.document.DocumentQuery;
import dev.rozgar.application.document.DocumentSchema;
import dev.rozgar.application.document.Filter;
import dev.rozgar.application.document.Sort;
import dev.rozgar.application.listing.ExportJobs;
import dev.rozgar.application.listing.JobFields;
import dev.rozgar.application.listing.JobReadModel;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Two implementations judge each other: the same query gives the same documents, byte for byte, in the same
/// order, with the same count and the same way on, from PostgreSQL and from Elasticsearch.
///
/// `-Drozgar.test.seed=…` repeats a run.
class ReadModelsAgreeTest {
    private static final DocumentSchema SCHEMA = JobFields.JOB;
    private static final int JOBS = 2_500;
    private static final int QUERIES = 600;
    /// A query may find nothing by chance.
    private static final int TRIES = 30;
    private static final int WALKS = 25;
    private static final int LONGEST_WALK = 40;
    private static final long SEED = Long.getLong("rozgar.test.seed", System.nanoTime());

    private static TwoStores stores;
    private static Instant now;
    private static JobReadModel postgres;
    private static JobReadModel elastic;
    private static RandomQueries queries;

    @BeforeAll
    static void open() throws InterruptedException {
        System.err.println("Random queries with -Drozgar.test.seed=" + SEED);
        stores = TwoStores.seeded(SEED, JOBS);
        now = stores.now();
        postgres = stores.postgres();
        elastic = stores.elastic();
        List<Document> documents = stores.listed();
        assertTrue(documents.size() >= 1_000, () -> "only " + documents.size() + " listed jobs");
        queries = new RandomQueries(SCHEMA, new FieldValues(SCHEMA, documents), new Random(SEED), now);
    }

    @AfterAll
    static void close() {
        stores.close();
    }

    @Test
    void everyUseOfEveryFieldAndAnyMixtureAnswersTheSame() {
        Coverage coverage = new Coverage();
        for (Supplier<DocumentQuery> use : queries.eachUse()) {
            boolean found = false;
            for (int i = 0; i < TRIES && !found; i++) found = agree(use.get(), coverage);
        }
        for (int i = 0; i < QUERIES; i++) agree(queries.any(), coverage);
        assertEquals(List.of(), coverage.missing(SCHEMA), "never put to the test with a result");
    }

    @Test
    void aListBegunOnOneStoreGoesOnOnTheOther() {
        for (int i = 0; i < WALKS; i++) {
            DocumentQuery query = queries.any().limit(7);
            List<Document> alone = walk(postgres, postgres, query);
            assertSame(query, alone, walk(postgres, elastic, query));
            assertSame(query, alone, walk(elastic, postgres, query));
        }
    }

    @Test
    void theWholeListIsTheSame() {
        DocumentQuery query = query(JobFields.NEWEST_FIRST);
        List<Document> here = walk(postgres, postgres, query);
        assertSame(query, here, walk(elastic, elastic, query));
        assertEquals(
                Optional.of(new DocumentPage.Total(here.size(), true)),
                elastic.search(query.count(Count.EXACT)).total());
    }

    @Test
    void thePagesTogetherAreTheExport() throws IOException {
        Sort byId = new Sort.ByField(SCHEMA.require("id"), false);
        for (int i = 0; i < 10; i++) {
            List<Filter> filters = queries.any().filters();
            DocumentQuery query = query(List.of(byId)).where(filters.toArray(Filter[]::new));
            List<Document> pages = walk(postgres, elastic, query);
            for (JobReadModel store : List.of(postgres, elastic)) {
                List<Document> exported = new ArrayList<>();
                new ExportJobs(store::search).handle(query, exported::add);
                assertSame(query, pages, exported);
            }
        }
    }

    /// @return whether anything was found
    private static boolean agree(DocumentQuery query, Coverage coverage) {
        DocumentPage here = postgres.search(query);
        DocumentPage there = elastic.search(query);
        assertSame(query, here.items(), there.items());
        assertEquals(here.total(), there.total(), () -> "total of " + text(query));
        assertEquals(here.next(), there.next(), () -> "way on of " + text(query));
        coverage.note(query, !here.items().isEmpty());
        return !here.items().isEmpty();
    }

    private static void assertSame(DocumentQuery query, List<Document> here, List<Document> there) {
        assertEquals(texts(here), texts(there), () -> text(query));
    }

    private static List<String> texts(List<Document> documents) {
        return documents.stream().map(Document::toString).toList();
    }

    /// Page by page, the stores taking turns.
    private static List<Document> walk(JobReadModel first, JobReadModel second, DocumentQuery query) {
        List<Document> all = new ArrayList<>();
        boolean whole = query.limit() == DocumentQuery.MAX_LIMIT;
        Optional<DocumentQuery> next = Optional.of(query);
        for (int page = 0; next.isPresent() && (whole || page < LONGEST_WALK); page++) {
            DocumentPage found = (page % 2 == 0 ? first : second).search(next.get());
            all.addAll(found.items());
            next = found.next()
                    .map(token -> query.after(Cursor.parse(token, query).orElseThrow()));
        }
        return all;
    }

    private static DocumentQuery query(List<Sort> sorts) {
        return DocumentQuery.of(SCHEMA, sorts, now).limit(DocumentQuery.MAX_LIMIT);
    }

    private static String text(DocumentQuery query) {
        return "seed " + SEED + ": " + query.filters() + " sorted by "
                + query.order().stream().map(Sort::text).toList() + " limit " + query.limit() + " as of "
                + query.asOf();
    }
}
