package dev.rozgar.bootstrap.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rozgar.application.document.Cursor;
import dev.rozgar.application.document.Document;
import dev.rozgar.application.document.DocumentPage;
import dev.rozgar.application.document.DocumentQuery;
import dev.rozgar.application.document.Filter;
import dev.rozgar.application.document.GeoPoint;
import dev.rozgar.application.document.Sort;
import dev.rozgar.application.document.Tally;
import dev.rozgar.application.document.Value;
import dev.rozgar.application.document.Weight;
import dev.rozgar.application.listing.JobFields;
import dev.rozgar.application.listing.JobReadModel;
import dev.rozgar.application.listing.JobRelevance;
import dev.rozgar.application.listing.RelaxationLadder;
import dev.rozgar.application.listing.SuggestJobs;
import dev.rozgar.application.listing.SuggestJobs.Suggestion;
import dev.rozgar.application.words.TextQuery;
import dev.rozgar.application.words.Understand;
import dev.rozgar.application.words.Understanding;
import dev.rozgar.bootstrap.Board;
import dev.rozgar.bootstrap.demo.DemoPlan;
import dev.rozgar.bootstrap.demo.SeedDemo;
import dev.rozgar.domain.Decision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Searches by words, by relevance and by distance judge the two stores: the same documents in the same order
/// with the same points, whatever was typed.
///
/// `-Drozgar.test.seed=…` repeats a run.
class SearchesAgreeTest {
    private static final int JOBS = 2_500;
    private static final int QUERIES = 400;
    private static final int WALKS = 10;
    private static final long SEED = Long.getLong("rozgar.test.seed", System.nanoTime());

    private static Board board;
    private static Instant now;
    private static JobReadModel postgres;
    private static JobReadModel elastic;
    private static Understand understand;
    private static RandomTexts texts;
    private static RandomQueries queries;
    private static Random random;

    @BeforeAll
    static void open() throws InterruptedException {
        System.err.println("Random texts with -Drozgar.test.seed=" + SEED);
        board = Board.onSharedEngines(Map.of());
        var door = board.wiring().postgres();
        var seed = new SeedDemo(door.companyRepository(), board.wiring().jobs(), door.companyReadModel());
        var seeded = seed.handle(new SeedDemo.Command(new DemoPlan(SEED, JOBS, Instant.now()), false, _ -> {}));
        assertTrue(seeded instanceof Decision.Accepted);
        board.awaitIndex();
        door.analyze();
        board.fillWords();
        now = Instant.now();
        postgres = door.jobReadModel();
        elastic = board.wiring().copy().orElseThrow().elasticsearch().jobReadModel();
        understand = new Understand(door.dictionary());
        random = new Random(SEED);
        List<Document> some = new ArrayList<>();
        for (DocumentQuery page : pages(newest(), 10))
            some.addAll(postgres.search(page).items());
        FieldValues values = new FieldValues(JobFields.JOB, some);
        texts = new RandomTexts(JobFields.JOB, values, random);
        queries = new RandomQueries(JobFields.JOB, values, random, now);
    }

    @AfterAll
    static void close() {
        board.close();
    }

    @Test
    void whateverIsTypedIsFoundAlikeAndInTheSameOrder() {
        int found = 0;
        for (int i = 0; i < QUERIES; i++) {
            String typed = texts.any();
            DocumentQuery query = typed(typed);
            if (agree(typed, query)) found++;
        }
        int hits = found;
        assertTrue(hits > QUERIES / 3, () -> "only " + hits + " of " + QUERIES + " found anything");
    }

    /// Of jobs that are named the words are looked up from each of them, and not the other way round.
    @Test
    void amongJobsThatAreNamedTheSameOnesAreFound() {
        for (int i = 0; i < QUERIES / 8; i++) {
            String typed = texts.any();
            DocumentQuery query = typed(typed);
            List<Value> named = new ArrayList<>();
            for (DocumentQuery some : List.of(query, newest().limit(20)))
                for (Document job : postgres.search(some).items()) named.add(new Value.Whole(job.id()));
            List<Filter> filters = new ArrayList<>(query.filters());
            filters.add(new Filter.OneOf(
                    JobFields.JOB.require("id"), named.stream().distinct().toList()));
            agree("some of " + typed, query.where(filters.toArray(Filter[]::new)));
        }
    }

    @Test
    void someMisspeltWordsWereTakenForOthers() {
        long corrected = Stream.generate(texts::misspelt)
                .limit(50)
                .filter(word -> understood(word).corrected(word).isPresent())
                .count();

        assertTrue(corrected > 10, () -> "only " + corrected + " of 50");
    }

    @Test
    void suggestionsLeaveTheSameNumbersAndAListFindsThem() {
        SuggestJobs suggest = new SuggestJobs(board.wiring().postgres().suggestions());
        int seen = 0;
        for (int i = 0; i < QUERIES / 8; i++) {
            String word = texts.word();
            String typed = word.substring(0, Math.min(word.length(), 1 + random.nextInt(4)));
            List<Filter> filters =
                    random.nextInt(2) == 0 ? List.of() : queries.any().filters();
            var asked = new SuggestJobs.Asked(typed, 1 + random.nextInt(20), filters, now);
            List<Suggestion> here = suggest.handle(asked, postgres::count);
            assertEquals(here, suggest.handle(asked, elastic::count), () -> "seed " + SEED + ": " + typed + filters);
            seen += here.size();
        }
        int all = seen;
        assertTrue(all > QUERIES / 4, () -> "only " + all + " suggestions");
    }

