package dev.rozgar.adapters.elasticsearch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rozgar.application.PortFailure;
import dev.rozgar.application.document.Count;
import dev.rozgar.application.document.Cursor;
import dev.rozgar.application.document.Document;
import dev.rozgar.application.document.DocumentField;
import dev.rozgar.application.document.DocumentPage;
import dev.rozgar.application.document.DocumentQuery;
import dev.rozgar.application.document.Filter;
import dev.rozgar.application.document.Filter.Bound;
import dev.rozgar.application.document.Ranking;
import dev.rozgar.application.document.Sort;
import dev.rozgar.application.document.Use;
import dev.rozgar.application.document.Value;
import dev.rozgar.application.indexing.IndexEntry;
import dev.rozgar.application.indexing.IndexOutcome;
import dev.rozgar.application.indexing.JobIndex.Slot;
import dev.rozgar.application.listing.JobReadModel;
import dev.rozgar.domain.job.JobId;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Against a plain Java reading of the same query over the same things, spread over two shards.
class ElasticJobReadModelTest {
    private static final long SEED = new Random().nextLong();
    private static final TestCluster CLUSTER = TestCluster.open(Thing.SCHEMA, 2);
    private static final JobReadModel MODEL = CLUSTER.elasticsearch.jobReadModel();
    private static final List<Thing> THINGS = things();

    private static List<Thing> things() {
        Random random = new Random(SEED);
        return LongStream.rangeClosed(1, 150)
                .mapToObj(id -> Thing.random(id, random))
                .toList();
    }

    @BeforeAll
    static void index() {
        System.err.println("ElasticJobReadModelTest: seed " + SEED);
        var index = CLUSTER.elasticsearch.jobIndex();
        var generations = CLUSTER.elasticsearch.indexGenerations();
        generations.promote(generations.startBuilding());
        List<IndexEntry> entries =
                new ArrayList<>(THINGS.stream().map(thing -> thing.entry(1)).toList());
        entries.add(new IndexEntry(900, 1, Optional.empty()));
        List<IndexOutcome> said = index.write(entries, EnumSet.of(Slot.LIVE));
        assertTrue(said.stream().allMatch(IndexOutcome.Stored.class::isInstance), said::toString);
        index.refresh();
    }

    @AfterAll
    static void close() throws IOException {
        CLUSTER.close();
    }

    static Stream<DocumentField> filtered() {
        return Thing.SCHEMA.fields(Use.FILTER).stream();
    }

    static Stream<Sort> sorts() {
        return Thing.SCHEMA.fields(Use.SORT).stream()
                .flatMap(field -> Stream.of(new Sort.ByField(field, false), new Sort.ByField(field, true)));
    }

    @ParameterizedTest
    @MethodSource("filtered")
    void findsEachExactValueOfAField(DocumentField field) {
        List<Value> values = THINGS.stream()
                .flatMap(thing -> thing.at(field.path()).stream())
                .distinct()
                .limit(25)
                .toList();

        for (Value value : values) assertFinds(new Filter.OneOf(field, List.of(value)));
        assertFinds(new Filter.OneOf(field, values));
    }

    @ParameterizedTest
    @MethodSource("filtered")
    void findsEachRangeOfAnOrderedField(DocumentField field) {
        if (!field.kind().isOrdered()) {
            assertThrows(
                    IllegalArgumentException.class, () -> new Filter.Range(field, Optional.empty(), Optional.empty()));
            return;
        }
        List<Value> values = THINGS.stream()
                .flatMap(thing -> thing.at(field.path()).stream())
                .distinct()
                .limit(6)
                .toList();
        for (Value low : values) {
            for (boolean inclusive : List.of(true, false)) {
                var from = Optional.of(new Bound(low, inclusive));
                assertFinds(new Filter.Range(field, from, Optional.empty()));
                assertFinds(new Filter.Range(field, Optional.empty(), from));
                for (Value high : values)
                    assertFinds(new Filter.Range(field, from, Optional.of(new Bound(high, inclusive))));
            }
        }
    }

    @Test
    void findsWhatAllFiltersHoldFor() {
        Filter open = new Filter.OneOf(Thing.SCHEMA.require("open"), List.of(new Value.Flag(true)));
        Filter light = new Filter.Range(
                Thing.SCHEMA.require("weight"), Optional.empty(), Optional.of(new Bound(new Value.Whole(7), true)));

        assertFinds(open, light);
    }

    @ParameterizedTest
    @MethodSource("sorts")
    void pagesThroughAnOrderToItsEnd(Sort sort) {
        DocumentQuery query = DocumentQuery.of(Thing.SCHEMA, List.of(sort), Thing.NOW);

        assertEquals(expected(query), traverse(query.limit(7)), () -> "seed " + SEED);
    }

