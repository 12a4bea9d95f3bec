package dev.rozgar.bootstrap.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rozgar.application.document.Document;
import dev.rozgar.application.document.DocumentField;
import dev.rozgar.application.document.DocumentQuery;
import dev.rozgar.application.document.DocumentSchema;
import dev.rozgar.application.document.Filter;
import dev.rozgar.application.document.Filter.Bound;
import dev.rozgar.application.document.Filter.Near;
import dev.rozgar.application.document.Filter.OneOf;
import dev.rozgar.application.document.Filter.Range;
import dev.rozgar.application.document.GeoPoint;
import dev.rozgar.application.document.Kind;
import dev.rozgar.application.document.Sort;
import dev.rozgar.application.document.Use;
import dev.rozgar.application.document.Value;
import dev.rozgar.application.document.Weight;
import dev.rozgar.application.listing.JobFields;
import dev.rozgar.application.listing.JobReadModel;
import dev.rozgar.application.words.TextQuery;
import dev.rozgar.application.words.Understand;
import dev.rozgar.application.words.Understanding;
import dev.rozgar.bootstrap.Board;
import dev.rozgar.bootstrap.demo.DemoPlan;
import dev.rozgar.bootstrap.demo.SeedDemo;
import dev.rozgar.domain.Decision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// How answers must hang together, whatever they are: a change of the query whose effect on the answer is
/// known without knowing the answer. Two stores that are wrong in the same way would agree; this they would
/// not survive.
///
/// `-Drozgar.test.seed=…` repeats a run.
class MetamorphicTest {
    private static final DocumentSchema SCHEMA = JobFields.JOB;
    private static final int JOBS = 1_200;
    private static final int TRIES = 15;
    private static final long SEED = Long.getLong("rozgar.test.seed", System.nanoTime());

    private static Board board;
    private static Instant now;
    private static Map<String, JobReadModel> stores;
    private static Understand understand;
    private static FieldValues values;
    private static RandomQueries queries;
    private static RandomTexts texts;
    private static Random random;

    @BeforeAll
    static void open() throws InterruptedException {
        System.err.println("Related queries with -Drozgar.test.seed=" + SEED);
        // It is about answers, not about time.
        board = Board.onSharedEngines(Map.of());
        var door = board.wiring().postgres();
        var seed = new SeedDemo(door.companyRepository(), board.wiring().jobs(), door.companyReadModel());
        var seeded = seed.handle(new SeedDemo.Command(new DemoPlan(SEED, JOBS, Instant.now()), false, _ -> {}));
        assertTrue(seeded instanceof Decision.Accepted);
        board.awaitIndex();
        now = Instant.now();
        stores = Map.of(
                "postgres", door.jobReadModel(),
                "elasticsearch",
                        board.wiring().copy().orElseThrow().elasticsearch().jobReadModel());
        understand = new Understand(door.dictionary());
        random = new Random(SEED);
        List<Document> all = new ArrayList<>();
        export(door.jobReadModel(), List.of(), all::add);
        values = new FieldValues(SCHEMA, all);
        queries = new RandomQueries(SCHEMA, values, random, now);
        texts = new RandomTexts(SCHEMA, values, random);
    }

    @AfterAll
    static void close() {
        board.close();
    }

    @Test
    void aWiderCircleHoldsTheNarrower() {
        DocumentField point = SCHEMA.require("locations.point");
        onBoth((name, store) -> {
            GeoPoint centre = new GeoPoint(8 + random.nextDouble() * 24, 70 + random.nextDouble() * 20);
            double km = Math.pow(10, random.nextDouble() * 3);
            Set<Long> wider = ids(store, new Near(point, centre, km * (1 + random.nextDouble())));
            assertWithin(name + ' ' + centre + ' ' + km, ids(store, new Near(point, centre, km)), wider);
        });
    }

    @Test
    void aWiderRangeHoldsTheNarrower() {
        DocumentField pay = SCHEMA.require("pay.derived.annual_min");
        onBoth((name, store) -> {
            Value one = values.pick(pay, random);
            Value other = values.pick(pay, random);
            boolean rising = Double.parseDouble(one.text()) <= Double.parseDouble(other.text());
            Set<Long> wider = ids(store, from(pay, rising ? one : other));
            assertWithin(name + ' ' + one + other, ids(store, from(pay, rising ? other : one)), wider);
        });
    }

    @Test
    void oneMoreFilterFindsNoMore() {
        onBoth((name, store) -> {
            List<Filter> filters = new ArrayList<>(queries.any().filters());
            Set<Long> fewer = ids(store, filters);
            filters.addAll(queries.any().filters());
            assertWithin(name + ' ' + filters, ids(store, filters), fewer);
        });
    }

    @Test
    void aValueAndItsContraryAreEverything() {
        Map<String, Set<Long>> all = Map.of(
                "postgres",
                ids(Objects.requireNonNull(stores.get("postgres"))),
                "elasticsearch",
                ids(Objects.requireNonNull(stores.get("elasticsearch"))));
        onBoth((name, store) -> {
            OneOf with = oneOf(2);
            Set<Long> having = ids(store, with);
            Set<Long> both = new TreeSet<>(ids(store, new Filter.Not(with)));
            int without = both.size();
            both.addAll(having);
            assertEquals(all.get(name), both, () -> name + ' ' + with);
            assertEquals(both.size(), having.size() + without, () -> name + ' ' + with);
        });
    }

    @Test
    void eitherOfTwoValuesIsWhatEachFinds() {
        onBoth((name, store) -> {
            OneOf two = oneOf(4);
            Set<Long> each = new TreeSet<>();
            for (Value value : two.values()) each.addAll(ids(store, new OneOf(two.field(), List.of(value))));
            assertEquals(each, ids(store, two), () -> name + ' ' + two);
        });
    }

