package dev.rozgar.bootstrap.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rozgar.application.document.DocumentQuery;
import dev.rozgar.application.document.FacetWish;
import dev.rozgar.application.document.Filter;
import dev.rozgar.application.document.Sort;
import dev.rozgar.application.document.Tally;
import dev.rozgar.application.listing.JobFields;
import dev.rozgar.application.listing.JobReadModel;
import dev.rozgar.bootstrap.Board;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Groups of filters mean the same to both stores, and mean what they say: of any the union of what each finds by
/// itself, of none the rest.
///
/// `-Drozgar.test.seed=…` repeats a run.
class GroupsAgreeTest {
    private static final int JOBS = 800;
    private static final int QUERIES = 25;
    private static final long SEED = Long.getLong("rozgar.test.seed", System.nanoTime());
    private static final Random RANDOM = new Random(SEED);

    private static TwoStores stores;
    private static RandomQueries queries;

    @BeforeAll
    static void open() throws InterruptedException {
        System.err.println("Groups with -Drozgar.test.seed=" + SEED);
        stores = TwoStores.seeded(SEED, JOBS);
        queries =
                new RandomQueries(JobFields.JOB, new FieldValues(JobFields.JOB, stores.listed()), RANDOM, stores.now());
    }

    @AfterAll
    static void close() {
        stores.close();
    }

    @Test
    void anyOfSomeGroupsIsWhatEachFindsAndNoneOfThemTheRest() {
        int found = 0;
        for (int i = 0; i < QUERIES; i++) {
            Filter.Groups groups = queries.groups();
            for (JobReadModel store : List.of(stores.postgres(), stores.elastic())) {
                Set<Long> each = new TreeSet<>();
                for (List<Filter> group : groups.groups()) each.addAll(ids(store, group));
                Set<Long> rest = ids(store, List.of());
                rest.removeAll(each);
                found += each.size();
                assertEquals(each, ids(store, List.of(groups)), () -> "seed " + SEED + ": any of " + groups);
                assertEquals(
                        rest,
                        ids(store, List.of(new Filter.Not(groups))),
                        () -> "seed " + SEED + ": none of " + groups);
            }
        }
        int all = found;
        assertTrue(all > QUERIES, () -> "only " + all);
    }

    /// A field that is asked for in groups is counted under them all the same.
    @Test
    void facetsAreCountedWithinGroups() {
        for (int i = 0; i < QUERIES; i++) {
            Filter.Groups groups = queries.groups();
            DocumentQuery query = query(List.of(groups)).counting(List.of(wish("remote"), wish("occupation.id")));
            var here = stores.postgres().search(query).facets();
            assertEquals(here, stores.elastic().search(query).facets(), () -> "seed " + SEED + ": " + groups);
            if (here.getFirst().buckets().isEmpty()) continue;
            var bucket = here.getFirst().buckets().getFirst();
            Filter chosen = new Filter.OneOf(JobFields.JOB.require("remote"), List.of(bucket.value()));
            Tally clicked = new Tally(JobFields.JOB, List.of(groups), List.of(List.of(chosen)), stores.now());
            assertEquals(List.of(bucket.count()), stores.postgres().count(clicked));
            assertEquals(List.of(bucket.count()), stores.elastic().count(clicked));
        }
    }

    @Test
    void aBodyIsAnsweredAlikeByBothAndPagedToItsEndAndBack() {
        String groups = "\"limit\": 20, \"count\": \"exact\", \"remote\": [\"FIELD\", \"ONSITE\"],"
                + " \"any_of\": [{\"near\": \"19.07,72.87\", \"radius_km\": 100}, {\"pay_min\": 15000, \"shift_from\":"
                + " \"20:00\", \"shift_to\": \"04:00\"}, {\"published_after\": \"P10D\", \"occupation.id\": \"-1201\"}],"
                + " \"none_of\": [{\"education\": \"BELOW_10TH\"}]";
        List<String> here = pages(groups, "postgres", "elasticsearch");

        assertTrue(here.size() > 2, () -> "only " + here.size() + " pages");
        assertEquals(here, pages(groups, "elasticsearch", "postgres"));
    }

    /// Going on, the stores taking turns; and back, which must be the same.
    private static List<String> pages(String body, String first, String second) {
        List<String> pages = new ArrayList<>();
        JsonObject page = search(body, first, Optional.empty());
        pages.add(page.getJsonArray("items").toString());
        while (!page.isNull("next")) {
            page = search(body, pages.size() % 2 == 0 ? first : second, Optional.of(page.getString("next")));
            pages.add(page.getJsonArray("items").toString());
        }
        for (int i = pages.size() - 2; i >= 0; i--) {
            page = search(body, i % 2 == 0 ? second : first, Optional.of(page.getString("prev")));
            assertEquals(pages.get(i), page.getJsonArray("items").toString());
        }
        assertTrue(page.isNull("prev"));
        return pages;
    }

    private static JsonObject search(String body, String store, Optional<String> cursor) {
        String at = cursor.map(token -> ", \"cursor\": \"" + token + '"').orElse("");
        var reply =
                stores.board().post("/api/jobs/search", '{' + body + ", \"read_model\": \"" + store + '"' + at + '}');
        assertEquals(200, reply.statusCode(), () -> new String(reply.body(), StandardCharsets.UTF_8));
        return Board.parse(reply);
    }

    private static FacetWish wish(String path) {
        return new FacetWish(JobFields.JOB.require(path), 20, Optional.of(JobFields.OPENINGS));
    }

    private static DocumentQuery query(List<Filter> filters) {
        Sort byId = new Sort.ByField(JobFields.JOB.require("id"), false);
        return DocumentQuery.of(JobFields.JOB, List.of(byId), stores.now()).where(filters.toArray(Filter[]::new));
    }

    private static Set<Long> ids(JobReadModel store, List<Filter> filters) {
        Set<Long> ids = new TreeSet<>();
        Answers.export(store, query(filters), document -> ids.add(Answers.id(document)));
        return ids;
    }
}