    @ParameterizedTest
    @MethodSource("sorts")
    void pagesThroughAnOrderOfTwoKeys(Sort sort) {
        Sort first = new Sort.ByField(Thing.SCHEMA.require("open"), !sort.descending());
        DocumentQuery query = DocumentQuery.of(Thing.SCHEMA, List.of(first, sort), Thing.NOW);

        assertEquals(expected(query), traverse(query.limit(11)), () -> "seed " + SEED);
    }

    @Test
    void hasNoNextPageBehindTheLast() {
        DocumentQuery query = newest().limit(50);

        assertEquals(150, traverse(query).size());
    }

    @Test
    void countsExactlyBelowTheLimit() {
        DocumentPage page = MODEL.search(newest().limit(5));

        assertEquals(Optional.of(new DocumentPage.Total(150, true)), page.total());
    }

    @Test
    void countsTheWholeListOnEveryPage() {
        DocumentPage first = MODEL.search(newest().limit(5));
        DocumentPage second = MODEL.search(newest().limit(5).after(cursor(first)));

        assertEquals(first.total(), second.total());
    }

    @Test
    void countsNothingWhenNotAsked() {
        assertEquals(Optional.empty(), MODEL.search(newest().count(Count.NONE)).total());
    }

    @Test
    void showsOnlyWhatIsPublishedAndNotExpired() {
        for (int millis : new int[] {-2_001, -2_000, -1_999, -500, -1, 0, 1, 499, 500, 501, 1_999, 2_000}) {
            DocumentQuery query = new DocumentQuery(
                    Thing.SCHEMA,
                    List.of(),
                    Ranking.NONE,
                    newest().order(),
                    List.of(),
                    List.of(),
                    100,
                    Optional.empty(),
                    Count.EXACT,
                    Thing.NOW.plusMillis(millis));

            assertEquals(expected(query), traverse(query), () -> millis + " ms, seed " + SEED);
        }
    }

    @Test
    void givesBackTheBytesThatWereStored() {
        Thing thing = THINGS.getFirst();
        Filter one = new Filter.OneOf(Thing.SCHEMA.require("id"), List.of(new Value.Whole(thing.id())));

        assertEquals(
                List.of(thing.json()),
                MODEL.search(newest().where(one)).items().stream()
                        .map(Document::toString)
                        .toList());
        assertEquals(
                Optional.of(thing.json()),
                MODEL.find(new JobId(thing.id()), Thing.NOW).map(Document::toString));
    }

    @Test
    void findsNoMarkerAndNothingUnknown() {
        assertEquals(Optional.empty(), MODEL.find(new JobId(900), Thing.NOW));
        assertEquals(Optional.empty(), MODEL.find(new JobId(901), Thing.NOW));
    }

    @Test
    void findsADocumentFromItsPublicationUntilJustBeforeItsExpiry() {
        Thing thing = THINGS.getFirst();
        Instant from = ((Value.Moment) thing.at("published_at").getFirst()).instant();
        Instant until = ((Value.Moment) thing.at("expires_at").getFirst()).instant();
        JobId id = new JobId(thing.id());

        assertEquals(
                List.of(false, true, true, false),
                Stream.of(from.minusMillis(1), from, until.minusMillis(1), until)
                        .map(now -> MODEL.find(id, now).isPresent())
                        .toList());
    }

    @Test
    void isUnavailableWhileThereIsNoIndex() throws IOException {
        try (TestCluster empty = TestCluster.open()) {
            JobReadModel model = empty.elasticsearch.jobReadModel();

            PortFailure search = assertThrows(PortFailure.class, () -> model.search(newest()));
            PortFailure find = assertThrows(PortFailure.class, () -> model.find(new JobId(1), Thing.NOW));

            assertEquals(PortFailure.Kind.UNAVAILABLE, search.kind());
            assertEquals(PortFailure.Kind.UNAVAILABLE, find.kind());
        }
    }

    private static DocumentQuery newest() {
        return DocumentQuery.of(
                Thing.SCHEMA, List.of(new Sort.ByField(Thing.SCHEMA.require("published_at"), true)), Thing.NOW);
    }

    private static void assertFinds(Filter... filters) {
        DocumentQuery query = newest().where(filters).limit(100);

        assertEquals(expected(query), traverse(query), () -> List.of(filters) + ", seed " + SEED);
    }

    /// The documents of all pages.
    private static List<String> traverse(DocumentQuery query) {
        List<String> all = new ArrayList<>();
        DocumentPage page = MODEL.search(query);
        page.items().forEach(item -> all.add(item.toString()));
        // A cursor that goes in circles must fail and not hang.
        while (page.next().isPresent() && all.size() <= THINGS.size()) {
            page = MODEL.search(query.after(cursor(page)));
            page.items().forEach(item -> all.add(item.toString()));
        }
        return all;
    }

    private static Cursor cursor(DocumentPage page) {
        return Cursor.parse(page.next().orElseThrow(), page.query()).orElseThrow();
    }

    private static List<String> expected(DocumentQuery query) {
        return PlainReading.of(THINGS, query);
    }
}
