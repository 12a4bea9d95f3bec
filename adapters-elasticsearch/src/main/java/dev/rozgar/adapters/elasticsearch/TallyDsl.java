package dev.rozgar.adapters.elasticsearch;

import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.aggregations.Buckets;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import dev.rozgar.application.document.Filter;
import dev.rozgar.application.document.Tally;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;

/// A [Tally] in Elasticsearch's words: no hits, and a bucket for each case.
final class TallyDsl {
    private static final String CASES = "cases";

    private TallyDsl() {}

    static SearchRequest search(Tally tally) {
        List<Query> cases = tally.cases().stream().map(TallyDsl::all).toList();
        List<Query> counted = new ArrayList<>(JobQueryDsl.conditions(tally.schema(), tally.asOf(), tally.common()));
        // What is in no case need not be asked about each.
        counted.add(JobQueryDsl.anyOf(cases));
        return SearchRequest.of(search -> search.size(0)
                .query(all -> all.bool(bool -> bool.filter(counted)))
                .trackTotalHits(hits -> hits.enabled(false))
                .aggregations(
                        CASES,
                        Aggregation.of(aggregation ->
                                aggregation.filters(filters -> filters.filters(Buckets.of(all -> all.array(cases)))))));
    }

    private static Query all(List<Filter> filters) {
        List<Query> conditions = filters.stream().map(JobQueryDsl::condition).toList();
        return switch (conditions.size()) {
            case 0 -> Query.of(query -> query.matchAll(all -> all));
            case 1 -> conditions.getFirst();
            default -> Query.of(query -> query.bool(bool -> bool.filter(conditions)));
        };
    }

    /// @param aggregations of the reply
    static List<Long> counts(Tally tally, JsonObject aggregations) {
        List<Long> counts = new ArrayList<>();
        for (JsonObject bucket :
                aggregations.getJsonObject(CASES).getJsonArray("buckets").getValuesAs(JsonObject.class))
            counts.add(bucket.getJsonNumber("doc_count").longValueExact());
        if (counts.size() != tally.cases().size())
            throw new IllegalArgumentException(
                    counts.size() + " numbers for " + tally.cases().size() + " cases");
        return counts;
    }
}
