package dev.rozgar.adapters.elasticsearch;

import co.elastic.clients.elasticsearch._types.DistanceUnit;
import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortMode;
import co.elastic.clients.elasticsearch._types.SortOptions;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch._types.query_dsl.UntypedRangeQuery;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.search.TrackHits;
import co.elastic.clients.json.JsonData;
import dev.rozgar.application.document.Count;
import dev.rozgar.application.document.DocumentQuery;
import dev.rozgar.application.document.DocumentSchema;
import dev.rozgar.application.document.DocumentSchema.Window;
import dev.rozgar.application.document.Filter;
import dev.rozgar.application.document.Filter.Bound;
import dev.rozgar.application.document.Rank;
import dev.rozgar.application.document.Sort;
import dev.rozgar.application.document.Value;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/// A [DocumentQuery] in Elasticsearch's words. Everything stands in filter context, so nothing is scored but
/// by the query's own ranks; the documents come back as they were stored, because any choosing among their
/// fields would have the server parse and rewrite them.
final class JobQueryDsl {
    /// Always with milliseconds. Elasticsearch rounds a bound that lacks them up to the end of its second.
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private JobQueryDsl() {}

    /// One document more than the page holds, to learn whether another page follows.
    ///
    /// @param spread whether the index lies on several shards
    static SearchRequest search(DocumentQuery query, boolean spread) {
        FacetDsl facets = new FacetDsl(query, spread);
        return SearchRequest.of(search -> {
            search.size(query.room() + 1)
                    .query(ranked(query, facets.common()))
                    .sort(sorts(query))
                    .trackTotalHits(counted(query.count()));
            query.shape()
                    .onePer()
                    .ifPresentOrElse(
                            field -> search.collapse(OnePerDsl.collapse(query, field))
                                    .from(query.skipped()),
                            () -> query.after()
                                    .ifPresent(cursor -> search.searchAfter(SortKeys.searchAfter(query, cursor))));
            if (query.shape().each() > 1) search.source(none -> none.fetch(false));
            if (query.ranking().least() > 0)
                search.minScore((double) query.ranking().least());
            facets.addTo(search);
            return search;
        });
    }

    /// Documents that fulfil these, with their points.
    static Query ranked(DocumentQuery query, List<Filter> filters) {
        return Query.of(all -> all.bool(bool -> {
            bool.filter(conditions(query, filters));
            for (Rank rank : query.ranking().ranks()) bool.should(rank(rank));
            return bool;
        }));
    }

    private static TrackHits counted(Count count) {
        return switch (count) {
            case LIMITED -> TrackHits.of(hits -> hits.count(Count.LIMIT));
            case EXACT -> TrackHits.of(hits -> hits.enabled(true));
            case NONE -> TrackHits.of(hits -> hits.enabled(false));
        };
    }

    static List<Query> conditions(DocumentQuery query, List<Filter> filters) {
        return conditions(query.schema(), query.asOf(), filters);
    }

    /// That a document is shown at the moment, and fulfils all of these.
    static List<Query> conditions(DocumentSchema schema, Instant now, List<Filter> filters) {
        List<Query> conditions = new ArrayList<>();
        schema.window().ifPresent(window -> conditions.addAll(shown(window, now)));
        filters.forEach(filter -> conditions.add(condition(filter)));
        return conditions;
    }

    private static List<Query> shown(Window window, Instant now) {
        JsonData at = JsonData.of(MOMENT.format(now));
        return List.of(
                range(UntypedRangeQuery.of(range -> range.field(window.from()).lte(at))),
                range(UntypedRangeQuery.of(range -> range.field(window.until()).gt(at))));
    }

    static Query condition(Filter filter) {
        return switch (filter) {
            case Filter.OneOf any -> oneOf(any);
            case Filter.Range range -> range(range);
            case Filter.Missing missing -> without(exists(missing));
            case Filter.Near near -> near(near);
            case Filter.Words words -> WordsDsl.of(words);
            case Filter.Not not -> without(condition(not.condition()));
            case Filter.AnyOf any ->
                anyOf(any.conditions().stream().map(JobQueryDsl::condition).toList());
            case Filter.Groups any ->
                anyOf(any.groups().stream().map(JobQueryDsl::allOf).toList());
        };
    }

    static Query anyOf(List<Query> queries) {
        return Query.of(query -> query.bool(bool -> bool.should(queries).minimumShouldMatch("1")));
    }

    private static Query allOf(List<Filter> conditions) {
        List<Query> queries = conditions.stream().map(JobQueryDsl::condition).toList();
        return Query.of(query -> query.bool(bool -> bool.filter(queries)));
    }

