package dev.rozgar.adapters.elasticsearch;

import dev.rozgar.application.checking.CheckedCopy;
import dev.rozgar.application.checking.Digest;
import dev.rozgar.application.checking.Held;
import dev.rozgar.application.checking.IdRange;
import dev.rozgar.application.checking.Print;
import dev.rozgar.application.document.Document;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.spi.JsonProvider;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// One index as the checker reads it, behind an alias without a filter.
///
/// `_version` has doc values, which aggregations and sorts may use, though no query may. So sums of versions need
/// no script and no field of their own. They are sums of doubles: exact while they stay below 2^53, which is the
/// caller's to see to.
final class ElasticCheckedCopy implements CheckedCopy {
    private static final JsonProvider JSON = JsonProvider.provider();

    private static final String REMOVED = "{\"term\":{\"" + JobMapping.REMOVED + "\":true}}";

    private static final String DIGESTS = """
            {"size":0,"track_total_hits":false,"query":{"range":{"id":{"gte":%d,"lte":%d}}},"aggs":{
              "newest":{"max":{"field":"_version"}},
              "listed":{"filter":{"bool":{"must_not":%s}},"aggs":{
                "slices":{"histogram":{"field":"id","interval":%d,"min_doc_count":1},"aggs":{
                  "versions":{"stats":{"field":"_version"}}}}}}}}
            """;

    private static final String PRINTS = """
            {"size":%d,"track_total_hits":false,"version":true,"sort":["id"],%s,
             "query":{"bool":{"filter":{"range":{"id":{"gte":%d,"lte":%d}}},"must_not":%s}}}
            """;

    /// Without stored fields nothing is read but doc values.
    private static final String BARE = "\"_source\":false,\"stored_fields\":\"_none_\"";

    private static final String WITH_TEXT = "\"_source\":true";

    private static final String ABOVE = """
            {"size":%d,"track_total_hits":false,"version":true,"sort":[{"_version":"desc"}],"docvalue_fields":["id"],%s,
             "query":{"range":{"id":{"gte":%d,"lte":%d}}}}
            """;

    private static final String FIRST = """
            {"size":1,"track_total_hits":false,"sort":["id"],%s,"query":{"range":{"id":{"gte":%d}}}}
            """;

    private static final String VISIBLE = """
            {"size":1,"track_total_hits":false,"version":true,"sort":["id"],%s,"query":{"term":{"id":%d}}}
            """;

    private final ClassicHttpClient http;
    private final String alias;

    /// @param alias of the write side, so that markers are seen as well
    ElasticCheckedCopy(ClassicHttpClient http, String alias) {
        this.http = http;
        this.alias = alias;
    }

    @Override
    public void refresh() {
        answered(ElasticFailures.calling("check", () -> Wire.get(http, '/' + alias + "/_refresh")));
    }

    @Override
    public Optional<Long> firstFrom(long id) {
        return CheckReply.sorted(search(FIRST.formatted(BARE, id))).stream()
                .map(CheckReply.Hit::id)
                .findFirst();
    }

    @Override
    public Digests digests(IdRange range, int bits) {
        HttpReply reply = search(DIGESTS.formatted(range.first(), range.last(), REMOVED, 1L << bits));
        try (JsonReader reader = JSON.createReader(new ByteArrayInputStream(reply.buffer(), 0, reply.length()))) {
            JsonObject found = reader.readObject().getJsonObject("aggregations");
            Map<Long, Digest> slices = new HashMap<>();
            for (JsonObject slice : found.getJsonObject("listed")
                    .getJsonObject("slices")
                    .getJsonArray("buckets")
                    .getValuesAs(JsonObject.class)) {
                slices.put(whole(slice, "key"), digest(slice.getJsonObject("versions")));
            }
            return new Digests(slices, whole(found.getJsonObject("newest"), "value"));
        } catch (RuntimeException defect) {
            throw ElasticFailures.senseless("digests", defect);
        }
    }

    private static Digest digest(JsonObject stats) {
        return new Digest(whole(stats, "count"), whole(stats, "sum"), whole(stats, "min"), whole(stats, "max"));
    }

    /// Of nothing there is no number.
    private static long whole(JsonObject object, String name) {
        return object.isNull(name)
                ? 0
                : object.getJsonNumber(name).bigDecimalValue().longValue();
    }

    @Override
    public List<Print> prints(IdRange range, boolean hashed, int most) {
        String text = hashed ? WITH_TEXT : BARE;
        HttpReply reply = search(PRINTS.formatted(most, text, range.first(), range.last(), REMOVED));
        return CheckReply.sorted(reply).stream()
                .map(hit -> new Print(
                        hit.id(), hit.version(), hit.text().map(Print::hash).orElse(0L)))
                .toList();
    }

    @Override
    public List<Long> above(IdRange range, long version, int most) {
        return CheckReply.fielded(search(ABOVE.formatted(most, BARE, range.first(), range.last()))).stream()
                .takeWhile(hit -> hit.version() > version)
                .map(CheckReply.Hit::id)
                .toList();
    }

    @Override
    public Map<Long, Held> held(Collection<Long> ids) {
        if (ids.isEmpty()) return Map.of();
        String listed = ids.stream().map(id -> "\"" + id + '"').collect(Collectors.joining(",", "{\"ids\":[", "]}"));
        HttpReply reply = send("/_mget", listed);
        Map<Long, Held> held = new HashMap<>();
        for (CheckReply.Hit hit : CheckReply.documents(reply)) {
            Optional<Document> text = hit.text().filter(document -> !isMarker(document));
            held.put(hit.id(), new Held(hit.version(), text));
        }
        return held;
    }

    private static boolean isMarker(Document document) {
        JsonScanner json = new JsonScanner(document.bytes(), 0, document.length());
        json.enter('{');
        while (json.member()) {
            if (json.is(JobMapping.REMOVED)) return json.isTrue();
            json.skip();
        }
        return false;
    }

    @Override
    public Optional<Long> visible(long id) {
        return CheckReply.sorted(search(VISIBLE.formatted(BARE, id))).stream()
                .map(CheckReply.Hit::version)
                .findFirst();
    }

    private HttpReply search(String body) {
        return send("/_search?allow_partial_search_results=false", body);
    }

    private HttpReply send(String what, String body) {
        byte[] json = body.replace("\n", "").getBytes(StandardCharsets.UTF_8);
        return answered(ElasticFailures.calling("check", () -> Wire.send(http, "POST", '/' + alias + what, json)));
    }

    private static HttpReply answered(HttpReply reply) {
        if (reply.statusCode() != 200) throw ElasticFailures.answered("check", reply);
        return reply;
    }
}
