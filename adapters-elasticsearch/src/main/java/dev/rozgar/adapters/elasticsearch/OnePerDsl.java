package dev.rozgar.adapters.elasticsearch;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.search.FieldCollapse;
import dev.rozgar.application.document.Count;
import dev.rozgar.application.document.DocumentField;
import dev.rozgar.application.document.DocumentPage;
import dev.rozgar.application.document.DocumentPage.Hit;
import dev.rozgar.application.document.DocumentPage.Total;
import dev.rozgar.application.document.DocumentQuery;
import dev.rozgar.application.document.PageShape;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What a page of one document of each kind tells besides: how many kinds match, and how many documents each
/// one on the page stands for. The search that collapses counts documents alone.
final class OnePerDsl {
    /// The parts of the reply that are read: without the kinds themselves, which may be thousands.
    static final String WANTED = "&filter_path=timed_out,_shards,aggregations.kinds,aggregations.shown";

    private static final String ALL = "all";
    private static final String KINDS = "kinds";
    private static final String SHOWN = "shown";
    private static final String VALUES = "values";
    private static final String FIRST = "first";

    private final DocumentQuery query;
    private final List<SearchReply.Hit> shown;
    private final DocumentField field;

    /// @param shown on the page
    OnePerDsl(DocumentQuery query, List<SearchReply.Hit> shown) {
        this.query = query;
        this.shown = shown;
        this.field = query.shape().onePer().orElseThrow();
    }

    /// Of several of each kind all come as inner hits, the first too. The outer ones then have no document:
    /// none is read twice.
    static FieldCollapse collapse(DocumentQuery query, DocumentField field) {
        return FieldCollapse.of(one -> {
            one.field(field.path());
            if (query.shape().each() == 1) return one;
            return one.innerHits(inner -> inner.name(FIRST)
                    .size(query.shape().each())
                    .sort(query.keys().stream().map(JobQueryDsl::sort).toList())
                    .source(whole -> whole.fetch(true)));
        });
    }

    /// Those that are no more than the page has; of several of each kind, those of no more kinds.
    static List<SearchReply.Hit> onPage(DocumentQuery query, List<SearchReply.Hit> found) {
        if (query.shape().each() == 1) return found.subList(0, Math.min(found.size(), query.room()));
        Set<Long> kinds = found.stream()
                .map(SearchReply.Hit::gathered)
                .distinct()
                .limit(query.room())
                .collect(Collectors.toSet());
        return found.stream().filter(hit -> kinds.contains(hit.gathered())).toList();
    }

    SearchRequest request() {
        List<FieldValue> values = shown.stream()
                .map(SearchReply.Hit::gathered)
                .distinct()
                .map(FieldValue::of)
                .toList();
        return SearchRequest.of(search -> {
            int least = query.ranking().least();
            if (least > 0)
                search.query(JobQueryDsl.ranked(query, query.filters())).minScore((double) least);
            else search.query(all -> all.bool(bool -> bool.filter(JobQueryDsl.conditions(query, query.filters()))));
            search.size(0)
                    .trackTotalHits(none -> none.enabled(false))
                    .aggregations(
                            SHOWN,
                            some -> some.filter(only -> only.terms(
                                            terms -> terms.field(field.path()).terms(list -> list.value(values))))
                                    .aggregations(
                                            VALUES,
                                            each -> each.terms(terms ->
                                                    terms.field(field.path()).size(Math.max(1, values.size())))));
            if (query.count() == Count.NONE) return search;
            return search.aggregations(
                            ALL,
                            all -> all.terms(terms -> terms.field(field.path()).size(PageShape.MOST_APART + 1)))
                    .aggregations(
                            KINDS,
                            kinds -> kinds.statsBucket(
                                    stats -> stats.bucketsPath(path -> path.single(ALL + ">_count"))));
        });
    }

    DocumentPage told(DocumentPage page, SearchReply reply) {
        JsonObject counted = reply.aggregations().orElseThrow();
        Map<Long, Long> numbers = new HashMap<>();
        JsonObject each = counted.getJsonObject(SHOWN).getJsonObject(VALUES);
        for (JsonObject bucket : each.getJsonArray("buckets").getValuesAs(JsonObject.class))
            numbers.put(
                    bucket.getJsonNumber("key").longValueExact(),
                    bucket.getJsonNumber("doc_count").longValueExact());
        Map<Long, Long> together =
                shown.stream().collect(Collectors.groupingBy(SearchReply.Hit::gathered, Collectors.counting()));
        List<Hit> hits = new ArrayList<>();
        for (int i = 0; i < shown.size(); i++) {
            long kind = shown.get(i).gathered();
            // Some may have gone in between.
            long others = numbers.getOrDefault(kind, 0L) - together.getOrDefault(kind, 0L);
            hits.add(page.hits().get(i).collapsed(Math.max(0, others)));
        }
        Optional<Total> total = query.count() == Count.NONE
                ? Optional.empty()
                : Optional.of(Total.limited(
                        counted.getJsonObject(KINDS).getJsonNumber("count").longValueExact()));
        return page.telling(hits).counted(total);
    }
}
