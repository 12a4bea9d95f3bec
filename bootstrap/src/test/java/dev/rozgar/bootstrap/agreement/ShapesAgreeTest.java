package dev.rozgar.bootstrap.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rozgar.application.document.Count;
import dev.rozgar.application.document.Cursor;
import dev.rozgar.application.document.Document;
import dev.rozgar.application.document.DocumentPage;
import dev.rozgar.application.document.DocumentPage.Total;
import dev.rozgar.application.document.DocumentQuery;
import dev.rozgar.application.document.FacetWish;
import dev.rozgar.application.document.Filter;
import dev.rozgar.application.document.PageShape;
import dev.rozgar.application.document.Selection;
import dev.rozgar.application.document.Value;
import dev.rozgar.application.listing.JobFields;
import dev.rozgar.application.listing.JobReadModel;
import dev.rozgar.application.listing.WeekSpans;
import dev.rozgar.domain.job.JobId;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Sparse documents and lists of a few jobs per company: both stores give what follows from their whole lists,
/// byte for byte.
///
/// `-Drozgar.test.seed=…` repeats a run.
class ShapesAgreeTest {
    private static final int JOBS = 2_500;
    private static final int QUERIES = 40;
    private static final long SEED = Long.getLong("rozgar.test.seed", System.nanoTime());
    private static final PageShape ONE_EACH = PageShape.WHOLE.onePer(JobFields.JOB.require("company.id"));
    private static final PageShape BRIEF =
            PageShape.WHOLE.only(Selection.of(JobFields.JOB, Set.of("company.id", "title")));
    private static final Random RANDOM = new Random(SEED);
    private static TwoStores stores;
    private static RandomQueries queries;

    @BeforeAll
    static void open() throws InterruptedException {
        System.err.println("Shapes with -Drozgar.test.seed=" + SEED);
        stores = TwoStores.seeded(SEED, JOBS);
        queries =
                new RandomQueries(JobFields.JOB, new FieldValues(JobFields.JOB, stores.listed()), RANDOM, stores.now());
    }

    @AfterAll
    static void close() {
        stores.close();
    }

    @Test
    void sparseDocumentsAreTheWholeOnesWithoutTheRest() {
        List<String> names = List.copyOf(JobFields.JOB.names());
        int compared = 0;
        for (int i = 0; i < QUERIES; i++) {
            Set<String> wanted = new HashSet<>();
            for (int n = RANDOM.nextInt(8); n >= 0; n--) wanted.add(names.get(RANDOM.nextInt(names.size())));
            Selection selection = Selection.of(JobFields.JOB, wanted);
            DocumentQuery whole = queries.any();
            DocumentQuery sparse = whole.shaped(PageShape.WHOLE.only(selection));
            List<Document> documents = stores.postgres().search(whole).items();

            List<String> wished = documents.stream()
                    .map(document ->
                            Cut.of(Cut.object(document), selection.members()).toString())
                    .toList();
            List<String> here = texts(stores.postgres().search(sparse));
            assertEquals(
                    wished,
                    here.stream().map(text -> Cut.object(text).toString()).toList(),
                    wanted::toString);
            assertEquals(here, texts(stores.elastic().search(sparse)), () -> "seed " + SEED + ": " + wanted);
            compared += here.size();
        }
        int all = compared;
        assertTrue(all > QUERIES, () -> "only " + all);
    }

    @Test
    void everyMemberCanBeAskedForByItself() {
        DocumentQuery some =
                DocumentQuery.of(JobFields.JOB, List.of(), stores.now()).limit(100);
        for (String name : JobFields.JOB.names()) {
            DocumentQuery sparse = some.shaped(PageShape.WHOLE.only(Selection.of(JobFields.JOB, Set.of(name))));
            List<String> here = texts(stores.postgres().search(sparse));
            assertEquals(here, texts(stores.elastic().search(sparse)), name);
            assertTrue(here.getFirst().startsWith("{\"id\":"), here::getFirst);
        }
    }

    @Test
    void oneSparseDocumentIsTheSameFromEitherStore() {
        Selection some = Selection.of(JobFields.JOB, Set.of("title", "company.name", "pay", "locations.point"));
        for (Document document : stores.listed().subList(0, 50)) {
            JobId id = new JobId(document.id());
            var here =
                    stores.postgres().find(id, stores.now(), Optional.of(some)).orElseThrow();
            var there =
                    stores.elastic().find(id, stores.now(), Optional.of(some)).orElseThrow();
            assertEquals(here.toString(), there.toString());
            assertTrue(!here.etag().equals(document.etag()));
        }
    }

