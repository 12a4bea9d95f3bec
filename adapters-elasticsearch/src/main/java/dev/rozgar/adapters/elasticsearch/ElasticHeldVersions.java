package dev.rozgar.adapters.elasticsearch;

import co.elastic.clients.elasticsearch._types.FieldSort;
import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOptions;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.mapping.FieldType;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.search.Hit;
import dev.rozgar.application.PortFailure;
import dev.rozgar.application.indexing.HeldVersions;
import java.util.List;

/// By `_version`, which can be sorted by but has no index: each question looks at every document, some milliseconds for
/// a million.
final class ElasticHeldVersions implements HeldVersions {
    private static final String VERSION = "_version";
    private static final String ID = "id";

    private final Wire wire;
    private final Names names;

    ElasticHeldVersions(Wire wire, Names names) {
        this.wire = wire;
        this.names = names;
    }

    @Override
    public long highest() {
        return find(SearchRequest.of(search -> everything(search).size(1).sort(by(VERSION, SortOrder.Desc)))).stream()
                .mapToLong(Held::version)
                .findFirst()
                .orElse(0);
    }

    @Override
    public List<Held> after(long version, long id, int most) {
        return find(SearchRequest.of(search -> everything(search)
                .size(most)
                .sort(by(VERSION, SortOrder.Asc), by(ID, SortOrder.Asc))
                .searchAfter(FieldValue.of(version), FieldValue.of(id))));
    }

    private SearchRequest.Builder everything(SearchRequest.Builder search) {
        return search.index(names.write(), names.building())
                .ignoreUnavailable(true)
                .allowPartialSearchResults(false)
                .source(none -> none.fetch(false))
                .trackTotalHits(none -> none.enabled(false))
                .version(true);
    }

    private static SortOptions by(String field, SortOrder order) {
        // An index that has no document yet knows no type either.
        return SortOptions.of(sort ->
                sort.field(FieldSort.of(by -> by.field(field).order(order).unmappedType(FieldType.Long))));
    }

    private List<Held> find(SearchRequest request) {
        return ElasticFailures.calling("search versions", () -> wire.admin().search(request, Void.class))
                .hits()
                .hits()
                .stream()
                .map(ElasticHeldVersions::held)
                .toList();
    }

    private static Held held(Hit<Void> hit) {
        Long version = hit.version();
        String id = hit.id();
        if (version == null || id == null) throw PortFailure.broken("search versions: a hit without a version", null);
        return new Held(Long.parseLong(id), version);
    }
}
