package dev.rozgar.adapters.elasticsearch;

import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.json.SimpleJsonpMapper;
import dev.rozgar.application.PortFailure;
import dev.rozgar.application.document.Document;
import dev.rozgar.application.document.DocumentPage;
import dev.rozgar.application.document.DocumentPage.Total;
import dev.rozgar.application.document.DocumentQuery;
import dev.rozgar.application.document.DocumentSchema;
import dev.rozgar.application.document.Selection;
import dev.rozgar.application.document.Tally;
import dev.rozgar.application.document.Ways;
import dev.rozgar.application.listing.JobReadModel;
import dev.rozgar.domain.job.JobId;
import jakarta.json.JsonException;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/// Listed jobs from the searchable copy: one call a page, documents as they lie in the reply.
final class ElasticJobReadModel implements JobReadModel {
    private static final JsonProvider JSON = JsonProvider.provider();

    private final ClassicHttpClient http;
    private final DocumentSchema schema;
    private final String searchPath;
    private final String documentPath;
    /// Whether the index was last seen to lie on several shards.
    private volatile boolean spread;

    /// @param index or an alias
    ElasticJobReadModel(ClassicHttpClient http, String index, DocumentSchema schema) {
        // A page that lacks what a lost shard holds would be a wrong answer, so it is none.
        this(http, schema, '/' + index + "/_search?allow_partial_search_results=false", '/' + index + "/_source/");
    }

    private ElasticJobReadModel(ClassicHttpClient http, DocumentSchema schema, String searchPath, String documentPath) {
        this.http = http;
        this.schema = schema;
        this.searchPath = searchPath;
        this.documentPath = documentPath;
    }

    /// The same, and the server gives up a search after this time, as its caller has.
    ElasticJobReadModel within(Duration most) {
        return new ElasticJobReadModel(http, schema, searchPath + "&timeout=" + most.toMillis() + "ms", documentPath);
    }

    /// The same by another way.
    ElasticJobReadModel over(ClassicHttpClient other) {
        return new ElasticJobReadModel(other, schema, searchPath, documentPath);
    }

    @Override
    public DocumentPage search(DocumentQuery query) {
        boolean asked = spread;
        try {
            SearchReply found = found(query, asked);
            if (query.facets().isEmpty()) return counted(query, found);
            spread = found.shards() > 1;
            // Nobody had known that there are several: what the few best values of each add up to may be wrong.
            if (spread && !asked) found = found(query, true);
            return counted(query, found)
                    .counting(FacetReply.facets(query, found.aggregations().orElseThrow()));
        } catch (IllegalArgumentException
                | ClassCastException
                | ArithmeticException
                | NoSuchElementException
                | JsonException defect) {
            throw ElasticFailures.senseless("search", defect);
        }
    }

    @Override
    public List<Long> count(Tally tally) {
        try {
            SearchReply found = found(searchPath, bytes(TallyDsl.search(tally)));
            return TallyDsl.counts(tally, found.aggregations().orElseThrow());
        } catch (IllegalArgumentException
                | ClassCastException
                | ArithmeticException
                | NoSuchElementException
                | JsonException defect) {
            throw ElasticFailures.senseless("count", defect);
        }
    }

    private SearchReply found(DocumentQuery query, boolean many) {
        return found(searchPath, body(query, many), query.shape().onePer().isEmpty());
    }

    private SearchReply found(String path, byte[] body) {
        return found(path, body, false);
    }

    /// @param plain as for [SearchReply#read]
    private SearchReply found(String path, byte[] body, boolean plain) {
        HttpReply reply = ElasticFailures.calling("search", () -> Wire.send(http, "POST", path, body));
        if (reply.statusCode() != 200) throw ElasticFailures.answered("search", reply);
        SearchReply found = SearchReply.read(reply.buffer(), reply.length(), plain);
        if (found.partial()) throw PortFailure.unavailable("search: a part of the index did not answer", null);
        return found;
    }

    /// Where [#search] sends its [#body].
    String path() {
        return searchPath;
    }

    /// For an index on one shard.
    static byte[] body(DocumentQuery query) {
        return body(query, false);
    }

    private static byte[] body(DocumentQuery query, boolean many) {
        return bytes(JobQueryDsl.search(query, many));
    }

    private static byte[] bytes(SearchRequest request) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
        try (JsonGenerator generator = JSON.createGenerator(bytes)) {
            request.serialize(generator, SimpleJsonpMapper.INSTANCE);
        }
        return bytes.toByteArray();
    }

    /// A page whose documents stand for others takes one more call, which counts those.
    private DocumentPage counted(DocumentQuery query, SearchReply reply) {
        DocumentPage page = page(query, reply);
        if (query.shape().onePer().isEmpty()) return page;
        List<SearchReply.Hit> shown = shown(query, reply);
        OnePerDsl counting = new OnePerDsl(query, shown);
        return counting.told(page, found(searchPath + OnePerDsl.WANTED, bytes(counting.request())));
    }

    private static DocumentPage page(DocumentQuery query, SearchReply reply) {
        List<SearchReply.Hit> hits = shown(query, reply);
        boolean more = reply.outer() > query.room();
        Ways ways = Ways.of(
                query,
                hits.size(),
                more,
                () -> SortKeys.cursor(query, hits.getFirst().sortKeys()),
                () -> SortKeys.cursor(query, hits.getLast().sortKeys()));
        // A count that stopped early stopped at the limit.
        Optional<Total> total = reply.hits().map(counted -> new Total(counted.value(), counted.exact()));
        List<DocumentPage.Hit> told = query.tells()
                ? SearchReply.sortKeys(hits).stream()
                        .map(keys -> DocumentPage.Hit.of(query, SortKeys.values(query, keys)))
                        .toList()
                : List.of();
        Optional<Selection> fields = query.shape().fields();
        return DocumentPage.upTo(
                query, hits.stream().map(hit -> cut(hit.document(), fields)).toList(), ways, total, told);
    }

    /// As many as the page holds, in the order of the list.
    private static List<SearchReply.Hit> shown(DocumentQuery query, SearchReply reply) {
        List<SearchReply.Hit> read = OnePerDsl.onPage(query, reply.found());
        boolean turned = query.isBackwards() && query.shape().onePer().isEmpty();
        return turned ? read.reversed() : read;
    }

    private static Document cut(Document document, Optional<Selection> fields) {
        return fields.map(some -> Slices.of(document, some)).orElse(document);
    }

    /// Sees a document as soon as it is indexed, without waiting for a refresh.
    @Override
    public Optional<Document> find(JobId id, Instant now, Optional<Selection> fields) {
        HttpReply reply = ElasticFailures.calling("find", () -> Wire.get(http, documentPath + id.value()));
        if (ElasticFailures.isMissingDocument(reply)) return Optional.empty();
        if (reply.statusCode() != 200) throw ElasticFailures.answered("find", reply);
        Document document = new Document(reply.buffer(), 0, reply.length());
        return isShown(reply, now) ? Optional.of(cut(document, fields)) : Optional.empty();
    }

    private boolean isShown(HttpReply document, Instant now) {
        try {
            return Shown.at(now, schema, new JsonScanner(document.buffer(), 0, document.length()));
        } catch (IllegalArgumentException defect) {
            throw ElasticFailures.senseless("find", defect);
        }
    }
}
