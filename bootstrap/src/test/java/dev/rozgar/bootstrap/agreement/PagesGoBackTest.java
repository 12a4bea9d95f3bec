package dev.rozgar.bootstrap.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rozgar.application.document.Cursor;
import dev.rozgar.application.document.Document;
import dev.rozgar.application.document.DocumentField;
import dev.rozgar.application.document.DocumentPage;
import dev.rozgar.application.document.DocumentQuery;
import dev.rozgar.application.document.Filter;
import dev.rozgar.application.document.GeoPoint;
import dev.rozgar.application.document.PageShape;
import dev.rozgar.application.document.Sort;
import dev.rozgar.application.document.Use;
import dev.rozgar.application.document.Weight;
import dev.rozgar.application.listing.JobFields;
import dev.rozgar.application.listing.JobReadModel;
import dev.rozgar.application.listing.JobRelevance;
import dev.rozgar.application.words.TextQuery;
import dev.rozgar.application.words.Understand;
import dev.rozgar.application.words.Understanding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Whoever goes on and then back sees the same pages, with the same ways from each of them, in any order and from
/// either store, or from both in turns.
///
/// `-Drozgar.test.seed=…` repeats a run.
class PagesGoBackTest {
    private static final int JOBS = 600;
    private static final int QUERIES = 20;
    private static final int MOST_PAGES = 6;
    private static final long SEED = Long.getLong("rozgar.test.seed", System.nanoTime());
    private static final Random RANDOM = new Random(SEED);
    private static final DocumentField COMPANY = JobFields.JOB.require("company.id");
    private static final PageShape ONE_EACH = PageShape.WHOLE.onePer(COMPANY);

    private static TwoStores stores;
    private static RandomQueries queries;
    private static RandomTexts texts;
    private static Understand understand;

    @BeforeAll
    static void open() throws InterruptedException {
        System.err.println("There and back with -Drozgar.test.seed=" + SEED);
        stores = TwoStores.seeded(SEED, JOBS);
        FieldValues values = new FieldValues(JobFields.JOB, stores.listed());
        queries = new RandomQueries(JobFields.JOB, values, RANDOM, stores.now());
        texts = new RandomTexts(JobFields.JOB, values, RANDOM);
        understand = new Understand(stores.board().wiring().postgres().dictionary());
    }

    @AfterAll
    static void close() {
        stores.close();
    }

    @Test
    void byTheValuesOfFields() {
        int pages = 0;
        for (int i = 0; i < QUERIES; i++) pages += thereAndBack(queries.any().limit(1 + RANDOM.nextInt(20)), true);
        assertMany(pages);
    }

    @Test
    void bySingleFieldsEitherWay() {
        int pages = 0;
        for (var field : JobFields.JOB.fields(Use.SORT)) {
            for (boolean descending : List.of(false, true)) {
                Sort sort = new Sort.ByField(field, descending);
                // So far that some have no value.
                pages += thereAndBack(
                        DocumentQuery.of(JobFields.JOB, List.of(sort), stores.now())
                                .limit(125),
                        true);
            }
        }
        assertMany(pages);
    }

    @Test
    void byPoints() {
        int pages = 0;
        for (int i = 0; i < QUERIES; i++) {
            Understanding understanding = understand.handle(
                    TextQuery.parse(texts.plainWord(), false, _ -> {}).orElseThrow());
            DocumentQuery query = newest().where(
                            understanding.filters(List.of(Weight.values())).toArray(Filter[]::new));
            pages += thereAndBack(
                    query.ranked(JobRelevance.of(understanding, stores.now())).limit(4), true);
        }
        assertMany(pages);
    }

    /// Each store by itself: they measure a little differently, so that what is equally far may change places.
    @Test
    void byDistance() {
        int pages = 0;
        for (int i = 0; i < QUERIES; i++) {
            Sort distance = new Sort.ByDistance(
                    JobFields.JOB.require("locations.point"),
                    new GeoPoint(8 + RANDOM.nextDouble() * 24, 70 + RANDOM.nextDouble() * 20));
            DocumentQuery query = DocumentQuery.of(JobFields.JOB, List.of(distance), stores.now())
                    .where(queries.any().filters().toArray(Filter[]::new));
            pages += thereAndBack(query.limit(1 + RANDOM.nextInt(100)), false);
        }
        assertMany(pages);
    }

    @Test
    void bySomeJobsOfEachCompany() {
        int pages = 0;
        for (int i = 0; i < QUERIES / 2; i++) {
            PageShape some = PageShape.WHOLE.some(COMPANY, 1 + RANDOM.nextInt(3));
            pages += thereAndBack(queries.any().shaped(some).limit(1 + RANDOM.nextInt(20)), true);
        }
        assertMany(pages);
    }

    @Test
    void aPageBeforeIsTheRestOfTheListWhereFewerThanTheLimitAreThere() {
        for (DocumentQuery query : List.of(newest(), newest().shaped(ONE_EACH))) {
            for (JobReadModel store : List.of(stores.postgres(), stores.elastic())) {
                DocumentPage first = store.search(query.limit(5));
                DocumentPage second = at(store, query.limit(5), first.next());
                DocumentPage before = at(store, query.limit(100), second.prev());

                assertEquals(texts(first), texts(before));
                assertEquals(Optional.empty(), before.prev());
                assertEquals(first.next(), before.next());
            }
        }
    }

    private static void assertMany(int pages) {
        assertTrue(pages > QUERIES / 2, () -> "seed " + SEED + ": only " + pages + " pages");
    }

    /// @param inTurns whether a walk may change sides
    /// @return how many pages there were
    private static int thereAndBack(DocumentQuery query, boolean inTurns) {
        int pages = thereAndBack(query, stores.postgres(), stores.postgres());
        thereAndBack(query, stores.elastic(), stores.elastic());
        if (inTurns) thereAndBack(query, stores.postgres(), stores.elastic());
        if (inTurns) thereAndBack(query, stores.elastic(), stores.postgres());
        return pages;
    }

    private static int thereAndBack(DocumentQuery query, JobReadModel there, JobReadModel back) {
        List<DocumentPage> pages = new ArrayList<>(List.of(there.search(query)));
        assertEquals(Optional.empty(), pages.getFirst().prev());
        while (pages.size() < MOST_PAGES && pages.getLast().next().isPresent())
            pages.add(at(there, query, pages.getLast().next()));
        for (int i = pages.size() - 1; i > 0; i--) {
            DocumentPage before = at(back, query, pages.get(i).prev());
            String what = "seed " + SEED + ": before page " + i + " of " + query.text();
            assertEquals(ids(pages.get(i - 1)), ids(before), what);
            assertEquals(texts(pages.get(i - 1)), texts(before), what);
            assertEquals(pages.get(i - 1).hits(), before.hits(), what);
            assertEquals(pages.get(i - 1).next(), before.next(), what);
            assertEquals(pages.get(i - 1).prev(), before.prev(), what);
            assertEquals(pages.get(i - 1).total(), before.total(), what);
        }
        return pages.size();
    }

    private static DocumentPage at(JobReadModel store, DocumentQuery query, Optional<String> token) {
        return store.search(query.after(Cursor.parse(token.orElseThrow(), query).orElseThrow()));
    }

    private static DocumentQuery newest() {
        return DocumentQuery.of(JobFields.JOB, JobFields.NEWEST_FIRST, stores.now());
    }

    private static List<Long> ids(DocumentPage page) {
        return page.items().stream().map(Document::id).toList();
    }

    private static List<String> texts(DocumentPage page) {
        return page.items().stream().map(Document::toString).toList();
    }
}
