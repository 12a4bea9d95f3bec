package dev.rozgar.adapters.elasticsearch;

import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import dev.rozgar.application.document.DocumentQuery;
import dev.rozgar.application.document.FacetWish;
import dev.rozgar.application.document.Filter;
import dev.rozgar.application.document.Kind;
import dev.rozgar.application.document.PlacePath;
import java.util.ArrayList;
import java.util.List;

/// The facets of a page in Elasticsearch's words, in the same search: what a facet leaves out chooses the
/// hits after all is counted, and stands as a filter around every other facet.
final class FacetDsl {
    /// The aggregation of values where it stands inside of a filter.
    static final String VALUES = "values";

    static final String LABEL = "label";
    static final String SUM = "sum";

    private final DocumentQuery query;
    private final boolean spread;
    private final List<Filter> common = new ArrayList<>();
    private final List<Filter> owned = new ArrayList<>();

    /// @param spread whether the index lies on several shards. Each then tells of all its values: the ones that most
    /// documents have there need not be those that most have in all.
    FacetDsl(DocumentQuery query, boolean spread) {
        this.query = query;
        this.spread = spread;
        for (Filter filter : query.filters())
            (query.facets().stream().anyMatch(wish -> wish.owns(filter)) ? owned : common).add(filter);
    }

    /// The name of a facet's aggregation. A path may hold what a name may not.
    static String name(int facet) {
        return "f" + facet;
    }

    /// What chooses the documents that matter to any facet.
    List<Filter> common() {
        return common;
    }

    void addTo(SearchRequest.Builder search) {
        if (!owned.isEmpty()) search.postFilter(all(owned));
        for (int i = 0; i < query.facets().size(); i++)
            search.aggregations(name(i), facet(query.facets().get(i)));
    }

    private Aggregation facet(FacetWish wish) {
        List<Filter> others =
                owned.stream().filter(filter -> !wish.owns(filter)).toList();
        Aggregation values = values(wish);
        return others.isEmpty()
                ? values
                : Aggregation.of(facet -> facet.filter(all(others)).aggregations(VALUES, values));
    }

    private Aggregation values(FacetWish wish) {
        return Aggregation.of(values -> {
            var facet = values.terms(terms -> {
                terms.field(wish.field().path()).size(wish.read());
                if (wish.field().kind() == Kind.PLACE) terms.exclude(ids -> ids.regexp(PlacePath.ID + ".*"));
                return spread ? terms.shardSize(Integer.MAX_VALUE) : terms;
            });
            wish.field()
                    .label()
                    .ifPresent(label -> facet.aggregations(
                            LABEL,
                            one -> one.terms(terms -> terms.field(label.path()).size(1))));
            wish.summed()
                    .ifPresent(summed -> facet.aggregations(
                            SUM, one -> one.sum(sum -> sum.field(summed.field().path()))));
            return facet;
        });
    }

    private static Query all(List<Filter> filters) {
        List<Query> conditions = filters.stream().map(JobQueryDsl::condition).toList();
        return conditions.size() == 1
                ? conditions.getFirst()
                : Query.of(query -> query.bool(bool -> bool.filter(conditions)));
    }
}