    private static Query oneOf(Filter.OneOf any) {
        String field = any.field().path();
        List<FieldValue> values =
                any.values().stream().map(JobQueryDsl::literal).toList();
        return values.size() == 1
                ? Query.of(query -> query.term(term -> term.field(field).value(values.getFirst())))
                : Query.of(query -> query.terms(terms -> terms.field(field).terms(list -> list.value(values))));
    }

    private static Query range(Filter.Range filter) {
        return range(UntypedRangeQuery.of(range -> {
            range.field(filter.field().path());
            filter.from().ifPresent(bound -> lower(range, bound));
            filter.to().ifPresent(bound -> upper(range, bound));
            return range;
        }));
    }

    private static Query exists(Filter.Missing missing) {
        String field = missing.field().path();
        return Query.of(query -> query.exists(exists -> exists.field(field)));
    }

    private static Query near(Filter.Near near) {
        return Query.of(query -> query.geoDistance(distance -> distance.field(
                        near.field().path())
                .distance(near.radiusKm() * 1_000 + "m")
                .location(point -> point.latlon(latlon ->
                        latlon.lat(near.centre().latitude()).lon(near.centre().longitude())))));
    }

    private static Query without(Query query) {
        return Query.of(not -> not.bool(bool -> bool.mustNot(query)));
    }

    private static void lower(UntypedRangeQuery.Builder range, Bound bound) {
        JsonData value = JsonData.of(literal(bound.value())._get());
        if (bound.inclusive()) range.gte(value);
        else range.gt(value);
    }

    private static void upper(UntypedRangeQuery.Builder range, Bound bound) {
        JsonData value = JsonData.of(literal(bound.value())._get());
        if (bound.inclusive()) range.lte(value);
        else range.lt(value);
    }

    /// Untyped, because the typed range of numbers holds doubles, which are too coarse for a long.
    private static Query range(UntypedRangeQuery range) {
        return Query.of(query -> query.range(any -> any.untyped(range)));
    }

    private static FieldValue literal(Value value) {
        return switch (value) {
            case Value.Whole whole -> FieldValue.of(whole.number());
            case Value.Flag flag -> FieldValue.of(flag.on());
            case Value.Moment moment -> FieldValue.of(MOMENT.format(moment.instant()));
            case Value.Decimal _, Value.Word _, Value.Day _, Value.Real _ -> FieldValue.of(value.text());
        };
    }

    /// What is left otherwise counts for each document alike, and each step what it has above that; the best of them
    /// counts alone.
    private static Query rank(Rank rank) {
        List<Query> steps = new ArrayList<>();
        for (Rank.Step step : rank.steps()) {
            Query condition = condition(step.condition());
            steps.add(constant(condition, step.points()));
        }
        if (rank.otherwise() > 0) steps.add(constant(Query.of(all -> all.matchAll(every -> every)), rank.otherwise()));
        return Query.of(best -> best.disMax(max -> max.queries(steps)));
    }

    private static Query constant(Query condition, int points) {
        return Query.of(query ->
                query.constantScore(constant -> constant.filter(condition).boost((float) points)));
    }

    /// A page that goes back is read from its end: the other way round, the missing first. Of a list of one each the
    /// documents are numbered.
    private static List<SortOptions> sorts(DocumentQuery query) {
        boolean backwards = query.isBackwards() && query.shape().onePer().isEmpty();
        return query.keys().stream().map(sort -> sort(sort, backwards)).toList();
    }

    /// In the order of the list.
    static SortOptions sort(Sort sort) {
        return sort(sort, false);
    }

    private static SortOptions sort(Sort sort, boolean backwards) {
        SortOrder order = sort.descending() == backwards ? SortOrder.Asc : SortOrder.Desc;
        return switch (sort) {
            case Sort.ByField by -> byField(by, order, backwards ? "_first" : "_last");
            case Sort.ByScore _ -> SortOptions.of(options -> options.score(score -> score.order(order)));
            case Sort.ByDistance by -> byDistance(by, order);
        };
    }

    private static SortOptions byField(Sort.ByField sort, SortOrder order, String missing) {
        return SortOptions.of(options -> options.field(field -> {
            field.field(sort.field().path()).order(order);
            if (!sort.field().isAlwaysPresent()) field.missing(missing);
            return field;
        }));
    }

    private static SortOptions byDistance(Sort.ByDistance sort, SortOrder order) {
        return SortOptions.of(options -> options.geoDistance(distance -> distance.field(
                        sort.field().path())
                .location(point -> point.latlon(latlon ->
                        latlon.lat(sort.centre().latitude()).lon(sort.centre().longitude())))
                .order(order)
                .unit(DistanceUnit.Meters)
                .mode(SortMode.Min)));
    }
}
