package dev.rozgar.application.document;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A list query that is already legal: its filters and sorts are declared, its sizes bounded, its order total.
///
/// @param filters all must hold
/// @param ranking what the score of a document is
/// @param order ends with the id, so no two documents share a place; built by [#orderedBy]
/// @param told keys that are told with each document and order nothing
/// @param facets what is counted besides, each field once
/// @param limit 1 to [#MAX_CHUNK] documents
/// @param after where the page begins, or ends if it goes back; at the first document if empty
/// @param asOf the "now" of the query, millisecond precision: only documents shown at this moment match
/// @param shape which of the documents that match are shown, and what of them
public record DocumentQuery(
        DocumentSchema schema,
        List<Filter> filters,
        Ranking ranking,
        List<Sort> order,
        List<Sort> told,
        List<FacetWish> facets,
        int limit,
        Optional<Cursor> after,
        Count count,
        Instant asOf,
        PageShape shape) {
    public static final int DEFAULT_LIMIT = 20;
    /// Of a page that a caller asks for.
    public static final int MAX_LIMIT = 100;
    /// Of what is read at once for our own purposes.
    public static final int MAX_CHUNK = 500;
    public static final int MAX_FILTERS = 20;
    /// Sort keys a caller may name; the id comes on top.
    public static final int MAX_SORTS = 3;
    public static final int MAX_FACETS = 10;

    public DocumentQuery {
        filters = List.copyOf(filters);
        order = List.copyOf(order);
        told = List.copyOf(told);
        facets = List.copyOf(facets);
        asOf = asOf.truncatedTo(ChronoUnit.MILLIS);
        if (filters.size() > MAX_FILTERS) throw new IllegalArgumentException("at most " + MAX_FILTERS + " filters");
        if (facets.size() > MAX_FACETS
                || facets.stream().map(FacetWish::field).distinct().count() < facets.size())
            throw new IllegalArgumentException("at most " + MAX_FACETS + " facets, each field once");
        if (limit < 1 || limit > MAX_CHUNK) throw new IllegalArgumentException("limit is 1 to " + MAX_CHUNK);
        if (order.isEmpty() || !isId(order.getLast())) throw new IllegalArgumentException("an order ends with id");
        if (ranking.least() > 0 && !(order.contains(new Sort.ByScore()) && facets.isEmpty() && shape.each() == 1))
            throw new IllegalArgumentException(
                    "points choose only what they order, nothing is counted of it, one each");
        int keys = shape.onePer().isPresent() ? 0 : order.size();
        if (after.isPresent() && after.get().keys().size() != keys)
            throw new IllegalArgumentException("a cursor of another order");
        if (shape.onePer().isPresent() && end(after, limit) >= PageShape.MOST_APART)
            throw new IllegalArgumentException("at most " + PageShape.MOST_APART + " one by one");
    }

    /// All documents that match, each of them whole.
    public DocumentQuery(
            DocumentSchema schema,
            List<Filter> filters,
            Ranking ranking,
            List<Sort> order,
            List<Sort> told,
            List<FacetWish> facets,
            int limit,
            Optional<Cursor> after,
            Count count,
            Instant asOf) {
        this(schema, filters, ranking, order, told, facets, limit, after, count, asOf, PageShape.WHOLE);
    }

    /// The whole list from its beginning, in the given order.
    public static DocumentQuery of(DocumentSchema schema, List<Sort> sorts, Instant asOf) {
        return new DocumentQuery(
                schema,
                List.of(),
                Ranking.NONE,
                orderedBy(schema, sorts),
                List.of(),
                List.of(),
                DEFAULT_LIMIT,
                Optional.empty(),
                Count.LIMITED,
                asOf);
    }

    public DocumentQuery where(Filter... more) {
        return new DocumentQuery(schema, List.of(more), ranking, order, told, facets, limit, after, count, asOf, shape);
    }

    /// The same documents by their points.
    ///
    /// @param equals the order of those with as many
    public DocumentQuery ranked(Ranking by, Sort... equals) {
        return new DocumentQuery(
                schema,
                filters,
                by,
                orderedBy(
                        schema,
                        Stream.concat(Stream.of(new Sort.ByScore()), Stream.of(equals))
                                .toList()),
                told,
                facets,
                limit,
                Optional.empty(),
                count,
                asOf,
                shape);
    }

    /// The same, told besides.
    public DocumentQuery telling(Sort... keys) {
        return new DocumentQuery(
                schema, filters, ranking, order, List.of(keys), facets, limit, after, count, asOf, shape);
    }

    /// The same, with the values of these fields counted.
    public DocumentQuery counting(List<FacetWish> wishes) {
        return new DocumentQuery(schema, filters, ranking, order, told, wishes, limit, after, count, asOf, shape);
    }

    /// The same in another shape, from its beginning.
    public DocumentQuery shaped(PageShape other) {
        return new DocumentQuery(
                schema, filters, ranking, order, told, facets, limit, Optional.empty(), count, asOf, other);
    }

    /// Whether the page ends at its cursor: what lies before, read from there on.
    public boolean isBackwards() {
        return after.map(Cursor::backwards).orElse(false);
    }

    /// How many documents lie before the page, of a list that shows one of each kind ([PageShape#onePer]).
    public int skipped() {
        return Math.max(0, end(after, limit) - limit);
    }

    /// The most documents that the page holds: fewer than the limit where so few lie before the end of a page of
    /// such a list.
    public int room() {
        return shape.onePer().isPresent() ? end(after, limit) - skipped() : limit;
    }

    /// How many documents of such a list lie before the end of a full page.
    private static int end(Optional<Cursor> after, int limit) {
        int place = after.map(Cursor::skipped).orElse(0);
        return after.map(Cursor::backwards).orElse(false) ? place : place + limit;
    }

    /// Whether a page may begin there: of a list of one of each kind only so many can be paged through.
    public boolean reaches(Cursor cursor) {
        return shape.onePer().isEmpty() || end(Optional.of(cursor), limit) < PageShape.MOST_APART;
    }

    /// All keys: of the order, and what is told besides.
    public List<Sort> keys() {
        return Stream.concat(order.stream(), told.stream()).toList();
    }

    /// Whether more is told of a document than itself.
    public boolean tells() {
        return shape.onePer().isPresent() || keys().stream().anyMatch(sort -> !(sort instanceof Sort.ByField));
    }

    public DocumentQuery limit(int most) {
        return new DocumentQuery(schema, filters, ranking, order, told, facets, most, after, count, asOf, shape);
    }

    public DocumentQuery count(Count how) {
        return new DocumentQuery(schema, filters, ranking, order, told, facets, limit, after, how, asOf, shape);
    }

    public DocumentQuery after(Cursor cursor) {
        return new DocumentQuery(
                schema, filters, ranking, order, told, facets, limit, Optional.of(cursor), count, asOf, shape);
    }

    /// The given keys made a total order by the id, which follows the direction of the first key.
    public static List<Sort> orderedBy(DocumentSchema schema, List<Sort> sorts) {
        int named = 0;
        List<Sort> order = new ArrayList<>();
        for (Sort sort : sorts) {
            order.add(sort);
            // Whatever stands behind a unique key orders nothing.
            if (isId(sort)) return order;
            if (++named > MAX_SORTS) throw new IllegalArgumentException("at most " + MAX_SORTS + " sorts");
        }
        order.add(new Sort.ByField(
                schema.require("id"), !sorts.isEmpty() && sorts.getFirst().descending()));
        return order;
    }

    private static boolean isId(Sort sort) {
        return sort instanceof Sort.ByField by && by.field().path().equals("id");
    }

    /// All that it asks, for people.
    public String text() {
        return filters.stream().map(DocumentQuery::canonical).toList()
                + " by " + order.stream().map(Sort::text).toList()
                + (facets.isEmpty()
                        ? ""
                        : " facets "
                                + facets.stream()
                                        .map(wish -> wish.field().path() + ':' + wish.size())
                                        .toList())
                + " limit " + limit + " count " + count + " as of " + asOf;
    }

    /// Digest of what a cursor is bound to: the document, the filters and the order; not the limit, the count, the
    /// facets or the time.
    String identity() {
        StringBuilder text = new StringBuilder(schema.name());
        filters.stream()
                .map(DocumentQuery::canonical)
                .sorted()
                .forEach(filter -> text.append('\n').append(filter));
        order.forEach(sort -> text.append('\n').append(sort.text()));
        if (order.contains(new Sort.ByScore())) {
            for (Rank rank : ranking.ranks()) text.append('\n').append(canonical(rank));
            if (ranking.least() > 0) text.append("\nleast ").append(ranking.least());
        }
        shape.onePer().ifPresent(field -> text.append("\none per ").append(field.path()));
        if (shape.each() > 1) text.append("\neach ").append(shape.each());
        return Fingerprint.hex(text.toString().getBytes(StandardCharsets.UTF_8), 8);
    }

    private static String canonical(Rank rank) {
        return rank.otherwise()
                + rank.steps().stream()
                        .map(step -> step.points() + canonical(step.condition()))
                        .toList()
                        .toString();
    }

    private static String canonical(Filter filter) {
        return switch (filter) {
            case Filter.OneOf any ->
                any.field().path()
                        + '='
                        + any.values().stream().map(Value::text).sorted().toList();
            case Filter.Range range -> range.field().path() + "~" + range.from() + range.to();
            case Filter.Missing missing -> missing.field().path() + "=none";
            case Filter.Near near -> near.field().path() + "@" + near.centre().text() + "/" + near.radiusKm();
            case Filter.Words words -> "words " + words.any() + words.in();
            case Filter.Not not -> "not " + canonical(not.condition());
            case Filter.AnyOf any ->
                "any "
                        + any.conditions().stream()
                                .map(DocumentQuery::canonical)
                                .sorted()
                                .toList();
            case Filter.Groups any ->
                "groups "
                        + any.groups().stream()
                                .map(group -> group.stream()
                                        .map(DocumentQuery::canonical)
                                        .sorted()
                                        .toList()
                                        .toString())
                                .sorted()
                                .toList();
        };
    }
}