    @Test
    void ofEachCompanyTheFirstJobsAreShownAndTheOthersAreCounted() {
        int several = 0;
        for (int i = 0; i < QUERIES; i++) {
            DocumentQuery query = queries.any().limit(1 + RANDOM.nextInt(30)).count(Count.LIMITED);
            Map<Long, List<Document>> byCompany = new LinkedHashMap<>();
            for (Document document : all(query))
                byCompany
                        .computeIfAbsent(company(document), _ -> new ArrayList<>())
                        .add(document);
            int each = RANDOM.nextBoolean() ? 1 : 2 + RANDOM.nextInt(PageShape.MOST_EACH - 1);
            List<String> wished = byCompany.values().stream()
                    .limit(4L * query.limit())
                    .flatMap(jobs -> jobs.stream().limit(each).map(job -> Math.max(0, jobs.size() - each) + " " + job))
                    .toList();
            DocumentQuery collapsed = query.shaped(BRIEF.some(JobFields.JOB.require("company.id"), each));
            List<String> shown = new ArrayList<>();
            Optional<DocumentQuery> next = Optional.of(collapsed);
            for (int page = 0; page < 4 && next.isPresent(); page++) {
                DocumentPage here = stores.postgres().search(next.get());
                DocumentPage there = stores.elastic().search(next.get());
                assertEquals(hits(here), hits(there), () -> "seed " + SEED + ": " + query.filters());
                assertEquals(Optional.of(new Total(byCompany.size(), true)), here.total());
                assertEquals(here.total(), there.total());
                assertEquals(here.next(), there.next());
                shown.addAll(hits(here));
                next = here.next()
                        .map(token ->
                                collapsed.after(Cursor.parse(token, collapsed).orElseThrow()));
            }
            assertEquals(wished, shown, () -> "seed " + SEED + ": " + each + query.filters());
            if (byCompany.size() > 1) several++;
        }
        int some = several;
        assertTrue(some > QUERIES / 4, () -> "only " + some);
    }

    @Test
    void facetsCountJobsBesideAListOfCompanies() {
        FacetWish wish = new FacetWish(JobFields.JOB.require("remote"), 10, Optional.of(JobFields.OPENINGS));
        Filter own = new Filter.OneOf(JobFields.JOB.require("remote"), List.of(new Value.Word("ONSITE")));
        DocumentQuery query = DocumentQuery.of(JobFields.JOB, JobFields.NEWEST_FIRST, stores.now())
                .where(own)
                .counting(List.of(wish));
        DocumentPage here = stores.postgres().search(query.shaped(ONE_EACH));
        DocumentPage there = stores.elastic().search(query.shaped(ONE_EACH));

        assertEquals(hits(here), hits(there));
        assertEquals(here.total(), there.total());
        assertEquals(here.facets(), there.facets());
        assertEquals(stores.postgres().search(query).facets(), here.facets());
    }

    @Test
    void shiftsThatOverlapATimeAreFoundAndNoOthers() {
        Map<Long, List<boolean[]>> shifts = new HashMap<>();
        for (Document document : stores.listed()) shifts.put(document.id(), Minutes.shifts(Cut.object(document)));
        int found = 0;
        for (int i = 0; i < QUERIES; i++) {
            int from = RANDOM.nextInt(WeekSpans.OF_A_DAY);
            int to = (from + 1 + RANDOM.nextInt(i % 2 == 0 ? 4 : 46)) % WeekSpans.OF_A_DAY;
            Set<DayOfWeek> days = EnumSet.of(DayOfWeek.of(1 + RANDOM.nextInt(7)), DayOfWeek.of(1 + RANDOM.nextInt(7)));
            boolean[] sought = Minutes.of(days, from * 30, to * 30);
            Set<Long> wished = new HashSet<>();
            shifts.forEach((id, all) -> {
                if (all.stream().anyMatch(shift -> Minutes.meet(shift, sought))) wished.add(id);
            });
            DocumentQuery query = DocumentQuery.of(JobFields.JOB, List.of(), stores.now())
                    .where(filter(WeekSpans.touching(days, from, to)));
            assertEquals(wished, ids(query, stores.postgres()), days + " " + from + " " + to);
            assertEquals(wished, ids(query, stores.elastic()), days + " " + from + " " + to);
            found += wished.size();
        }
        int all = found;
        assertTrue(all > QUERIES, () -> "only " + all);
    }

