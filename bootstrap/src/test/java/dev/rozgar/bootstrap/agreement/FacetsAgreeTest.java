package dev.rozgar.bootstrap.agreement;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rozgar.application.document.Count;
import dev.rozgar.application.document.Document;
import dev.rozgar.application.document.DocumentField;
import dev.rozgar.application.document.DocumentPage;
import dev.rozgar.application.document.DocumentPage.Total;
import dev.rozgar.application.document.DocumentQuery;
import dev.rozgar.application.document.DocumentSchema;
import dev.rozgar.application.document.Facet;
import dev.rozgar.application.document.Facet.Bucket;
import dev.rozgar.application.document.FacetWish;
import dev.rozgar.application.document.Filter;
import dev.rozgar.application.document.PageShape;
import dev.rozgar.application.document.Rank;
import dev.rozgar.application.document.Ranking;
import dev.rozgar.application.document.Sort;
import dev.rozgar.application.document.Use;
import dev.rozgar.application.document.Value;
import dev.rozgar.application.document.Wording;
import dev.rozgar.application.listing.JobFields;
import dev.rozgar.application.listing.JobReadModel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Facets do not lie: whoever clicks on a bucket finds as many jobs as it promised, on either store, and both
/// promise the same, byte for byte.
///
/// `-Drozgar.test.seed=…` repeats a run.
class FacetsAgreeTest {
    private static final DocumentSchema SCHEMA = JobFields.JOB;
    private static final int JOBS = 2_500;
    private static final int QUERIES = 200;
    /// Of so many jobs the openings are summed up one by one.
    private static final int FEW = 100;
    private static final String THE_WORDS = "words";
    private static final List<String> WORDS = List.of("driver", "deliveri", "cook", "pune", "shift", "mason");
    private static final long SEED = Long.getLong("rozgar.test.seed", System.nanoTime());

    private static final Random RANDOM = new Random(SEED);
    private static final List<DocumentField> TURNS = new ArrayList<>();
    private static TwoStores stores;
    private static FieldValues values;
    private static RandomQueries queries;

    @BeforeAll
    static void open() throws InterruptedException {
        System.err.println("Facets with -Drozgar.test.seed=" + SEED);
        stores = TwoStores.seeded(SEED, JOBS);
        List<Document> documents = stores.listed();
        assertTrue(documents.size() >= 1_000, () -> "only " + documents.size() + " listed jobs");
        values = new FieldValues(SCHEMA, documents);
        queries = new RandomQueries(SCHEMA, values, RANDOM, stores.now());
    }

    @AfterAll
    static void close() {
        stores.close();
    }

    @Test
    void everyBucketHoldsWhatItPromisesOnBothStores() {
        Set<String> clicked = new HashSet<>();
        int clicks = 0;
        for (int i = 0; i < QUERIES; i++) {
            DocumentQuery query = query(wishes(1 + RANDOM.nextInt(3)));
            for (Facet facet : agreed(query).facets()) {
                for (Bucket bucket : facet.buckets()) click(query, facet.wish(), bucket);
                if (!facet.buckets().isEmpty()) clicked.add(facet.wish().field().path());
                if (!facet.buckets().isEmpty() && hasWords(query)) clicked.add(THE_WORDS);
                clicks += facet.buckets().size();
            }
        }
        Set<String> never = new HashSet<>(Set.of(THE_WORDS));
        SCHEMA.fields(Use.FACET).forEach(field -> never.add(field.path()));
        never.removeAll(clicked);
        assertEquals(Set.of(), never, "never clicked on");
        int all = clicks;
        assertTrue(all > 2 * QUERIES, () -> "only " + all + " clicks");
    }

    @Test
    void tenFacetsAtOnceAreTheSameAsEachAlone() {
        for (int i = 0; i < 20; i++) {
            DocumentQuery query = query(wishes(DocumentQuery.MAX_FACETS));
            List<Facet> together = agreed(query).facets();
            for (Facet facet : together)
                assertEquals(
                        List.of(facet),
                        agreed(query.counting(List.of(facet.wish()))).facets(),
                        () -> text(query));
        }
    }

    @Test
    void aSmallerFacetIsTheBeginningOfALargerOne() {
        for (DocumentField field : SCHEMA.fields(Use.FACET)) {
            DocumentQuery query = query(List.of()).count(Count.NONE);
            Facet large = agreed(query.counting(List.of(wish(field, FacetWish.MAX_SIZE))))
                    .facets()
                    .getFirst();
            for (int size : new int[] {1, 2, 7}) {
                Facet small = agreed(query.counting(List.of(wish(field, size))))
                        .facets()
                        .getFirst();
                int told = Math.min(size, large.buckets().size());
                assertEquals(large.buckets().subList(0, told), small.buckets(), () -> text(query) + " " + field.path());
                assertEquals(large.more() || large.buckets().size() > size, small.more(), () -> text(query));
            }
        }
    }