    @Test
    void whatIsGivenUpFindsTheSameNumberAsTheListWithoutIt() {
        for (int i = 0; i < QUERIES / 8; i++) {
            DocumentQuery query = typed(texts.any());
            List<List<Filter>> cases = RelaxationLadder.of(query.filters()).stream()
                    .map(RelaxationLadder.Step::filters)
                    .toList();
            if (cases.isEmpty()) continue;
            Tally tally = new Tally(JobFields.JOB, List.of(), cases, now);
            List<Long> here = postgres.count(tally);
            assertEquals(here, elastic.count(tally), () -> "seed " + SEED + ": " + query.filters());
            assertEquals(
                    here.getFirst(),
                    elastic.search(tally.queries().findFirst().orElseThrow())
                            .total()
                            .orElseThrow()
                            .value());
        }
    }

    @Test
    void whatIsNearestIsTheSame() {
        for (int i = 0; i < QUERIES / 4; i++) {
            Sort.ByDistance distance = new Sort.ByDistance(
                    JobFields.JOB.require("locations.point"),
                    new GeoPoint(8 + random.nextDouble() * 24, 70 + random.nextDouble() * 20));
            DocumentQuery query = DocumentQuery.of(JobFields.JOB, List.of(distance), now)
                    .where(queries.any().filters().toArray(Filter[]::new));
            agree(distance.text(), query);
        }
    }

    @Test
    void aSearchBegunOnOneStoreGoesOnOnTheOther() {
        for (int i = 0; i < WALKS; i++) {
            String typed = texts.any();
            DocumentQuery query = typed(typed).limit(3);
            List<String> here = new ArrayList<>();
            List<String> there = new ArrayList<>();
            int page = 0;
            for (DocumentQuery next : pages(query, 12)) {
                here.addAll(shown(postgres.search(next)));
                there.addAll(shown((page++ % 2 == 0 ? elastic : postgres).search(next)));
            }
            assertEquals(here, there, () -> "seed " + SEED + ": " + typed);
        }
    }

    private static DocumentQuery newest() {
        return DocumentQuery.of(JobFields.JOB, JobFields.NEWEST_FIRST, now).limit(DocumentQuery.MAX_LIMIT);
    }

    private static Understanding understood(String text) {
        TextQuery parsed = TextQuery.parse(text, false, fault -> {
                    throw new IllegalStateException(text + ' ' + fault);
                })
                .orElseThrow();
        return understand.handle(parsed);
    }

    private static DocumentQuery typed(String text) {
        Understanding understanding = understood(text);
        List<Filter> filters = new ArrayList<>(understanding.filters(in()));
        if (random.nextInt(3) == 0) filters.addAll(queries.any().filters());
        DocumentQuery query = newest().where(filters.toArray(Filter[]::new)).limit(20);
        return random.nextInt(4) == 0 ? query : query.ranked(JobRelevance.of(understanding, now));
    }

    /// Everywhere, or in some of the places that may be named (`q_fields`).
    private static List<Weight> in() {
        return switch (random.nextInt(5)) {
            case 0 -> List.of(Weight.A);
            case 1 -> List.of(Weight.A, Weight.B);
            case 2 -> List.of(Weight.B, Weight.C);
            default -> List.of(Weight.values());
        };
    }

    private static boolean agree(String what, DocumentQuery query) {
        DocumentPage here = postgres.search(query);
        DocumentPage there = elastic.search(query);
        assertEquals(shown(here), shown(there), () -> "seed " + SEED + ": " + what + " " + query.filters());
        assertEquals(here.total(), there.total(), () -> "seed " + SEED + ": total of " + what);
        assertEquals(here.next().isPresent(), there.next().isPresent(), () -> "seed " + SEED + ": way on of " + what);
        return !here.items().isEmpty();
    }

    /// Distances to the metre: below, the two compute a little differently.
    private static List<String> shown(DocumentPage page) {
        List<String> shown = new ArrayList<>();
        for (int i = 0; i < page.items().size(); i++) {
            String told = "";
            if (!page.hits().isEmpty()) {
                var hit = page.hits().get(i);
                told = hit.score() + " "
                        + (hit.metres().isPresent() ? Math.round(hit.metres().getAsDouble()) : "");
            }
            shown.add(told + page.items().get(i).toString());
        }
        return shown;
    }

    /// The query and those of its following pages, as PostgreSQL tells them.
    private static List<DocumentQuery> pages(DocumentQuery query, int most) {
        List<DocumentQuery> pages = new ArrayList<>();
        Optional<DocumentQuery> next = Optional.of(query);
        while (next.isPresent() && pages.size() < most) {
            pages.add(next.get());
            next = postgres.search(next.get())
                    .next()
                    .map(token -> query.after(Cursor.parse(token, query).orElseThrow()));
        }
        return pages;
    }
}