    private static Filter filter(Set<Long> spans) {
        List<Value> values =
                spans.stream().map(span -> (Value) new Value.Whole(span)).toList();
        List<Filter.OnField> some = new ArrayList<>();
        for (int i = 0; i < values.size(); i += Filter.MAX_VALUES)
            some.add(new Filter.OneOf(
                    JobFields.JOB.require("shifts.spans"),
                    values.subList(i, Math.min(values.size(), i + Filter.MAX_VALUES))));
        return new Filter.AnyOf(some);
    }

    private static Set<Long> ids(DocumentQuery query, JobReadModel store) {
        DocumentQuery chunk =
                query.limit(DocumentQuery.MAX_CHUNK).count(Count.NONE).shaped(BRIEF);
        Set<Long> ids = new HashSet<>();
        for (Optional<DocumentQuery> next = Optional.of(chunk); next.isPresent(); ) {
            DocumentPage page = store.search(next.get());
            page.items().forEach(document -> ids.add(document.id()));
            next = page.next()
                    .map(token -> chunk.after(Cursor.parse(token, chunk).orElseThrow()));
        }
        return ids;
    }

    @Test
    void companionsAndHighlightsAreTheSameBesideEitherStore() {
        for (String wish : List.of(
                "q=driver&highlight=true",
                "q=deliv*&q_fields=title&highlight=true&limit=50",
                "q=%2Bdriver+night&highlight=true&fields=title&expand=company,questions",
                "expand=company,questions&collapse=company&collapse_size=2&fields=company.id",
                "expand=questions&shift_from=20:00&shift_to=04:00&shift_days=SATURDAY")) {
            JsonObject here = stores.board().json("/api/jobs?read_model=postgres&" + wish);
            JsonObject there = stores.board().json("/api/jobs?read_model=elasticsearch&" + wish);
            assertEquals(members(here), members(there), wish);
            assertFalse(here.getJsonArray("items").isEmpty(), wish);
            if (wish.contains("highlight")) {
                assertTrue(here.getBoolean("highlighted"), wish);
                assertTrue(here.getJsonArray("hits").toString().contains("<em>"), wish);
            }
            if (wish.contains("collapse")) {
                for (int i = 0; i < here.getJsonArray("items").size(); i++)
                    assertEquals(
                            here.getJsonArray("items")
                                    .getJsonObject(i)
                                    .getJsonObject("company")
                                    .getInt("id"),
                            here.getJsonObject("expanded")
                                    .getJsonArray("company")
                                    .getJsonObject(i)
                                    .getInt("id"));
            }
        }
    }

    private static Map<String, JsonValue> members(JsonObject page) {
        Map<String, JsonValue> members = new LinkedHashMap<>(page);
        members.keySet().removeAll(Set.of("as_of", "next", "prev", "index_lag_ms", "links"));
        return members;
    }

    @Test
    void countsNothingWhereNobodyAsks() {
        DocumentQuery query = DocumentQuery.of(JobFields.JOB, JobFields.NEWEST_FIRST, stores.now())
                .count(Count.NONE)
                .shaped(ONE_EACH);
        DocumentPage here = stores.postgres().search(query);
        assertEquals(Optional.empty(), here.total());
        assertEquals(hits(here), hits(stores.elastic().search(query)));
        assertEquals(Optional.empty(), stores.elastic().search(query).total());
    }

    private static List<Document> all(DocumentQuery query) {
        DocumentQuery chunk =
                query.limit(DocumentQuery.MAX_CHUNK).count(Count.NONE).shaped(BRIEF);
        List<Document> all = new ArrayList<>();
        for (Optional<DocumentQuery> next = Optional.of(chunk); next.isPresent(); ) {
            DocumentPage page = stores.postgres().search(next.get());
            all.addAll(page.items());
            next = page.next()
                    .map(token -> chunk.after(Cursor.parse(token, chunk).orElseThrow()));
        }
        return all;
    }

    private static List<String> hits(DocumentPage page) {
        List<String> hits = new ArrayList<>();
        for (int i = 0; i < page.items().size(); i++)
            hits.add(page.hits().get(i).collapsed().orElseThrow() + " "
                    + page.items().get(i));
        return hits;
    }

    private static List<String> texts(DocumentPage page) {
        return page.items().stream().map(Document::toString).toList();
    }

    private static long company(Document document) {
        return Cut.object(document).getJsonObject("company").getJsonNumber("id").longValueExact();
    }
}