    /// The page as both stores give it, and as they give it without facets.
    private static DocumentPage agreed(DocumentQuery query) {
        DocumentPage here = stores.postgres().search(query);
        DocumentPage there = stores.elastic().search(query);
        assertEquals(json(here), json(there), () -> text(query));
        DocumentPage plain = stores.postgres().search(query.counting(List.of()));
        assertEquals(
                json(plain),
                json(new DocumentPage(
                        plain.query(), here.items(), here.next(), here.prev(), here.total(), here.hits(), List.of())),
                () -> text(query));
        return here;
    }

    private static void click(DocumentQuery query, FacetWish wish, Bucket bucket) {
        List<Filter> filters = new ArrayList<>(query.filters());
        filters.removeIf(wish::owns);
        filters.add(new Filter.OneOf(wish.field(), List.of(bucket.value())));
        DocumentQuery choice = DocumentQuery.of(SCHEMA, List.of(), query.asOf())
                .where(filters.toArray(Filter[]::new))
                .count(Count.EXACT);
        boolean few = bucket.count() <= FEW;
        for (JobReadModel store : List.of(stores.postgres(), stores.elastic())) {
            DocumentPage found = store.search(choice.limit(few ? FEW : 1));
            assertEquals(Optional.of(new Total(bucket.count(), true)), found.total(), () -> text(query) + bucket);
            if (few) assertHolds(found.items(), wish, bucket, query);
        }
    }

    private static void assertHolds(List<Document> jobs, FacetWish wish, Bucket bucket, DocumentQuery query) {
        long openings = 0;
        for (Document job : jobs) {
            FieldValues its = new FieldValues(SCHEMA, List.of(job));
            openings += ((Value.Whole) its.of(JobFields.OPENINGS.field()).getFirst()).number();
            assertTrue(its.of(wish.field()).contains(bucket.value()), () -> text(query) + bucket + job);
            wish.field()
                    .label()
                    .ifPresent(label -> assertEquals(
                            its.of(label).getFirst().text(), bucket.label().orElseThrow(), () -> text(query) + bucket));
        }
        assertEquals(openings, bucket.sum().orElseThrow(), () -> text(query) + bucket);
    }

    /// Any filters, often one on a field that is counted, sometimes words, and sometimes their order or a few
    /// jobs a company.
    private static DocumentQuery query(List<FacetWish> wishes) {
        DocumentQuery any = queries.any();
        List<Filter> filters = new ArrayList<>(any.filters());
        for (FacetWish wish : wishes)
            if (RANDOM.nextInt(2) == 0 && filters.size() < DocumentQuery.MAX_FILTERS) filters.add(own(wish.field()));
        DocumentQuery query = any;
        if (RANDOM.nextInt(4) == 0) {
            Wording word = Wording.word(WORDS.get(RANDOM.nextInt(WORDS.size())));
            filters.add(Filter.Words.of(word));
            if (RANDOM.nextBoolean())
                query = query.ranked(new Ranking(List.of(Rank.ofWords(List.of(word), true)), query.asOf()));
        }
        // Facets count jobs, whatever the list makes of them.
        if (RANDOM.nextInt(5) == 0)
            query = query.shaped(PageShape.WHOLE.some(SCHEMA.require("company.id"), 1 + RANDOM.nextInt(3)))
                    .limit(Math.min(query.limit(), DocumentQuery.DEFAULT_LIMIT));
        return query.where(filters.toArray(Filter[]::new)).counting(wishes);
    }

    private static boolean hasWords(DocumentQuery query) {
        return query.filters().stream().anyMatch(Filter.Words.class::isInstance);
    }

    private static Filter own(DocumentField field) {
        Filter some = new Filter.OneOf(field, values.pickSome(field, 3, RANDOM));
        return switch (RANDOM.nextInt(4)) {
            case 0 -> new Filter.Not(some);
            case 1 -> new Filter.Missing(field);
            default -> some;
        };
    }

    /// Fields in turn, each once.
    private static List<FacetWish> wishes(int number) {
        if (TURNS.size() < number) {
            TURNS.clear();
            TURNS.addAll(SCHEMA.fields(Use.FACET));
            Collections.shuffle(TURNS, RANDOM);
        }
        return Stream.generate(TURNS::removeLast)
                .limit(number)
                .map(field -> wish(field, 1 + RANDOM.nextInt(8)))
                .toList();
    }

    private static FacetWish wish(DocumentField field, int size) {
        return new FacetWish(field, size, Optional.of(JobFields.OPENINGS));
    }

    private static String json(DocumentPage page) {
        return new String(page.json(""), UTF_8);
    }

    private static String text(DocumentQuery query) {
        return "seed " + SEED + ": " + query.filters() + " sorted by "
                + query.order().stream().map(Sort::text).toList() + " facets "
                + query.facets().stream()
                        .map(wish -> wish.field().path() + ' ' + wish.size())
                        .toList()
                + " as of " + query.asOf() + ' ';
    }
}
