package dev.rozgar.adapters.elasticsearch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rozgar.application.document.Document;
import dev.rozgar.application.document.DocumentField;
import dev.rozgar.application.listing.JobFields;
import jakarta.json.JsonArray;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SearchReplyTest {
    private static final String WHOLE = """
            {"took":3,"timed_out":false,"_shards":{"total":2,"successful":2,"skipped":0,"failed":0},
             "hits":{"total":{"value":10000,"relation":"gte"},"max_score":null,"hits":[
              {"_index":"i","_id":"2","_score":null,"_source":{"id":2, "hits":[{"sort":9}]},"sort":[1772357400000,"a\\"b",2]},
              {"_index":"i","_id":"1","_score":null,"_source":{"id":1},"sort":[null,"Infinity",1]}]}}""";

    @Test
    void findsTheDocumentsByteForByte() {
        assertEquals(
                List.of("{\"id\":2, \"hits\":[{\"sort\":9}]}", "{\"id\":1}"),
                read(WHOLE).found().stream()
                        .map(SearchReply.Hit::document)
                        .map(Document::toString)
                        .toList());
    }

    @Test
    void findsTheSortKeysOfEachHit() {
        List<SearchReply.Hit> found = read(WHOLE).found();
        List<String> expected = List.of("[1772357400000,\"a\\\"b\",2]", "[null,\"Infinity\",1]");

        assertEquals(
                expected, found.stream().map(hit -> hit.sortKeys().toString()).toList());
        assertEquals(
                expected,
                SearchReply.sortKeys(found).stream().map(JsonArray::toString).toList());
        assertEquals(List.of(), SearchReply.sortKeys(List.of()));
    }

    @Test
    void findsTheSameWhereItNeedNotLookAtAllOfTheDocuments() {
        String text = """
                {"timed_out":false,"_shards":{"total":1,"failed":0},"hits":{"hits":[\
                {"_id":"2","_source":{"id":2,"a":{"b":[{}]},"title":"},\\"sort\\":[","sort":[1]},"sort":[7,2]},\
                {"_id":"1","_source":{"id":1,"a":{}},"sort":[5,1]},\
                {"_id":"0","_source":{"id":0,"a":{}} , "sort":[3,0]}]}}""";

        assertEquals(hits(read(text, false)), hits(read(text, true)));
        assertEquals(3, read(text, true).found().size());
    }

    /// On it rests what is passed over without being looked at.
    @Test
    void noFieldIsCalledAsTheSortKeysAre() {
        assertTrue(JobFields.JOB.fields().stream()
                .map(DocumentField::path)
                .flatMap(path -> Stream.of(path.split("\\.")))
                .noneMatch("sort"::equals));
    }

    private static List<String> hits(SearchReply reply) {
        return reply.found().stream()
                .map(hit -> hit.document() + " " + hit.sortKeys())
                .toList();
    }

    @Test
    void takesTheGatheredHitsForTheirFirstOne() {
        SearchReply reply = read("""
                {"timed_out":false,"_shards":{"failed":0},"hits":{"hits":[
                 {"_id":"2","fields":{"company.id":[7]},"sort":[9],"inner_hits":{"first":{"hits":{"total":{"value":5,
                  "relation":"eq"},"hits":[{"_id":"2","_source":{"id":2},"sort":[9]},{"_id":"1","_source":{"id":1},"sort":[3]}]}}}},
                 {"_id":"4","fields":{"company.id":[8]},"sort":[5],"inner_hits":{"first":{"hits":{"hits":[
                  {"_id":"4","_source":{"id":4},"sort":[5]}]}}}},
                 {"_id":"5","fields":{"company.id":[9]},"sort":[1],"inner_hits":{"first":{"hits":{"hits":[]}}}}]}}""");

        assertEquals(
                List.of("7 {\"id\":2} [9]", "7 {\"id\":1} [3]", "8 {\"id\":4} [5]"),
                reply.found().stream()
                        .map(hit -> hit.gathered() + " " + hit.document() + " " + hit.sortKeys())
                        .toList());
        assertEquals(3, reply.outer());
    }

    @Test
    void knowsACountThatStoppedEarly() {
        assertEquals(
                Optional.of(new SearchReply.Counted(10_000, false)), read(WHOLE).hits());
    }

    @Test
    void hasNoCountWhereNoneWasAskedFor() {
        SearchReply reply = read("{\"timed_out\":false,\"_shards\":{\"failed\":0},\"hits\":{\"hits\":[]}}");

        assertEquals(Optional.empty(), reply.hits());
    }

    @Test
    void keepsTheAggregationsAndTheNumberOfShards() {
        SearchReply reply =
                read(WHOLE.substring(0, WHOLE.length() - 1) + ",\"aggregations\":{\"f0\":{\"buckets\":[]}}}");

        assertEquals(
                "{\"f0\":{\"buckets\":[]}}", reply.aggregations().orElseThrow().toString());
        assertEquals(2, reply.shards());
        assertEquals(Optional.empty(), read(WHOLE).aggregations());
    }

    @Test
    void isWholeWhenEveryShardAnsweredInTime() {
        assertFalse(read(WHOLE).partial());
    }

    @Test
    void isPartialWhenAShardFailed() {
        assertTrue(read(WHOLE.replace("\"failed\":0", "\"failed\":1")).partial());
    }

    @Test
    void isPartialWhenTheTimeRanOut() {
        assertTrue(
                read(WHOLE.replace("\"timed_out\":false", "\"timed_out\":true")).partial());
    }

    @Test
    void refusesAReplyThatIsCutOff() {
        for (int cut = 0; cut < WHOLE.length() - 1; cut++) {
            String part = WHOLE.substring(0, cut);
            assertThrows(IllegalArgumentException.class, () -> read(part), part);
        }
    }

    @Test
    void refusesAHitWithoutADocument() {
        assertThrows(IllegalArgumentException.class, () -> read("{\"hits\":{\"hits\":[{\"_id\":\"1\"}]}}"));
    }

    private static SearchReply read(String text) {
        return read(text, false);
    }

    private static SearchReply read(String text, boolean plain) {
        byte[] bytes = text.getBytes(UTF_8);
        return SearchReply.read(bytes, bytes.length, plain);
    }
}
