package dev.rozgar.adapters.elasticsearch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rozgar.adapters.elasticsearch.ElasticsearchSettings.Timeouts;
import dev.rozgar.application.PortFailure;
import dev.rozgar.application.document.Count;
import dev.rozgar.application.document.Cursor;
import dev.rozgar.application.document.DocumentField;
import dev.rozgar.application.document.DocumentPage;
import dev.rozgar.application.document.DocumentQuery;
import dev.rozgar.application.document.FacetWish;
import dev.rozgar.application.document.FacetWish.Summed;
import dev.rozgar.application.document.Filter;
import dev.rozgar.application.document.Filter.Bound;
import dev.rozgar.application.document.Sort;
import dev.rozgar.application.document.Use;
import dev.rozgar.application.document.Value;
import dev.rozgar.application.indexing.IndexOutcome;
import dev.rozgar.application.indexing.JobIndex.Slot;
import dev.rozgar.application.listing.JobReadModel;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
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

/// Against a plain Java reading of the same things, spread over two shards: of the values that most documents
/// have in all, a shard may have few.
class ElasticFacetsTest {
    private static final long SEED = new Random().nextLong();
    private static final TestCluster CLUSTER = TestCluster.open(Thing.SCHEMA, 2);
    private static final List<Thing> THINGS = things();
    private static final Optional<Summed> IDS = Optional.of(new Summed("ids", Thing.SCHEMA.require("id")));
    private static final Filter OPEN = new Filter.OneOf(Thing.SCHEMA.require("open"), List.of(new Value.Flag(true)));

    private final JobReadModel model = CLUSTER.elasticsearch.jobReadModel();

    private static List<Thing> things() {
        Random random = new Random(SEED);
        return LongStream.rangeClosed(1, 300)
                .mapToObj(id -> Thing.random(id, random))
                .toList();
    }

    @BeforeAll
    static void index() {
        System.err.println("ElasticFacetsTest: seed " + SEED);
        var index = CLUSTER.elasticsearch.jobIndex();
        var generations = CLUSTER.elasticsearch.indexGenerations();
        generations.promote(generations.startBuilding());
        List<IndexOutcome> said =
                index.write(THINGS.stream().map(thing -> thing.entry(1)).toList(), EnumSet.of(Slot.LIVE));
        assertTrue(said.stream().allMatch(IndexOutcome.Stored.class::isInstance), said::toString);
        index.refresh();
    }

    @AfterAll
    static void close() throws IOException {
        CLUSTER.close();
    }

    static Stream<DocumentField> facets() {
        return Thing.SCHEMA.fields(Use.FACET).stream();
    }

    @ParameterizedTest
    @MethodSource("facets")
    void countsTheValuesOfAField(DocumentField field) {
        assertEquals(10, Thing.SCHEMA.fields(Use.FACET).size(), "every kind");
        for (int size : new int[] {1, 2, 3, 100}) assertCounts(newest().counting(List.of(wish(field, size))));
    }

    @ParameterizedTest
    @MethodSource("facets")
    void leavesOutWhatIsWantedOfTheFieldItself(DocumentField field) {
        Filter cheap = new Filter.Range(
                Thing.SCHEMA.require("price"),
                Optional.empty(),
                Optional.of(new Bound(new Value.Decimal(BigDecimal.valueOf(1_000_000)), true)));
        List<Value> values = THINGS.stream()
                .flatMap(thing -> thing.at(field.path()).stream())
                .distinct()
                .limit(2)
                .toList();
        Filter own = new Filter.OneOf(field, values);
        for (Filter one : List.of(own, new Filter.Not(own), new Filter.Missing(field))) {
            DocumentQuery query = newest().where(OPEN, one, cheap);
            assertCounts(query.counting(List.of(wish(field, 5))));
            assertCounts(query.counting(facets().map(facet -> wish(facet, 4)).toList()));
        }
    }

    @Test
    void countsTheWholeListOnEveryPage() {
        DocumentQuery query = newest().where(OPEN)
                .counting(List.of(wish(Thing.SCHEMA.require("open"), 5), wish(Thing.SCHEMA.require("tags"), 5)))
                .limit(3);
        DocumentPage first = model.search(query);
        DocumentPage second = model.search(
                query.after(Cursor.parse(first.next().orElseThrow(), query).orElseThrow()));

        assertEquals(first.facets(), second.facets());
        assertEquals(first.total(), second.total());
        assertEquals(
                PlainReading.of(THINGS, query).size(),
                first.total().orElseThrow().value());
        assertTrue(first.items().stream().allMatch(item -> item.toString().contains("\"open\":true")));
    }

    @Test
    void asksTwiceOnlyUntilItKnowsOfTheShards() throws IOException {
        String reply = "{\"_shards\":{\"total\":2,\"failed\":0},\"hits\":{\"hits\":[]},"
                + "\"aggregations\":{\"f0\":{\"buckets\":[]}}}";
        DocumentQuery query = newest().count(Count.NONE).counting(List.of(wish(Thing.SCHEMA.require("code"), 1)));
        try (var server = OddServer.answering("200 OK", reply);
                var door = Elasticsearch.open(patient(server.uri()), Thing.SCHEMA)) {
            door.jobReadModel().search(query);
            assertEquals(2, server.requests.size());
            door.jobReadModel().search(query);
            door.jobReadModel().search(query.counting(List.of()));
            assertEquals(4, server.requests.size());
        }
    }

    @Test
    void anAnswerWithoutTheFacetsIsADefect() throws IOException {
        DocumentQuery query = newest().count(Count.NONE).counting(List.of(wish(Thing.SCHEMA.require("code"), 1)));
        for (String wrong : List.of(
                "",
                ",\"aggregations\":{}",
                ",\"aggregations\":{\"f0\":7}",
                ",\"aggregations\":{\"f0\":{}}",
                ",\"aggregations\":{\"f0\":{\"buckets\":[{\"key\":7,\"doc_count\":1}]}}",
                ",\"aggregations\":{\"f0\":{\"buckets\":[{\"key\":\"a\",\"doc_count\":1,\"sum\":{\"value\":1.5}}]}}")) {
            String reply = "{\"_shards\":{\"total\":1,\"failed\":0},\"hits\":{\"hits\":[]}" + wrong + "}";
            try (var server = OddServer.answering("200 OK", reply);
                    var door = Elasticsearch.open(patient(server.uri()), Thing.SCHEMA)) {
                PortFailure failure = assertThrows(
                        PortFailure.class, () -> door.jobReadModel().search(query), wrong);
                assertEquals(PortFailure.Kind.BROKEN, failure.kind(), wrong);
            }
        }
    }

    private void assertCounts(DocumentQuery query) {
        assertEquals(
                PlainReading.facets(THINGS, query),
                model.search(query).facets(),
                () -> query.filters() + " " + query.facets() + ", seed " + SEED);
    }

    /// Of a server that has its answers ready, on a machine that has not.
    private static ElasticsearchSettings patient(URI server) {
        Duration most = Duration.ofSeconds(60);
        return ElasticsearchSettings.of(server).timeouts(new Timeouts(most, most, most, most));
    }

    private static FacetWish wish(DocumentField field, int size) {
        return new FacetWish(field, size, IDS);
    }

    private static DocumentQuery newest() {
        return DocumentQuery.of(
                Thing.SCHEMA, List.of(new Sort.ByField(Thing.SCHEMA.require("published_at"), true)), Thing.NOW);
    }
}