    @Test
    void thePagesOfAnyOrderAreTheExport() {
        onBoth(
                (name, store) -> {
                    DocumentQuery query = queries.any().limit(40);
                    List<Long> walked = new ArrayList<>();
                    for (Document document : Answers.walk(store, query)) walked.add(Answers.id(document));
                    Set<Long> exported = new TreeSet<>();
                    DocumentQuery byId = sorted(SCHEMA.require("id"), false)
                            .where(query.filters().toArray(Filter[]::new));
                    Answers.export(
                            store,
                            new DocumentQuery(
                                    SCHEMA,
                                    query.filters(),
                                    query.ranking(),
                                    byId.order(),
                                    List.of(),
                                    List.of(),
                                    1,
                                    Optional.empty(),
                                    query.count(),
                                    query.asOf()),
                            document -> exported.add(Answers.id(document)));
                    assertEquals(exported, new TreeSet<>(walked), () -> name + ' ' + query.text());
                    assertEquals(exported.size(), walked.size(), () -> name + ' ' + query.text());
                },
                10);
    }

    @Test
    void theOtherDirectionIsTheOtherWayRound() {
        for (DocumentField field : SCHEMA.fields(Use.SORT)) {
            Filter[] there = field.isAlwaysPresent() || !field.may(Use.FILTER)
                    ? new Filter[0]
                    : new Filter[] {new Filter.Not(new Filter.Missing(field))};
            stores.forEach((name, store) -> {
                List<Document> rising = Answers.walk(store, sorted(field, false).where(there));
                List<Document> falling = Answers.walk(store, sorted(field, true).where(there));
                assertEquals(
                        rising.stream().map(Answers::id).toList().reversed(),
                        falling.stream().map(Answers::id).toList(),
                        () -> name + " by " + field.path());
            });
        }
    }

    @Test
    void anUnwantedWordFindsNoMore() {
        onBoth((name, store) -> {
            String text = texts.plainWord();
            String less = text + " -" + texts.plainWord();
            typed(less)
                    .ifPresent(filters -> assertWithin(
                            name + ' ' + less,
                            ids(store, filters),
                            ids(store, typed(text).orElseThrow())));
        });
    }

    @Test
    void oneMoreWordThatMustBeThereFindsNoMore() {
        onBoth((name, store) -> {
            String text = '+' + texts.plainWord();
            String more = text + " +" + texts.plainWord();
            typed(more)
                    .ifPresent(filters -> assertWithin(
                            name + ' ' + more,
                            ids(store, filters),
                            ids(store, typed(text).orElseThrow())));
        });
    }

    @Test
    void aPhraseFindsNoMoreThanItsWords() {
        onBoth((name, store) -> {
            String words = texts.plainWord() + ' ' + texts.plainWord();
            Optional<List<Filter>> apart = typed(words);
            Optional<List<Filter>> together = typed('"' + words + '"');
            if (apart.isPresent() && together.isPresent())
                assertWithin(name + ' ' + words, ids(store, together.get()), ids(store, apart.get()));
        });
    }

    private static void onBoth(BiConsumer<String, JobReadModel> relation) {
        onBoth(relation, TRIES);
    }

    private static void onBoth(BiConsumer<String, JobReadModel> relation, int tries) {
        for (int i = 0; i < tries; i++) stores.forEach(relation);
    }

    private static void assertWithin(String what, Set<Long> narrow, Set<Long> wide) {
        Set<Long> beyond = new TreeSet<>(narrow);
        beyond.removeAll(wide);
        assertEquals(Set.of(), beyond, () -> "seed " + SEED + ": " + what);
    }

    /// Empty where neighbours are understood as one phrase, or a word as another one: that may find more.
    private static Optional<List<Filter>> typed(String text) {
        Understanding understanding = understand.handle(TextQuery.parse(text, false, fault -> {
                    throw new IllegalStateException(text + ' ' + fault);
                })
                .orElseThrow());
        boolean plain = understanding.meanings().stream()
                .allMatch(meaning -> meaning.clauses().size() == 1
                        && meaning.any().size() == 1
                        && meaning.corrections().isEmpty());
        boolean single = understanding.meanings().size() == 1;
        return plain || single ? Optional.of(understanding.filters(List.of(Weight.values()))) : Optional.empty();
    }

    private static OneOf oneOf(int most) {
        while (true) {
            List<DocumentField> fields = SCHEMA.fields(Use.FILTER);
            DocumentField field = fields.get(random.nextInt(fields.size()));
            if (field.kind() != Kind.POINT && !values.of(field).isEmpty())
                return new OneOf(field, values.pickSome(field, most, random));
        }
    }

    private static Range from(DocumentField field, Value value) {
        return new Range(field, Optional.of(new Bound(value, true)), Optional.empty());
    }

    private static DocumentQuery sorted(DocumentField field, boolean descending) {
        return DocumentQuery.of(SCHEMA, List.of(new Sort.ByField(field, descending)), now)
                .limit(DocumentQuery.MAX_CHUNK);
    }

    private static Set<Long> ids(JobReadModel store, Filter... filters) {
        return ids(store, List.of(filters));
    }

    private static Set<Long> ids(JobReadModel store, List<Filter> filters) {
        Set<Long> ids = new HashSet<>();
        export(store, filters, document -> ids.add(Answers.id(document)));
        return new TreeSet<>(ids);
    }

    private static void export(JobReadModel store, List<Filter> filters, Consumer<Document> taker) {
        Answers.export(store, sorted(SCHEMA.require("id"), false).where(filters.toArray(Filter[]::new)), taker);
    }
}
