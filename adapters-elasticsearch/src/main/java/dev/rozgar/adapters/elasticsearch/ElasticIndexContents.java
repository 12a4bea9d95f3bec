package dev.rozgar.adapters.elasticsearch;

import dev.rozgar.application.document.Document;
import dev.rozgar.application.document.DocumentPage;
import dev.rozgar.application.document.DocumentQuery;
import dev.rozgar.application.document.DocumentSchema;
import dev.rozgar.application.indexing.IndexEntry;
import dev.rozgar.application.rebuild.IndexContents;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// What an index holds, read back as the bytes that were put in.
final class ElasticIndexContents implements IndexContents {
    private static final String PAGE = "{\"size\":%d,\"query\":{\"bool\":{\"must_not\":[{\"term\":{\""
            + JobMapping.REMOVED
            + "\":true}}]}},\"sort\":[{\"id\":\"asc\"}],\"search_after\":[%d],\"track_total_hits\":false}";

    private final Wire wire;
    private final Indexes indexes;
    private final DocumentSchema schema;

    ElasticIndexContents(Wire wire, Indexes indexes, DocumentSchema schema) {
        this.wire = wire;
        this.indexes = indexes;
        this.schema = schema;
    }

    @Override
    public long count(String index) {
        return indexes.documents(index);
    }

    @Override
    public List<IndexEntry> after(String index, long id, int most) {
        String path = '/' + index + "/_search?allow_partial_search_results=false";
        HttpReply reply = send("read documents", path, PAGE.formatted(most, id));
        try {
            return SearchReply.read(reply.buffer(), reply.length()).found().stream()
                    .map(hit -> new IndexEntry(
                            hit.sortKeys().getJsonNumber(0).longValueExact(), 0, Optional.of(hit.document())))
                    .toList();
        } catch (IllegalArgumentException | ClassCastException | ArithmeticException defect) {
            throw ElasticFailures.senseless("read documents", defect);
        }
    }

    @Override
    public List<IndexEntry> of(String index, Collection<Long> ids) {
        if (ids.isEmpty()) return List.of();
        String all = ids.stream().map(id -> "\"" + id + '"').collect(Collectors.joining(","));
        HttpReply reply = send("get documents", '/' + index + "/_mget", "{\"ids\":[" + all + "]}");
        try {
            return found(reply);
        } catch (IllegalArgumentException defect) {
            throw ElasticFailures.senseless("get documents", defect);
        }
    }

    private HttpReply send(String doing, String path, String body) {
        HttpReply reply = ElasticFailures.calling(
                doing, () -> Wire.send(wire.raw(), "POST", path, body.getBytes(StandardCharsets.UTF_8)));
        if (reply.statusCode() != 200) throw ElasticFailures.answered(doing, reply);
        return reply;
    }

    private static List<IndexEntry> found(HttpReply reply) {
        List<IndexEntry> found = new ArrayList<>();
        JsonScanner json = new JsonScanner(reply.buffer(), 0, reply.length());
        json.enter('{');
        while (json.member()) {
            if (!json.is("docs")) {
                json.skip();
                continue;
            }
            json.enter('[');
            while (json.element()) entry(json, reply.buffer()).ifPresent(found::add);
        }
        return found;
    }

    private static Optional<IndexEntry> entry(JsonScanner json, byte[] reply) {
        long id = 0;
        Optional<Document> document = Optional.empty();
        json.enter('{');
        while (json.member()) {
            if (json.is("_id")) {
                id = Long.parseLong(json.raw().replace("\"", ""));
            } else if (json.is("_source")) {
                int start = json.position();
                json.skip();
                document = Optional.of(new Document(reply, start, json.position() - start));
            } else {
                json.skip();
            }
        }
        long held = id;
        return document.filter(found -> !Arrays.equals(found.bytes(), BulkWrite.marker(held)))
                .map(found -> new IndexEntry(held, 0, Optional.of(found)));
    }

    @Override
    public DocumentPage search(String index, DocumentQuery query) {
        // Markers lack the window's fields, so the query leaves them out by itself.
        return new ElasticJobReadModel(wire.raw(), index, schema).search(query);
    }
}
