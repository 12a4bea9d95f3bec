package dev.rozgar.adapters.elasticsearch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.rozgar.application.document.Count;
import dev.rozgar.application.document.Cursor;
import dev.rozgar.application.document.DocumentQuery;
import dev.rozgar.application.document.FacetWish;
import dev.rozgar.application.document.Filter;
import dev.rozgar.application.document.Filter.Bound;
import dev.rozgar.application.document.Sort;
import dev.rozgar.application.document.Value;
import dev.rozgar.application.listing.JobFields;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JobQueryDslTest {
    private static final Instant NOW = Instant.parse("2026-03-01T09:30:00Z");
    private static final DocumentQuery NEWEST = DocumentQuery.of(JobFields.JOB, JobFields.NEWEST_FIRST, NOW);

    @Test
    void asksForNothingThatIsNotNeeded() {
        assertEquals("""
                {"query":{"bool":{"filter":[\
                {"range":{"published_at":{"lte":"2026-03-01T09:30:00.000Z"}}},\
                {"range":{"expires_at":{"gt":"2026-03-01T09:30:00.000Z"}}}]}},\
                "size":21,\
                "sort":[{"published_at":{"order":"desc"}},{"id":{"order":"desc"}}],\
                "track_total_hits":10000}""", body(NEWEST));
    }

    @Test
    void comparesATextAsAWhole() {
        Filter title =
                new Filter.OneOf(JobFields.JOB.require("title"), List.of(new Value.Word("a"), new Value.Word("\"b\\")));

        assertContains("{\"terms\":{\"title\":[\"a\",\"\\\"b\\\\\"]}}", body(NEWEST.where(title)));
    }

    @Test
    void writesAWholeNumberWithoutRoundingIt() {
        Bound bound = new Bound(new Value.Whole(9_007_199_254_740_993L), false);
        Filter id = new Filter.Range(JobFields.JOB.require("id"), Optional.of(bound), Optional.empty());

        assertContains("{\"range\":{\"id\":{\"gt\":9007199254740993}}}", body(NEWEST.where(id)));
    }

    @Test
    void goesOnBehindACursorWithAMissingKey() {
        Sort sort = new Sort.ByField(JobFields.JOB.require("pay.derived.annual_min"), true);
        DocumentQuery query = DocumentQuery.of(JobFields.JOB, List.of(sort), NOW)
                .after(new Cursor(List.of(Optional.empty(), Optional.of(new Value.Whole(7)))));

        String body = body(query);

        assertContains("\"search_after\":[\"-Infinity\",7]", body);
        assertContains("{\"pay.derived.annual_min\":{\"missing\":\"_last\",\"order\":\"desc\"}}", body);
    }

    @Test
    void countsOnlyAsFarAsAsked() {
        assertContains("\"track_total_hits\":true", body(NEWEST.count(Count.EXACT)));
        assertContains("\"track_total_hits\":false", body(NEWEST.count(Count.NONE)));
    }

    @Test
    void neverHasTheServerRewriteADocument() {
        assertFalse(body(NEWEST).contains("_source"));
    }

    @Test
    void countsAFacetAmongWhatAllFiltersChooseIfNoneIsItsOwn() {
        String body = body(NEWEST.where(one("source", "api")).counting(List.of(wish("occupation.id"))));

        assertContains("{\"term\":{\"source\":{\"value\":\"api\"}}}]}}", body);
        assertContains("""
                {"aggregations":{"f0":{\
                "aggregations":{"sum":{"sum":{"field":"openings.total"}},\
                "label":{"terms":{"field":"occupation.label","size":1}}},\
                "terms":{"field":"occupation.id","size":6}}},\
                "query":""", body);
        assertFalse(body.contains("post_filter"));
    }

    @Test
    void leavesAFacetsOwnFiltersToTheOtherFacetsAndToTheHits() {
        DocumentQuery query =
                NEWEST.where(one("remote", "ONSITE"), one("source", "api"), new Filter.Not(one("language", "en")));
        String body = body(query.counting(List.of(wish("remote"), wish("language"))));
        String remote = "{\"term\":{\"remote\":{\"value\":\"ONSITE\"}}}";
        String language = "{\"bool\":{\"must_not\":[{\"term\":{\"language\":{\"value\":\"en\"}}}]}}";
        String sum = "\"aggregations\":{\"sum\":{\"sum\":{\"field\":\"openings.total\"}}}";

        assertContains(
                "\"f0\":{\"aggregations\":{\"values\":{" + sum + ",\"terms\":{\"field\":\"remote\",\"size\":6}}},"
                        + "\"filter\":" + language + "}",
                body);
        assertContains(
                "\"f1\":{\"aggregations\":{\"values\":{" + sum + ",\"terms\":{\"field\":\"language\",\"size\":6}}},"
                        + "\"filter\":" + remote + "}",
                body);
        assertContains("\"post_filter\":{\"bool\":{\"filter\":[" + remote + "," + language + "]}}", body);
        assertContains("{\"term\":{\"source\":{\"value\":\"api\"}}}]}},\"size\"", body);
    }

    private static Filter.OneOf one(String path, String word) {
        return new Filter.OneOf(JobFields.JOB.require(path), List.of(new Value.Word(word)));
    }

    private static FacetWish wish(String path) {
        return new FacetWish(JobFields.JOB.require(path), 5, Optional.of(JobFields.OPENINGS));
    }

    private static String body(DocumentQuery query) {
        return new String(ElasticJobReadModel.body(query), UTF_8);
    }

    private static void assertContains(String part, String whole) {
        assertEquals(part, whole.contains(part) ? part : whole);
    }
}
