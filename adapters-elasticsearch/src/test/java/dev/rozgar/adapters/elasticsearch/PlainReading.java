package dev.rozgar.adapters.elasticsearch;

import dev.rozgar.application.document.DocumentQuery;
import dev.rozgar.application.document.Facet;
import dev.rozgar.application.document.Facet.Bucket;
import dev.rozgar.application.document.FacetWish;
import dev.rozgar.application.document.Filter;
import dev.rozgar.application.document.Filter.Bound;
import dev.rozgar.application.document.Sort;
import dev.rozgar.application.document.Value;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// The meaning of a query in plain Java: the judge of the read model.
final class PlainReading {
    private PlainReading() {}

    /// All documents of a query, whatever its limit.
    static List<String> of(List<Thing> things, DocumentQuery query) {
        return things.stream()
                .filter(thing -> isShown(thing, query.asOf()))
                .filter(thing -> query.filters().stream().allMatch(filter -> holds(filter, thing)))
                .sorted(order(query.order()))
                .map(Thing::json)
                .toList();
    }

    /// Whoever has a value is counted at it, whatever else is wanted of the field.
    static List<Facet> facets(List<Thing> things, DocumentQuery query) {
        return query.facets().stream().map(wish -> facet(things, query, wish)).toList();
    }

    private static Facet facet(List<Thing> things, DocumentQuery query, FacetWish wish) {
        List<Filter> others =
                query.filters().stream().filter(filter -> !wish.owns(filter)).toList();
        Map<Value, List<Thing>> byValue = new HashMap<>();
        things.stream()
                .filter(thing -> isShown(thing, query.asOf()))
                .filter(thing -> others.stream().allMatch(filter -> holds(filter, thing)))
                .forEach(thing -> thing.at(wish.field().path()).stream()
                        .distinct()
                        .forEach(value -> byValue.computeIfAbsent(value, _ -> new ArrayList<>())
                                .add(thing)));
        return Facet.of(
                wish,
                byValue.entrySet().stream()
                        .map(entry -> bucket(entry.getKey(), entry.getValue()))
                        .sorted(Comparator.comparingLong(Bucket::count)
                                .reversed()
                                .thenComparing(Bucket::value, Thing::compare))
                        .toList());
    }

    private static Bucket bucket(Value value, List<Thing> things) {
        long sum = things.stream().mapToLong(Thing::id).sum();
        return new Bucket(value, Optional.empty(), things.size(), OptionalLong.of(sum));
    }

    private static boolean isShown(Thing thing, Instant now) {
        Value at = new Value.Moment(now);
        return Thing.compare(thing.at("published_at").getFirst(), at) <= 0
                && Thing.compare(thing.at("expires_at").getFirst(), at) > 0;
    }

    private static boolean holds(Filter filter, Thing thing) {
        return switch (filter) {
            case Filter.OnField one -> holdsOn(one, thing.at(one.field().path()));
            case Filter.Words _ -> throw new IllegalArgumentException("things say nothing");
            case Filter.Not not -> !holds(not.condition(), thing);
            case Filter.AnyOf any -> any.conditions().stream().anyMatch(one -> holds(one, thing));
            case Filter.Groups any ->
                any.groups().stream().anyMatch(group -> group.stream().allMatch(one -> holds(one, thing)));
        };
    }

    private static boolean holdsOn(Filter.OnField filter, List<Value> values) {
        return switch (filter) {
            case Filter.OneOf any -> values.stream().anyMatch(any.values()::contains);
            case Filter.Range range ->
                values.stream()
                        .anyMatch(value -> range.from().stream()
                                        .allMatch(bound -> side(value, bound) > 0 || isOn(value, bound))
                                && range.to().stream().allMatch(bound -> side(value, bound) < 0 || isOn(value, bound)));
            case Filter.Missing _ -> values.isEmpty();
            case Filter.Near _ -> throw new IllegalArgumentException("things lie nowhere");
        };
    }

    private static int side(Value value, Bound bound) {
        return Thing.compare(value, bound.value());
    }

    private static boolean isOn(Value value, Bound bound) {
        return bound.inclusive() && side(value, bound) == 0;
    }

    private static Comparator<Thing> order(List<Sort> sorts) {
        return (one, other) -> {
            for (Sort sort : sorts) {
                if (!(sort instanceof Sort.ByField by)) throw new IllegalArgumentException("things have no points");
                int order = order(
                        sort, one.at(by.field().path()), other.at(by.field().path()));
                if (order != 0) return order;
            }
            return 0;
        };
    }

    private static int order(Sort sort, List<Value> one, List<Value> other) {
        if (one.isEmpty() || other.isEmpty()) return Boolean.compare(one.isEmpty(), other.isEmpty());
        int order = Thing.compare(one.getFirst(), other.getFirst());
        return sort.descending() ? -order : order;
    }
}
