package dev.rozgar.adapters.http.resource;

import dev.rozgar.adapters.http.problem.QueryFaults;
import dev.rozgar.adapters.http.wire.QueryString;
import dev.rozgar.adapters.http.wire.QueryString.Parameter;
import dev.rozgar.application.document.Count;
import dev.rozgar.application.document.Cursor;
import dev.rozgar.application.document.DocumentQuery;
import dev.rozgar.application.document.DocumentSchema;
import dev.rozgar.application.document.FacetWish;
import dev.rozgar.application.document.FacetWish.Summed;
import dev.rozgar.application.document.Filter;
import dev.rozgar.application.document.PageShape;
import dev.rozgar.application.document.Ranking;
import dev.rozgar.application.document.Selection;
import dev.rozgar.application.document.Sort;
import dev.rozgar.application.document.Sought;
import dev.rozgar.application.listing.RelaxationLadder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Reads the query string of a list: after it no raw filter exists. What is not understood is a fault, never
/// dropped, and all faults of a query are told at once.
///
/// `limit`, `cursor`, `sort`, `count`, `fields`, `facets` and `facet_size` mean the same for every list;
/// whatever the route itself takes (`read_model`) is passed in; every other name must be one of the list's
/// own [Conditions] or a declared filter ([FilterParser]).
public final class QueryParser {
    public static final String LIMIT = "limit";
    public static final String CURSOR = "cursor";
    public static final String SORT = "sort";
    public static final String COUNT = "count";
    public static final String FACETS = FacetParser.FACETS;
    public static final String FACET_SIZE = FacetParser.FACET_SIZE;
    public static final List<String> OWN = List.of(LIMIT, CURSOR, SORT, COUNT, FACETS, FACET_SIZE);

    private final DocumentSchema schema;
    private final FilterParser filters;
    private final FacetParser facets;
    private final FieldsParser fields;
    private final SortParser sorts;
    private final List<Sort> usualOrder;
    private final Conditions conditions;
    /// What is no filter and may be given once.
    private final Set<String> single;

    /// What a list can be asked for beside the values of its declared filters.
    ///
    /// @param names of its parameters; each may be given once
    /// @param orders names of sort keys that are no fields, each with the parameter that it needs
    /// @param reading tells the faults what is not understood
    public record Conditions(Set<String> names, Map<String, String> orders, Reading reading) {
        public static final Conditions NONE = new Conditions(Set.of(), Map.of(), (_, _, _) -> Wanted.of(List.of()));

        /// The same, in the list's own order whatever is asked, and with nothing told besides.
        public Conditions inUsualOrder() {
            return new Conditions(
                    names,
                    Map.of(),
                    (query, faults, now) ->
                            Wanted.of(reading.of(query, faults, now).filters()));
        }

        @FunctionalInterface
        public interface Reading {
            Wanted of(QueryString query, QueryFaults faults, Instant now);
        }
    }

    /// What has been understood of the conditions.
    ///
    /// @param orders sort keys that this query can have, by name
    /// @param usual name of the one that it has if it names none
    /// @param told with each document
    /// @param ranking for the moment at which a traversal began
    /// @param shape which of the documents are shown
    /// @param sought words that may be shown in the documents that are found
    /// @param members of the reply, each `,"name":value`
    /// @param names what asked for a filter; one that is not among them is called as its field
    /// @param relaxing whether other filters may stand in for these where they find nothing
    public record Wanted(
            List<Filter> filters,
            Map<String, Sort> orders,
            Optional<String> usual,
            List<Sort> told,
            Function<Instant, Ranking> ranking,
            PageShape shape,
            Optional<Sought> sought,
            String members,
            Map<Filter, String> names,
            boolean relaxing) {
        public static Wanted of(List<Filter> filters) {
            return new Wanted(
                    filters,
                    Map.of(),
                    Optional.empty(),
                    List.of(),
                    _ -> Ranking.NONE,
                    PageShape.WHOLE,
                    Optional.empty(),
                    "",
                    Map.of(),
                    false);
        }

        /// The same with something told of each document.
        public Wanted telling(List<Sort> more) {
            return new Wanted(filters, orders, usual, more, ranking, shape, sought, members, names, relaxing);
        }

        /// The same, so shown.
        public Wanted shaped(PageShape other, boolean relax) {
            return new Wanted(filters, orders, usual, told, ranking, other, sought, members, names, relax);
        }
    }

    /// @param query of which a cursor may have been given out for relaxed filters
    /// @param asked all filters as they were asked for
    public record Parsed(DocumentQuery query, Wanted wanted, List<Filter> asked) {
        /// Of the reply: how the query was understood, each `,"name":value`.
        public String members() {
            return wanted.members();
        }

        /// The parameter that asks for a filter.
        public String name(Filter filter) {
            String asked = wanted.names().get(filter);
            return asked == null ? path(filter) : asked;
        }

        private static String path(Filter filter) {
            return switch (filter) {
                case Filter.OnField one -> one.field().parameter();
                case Filter.Words _ -> "q";
                case Filter.Not(Filter.Groups _) -> GroupParser.NONE;
                case Filter.Not not -> path(not.condition());
                case Filter.AnyOf any -> path(any.conditions().getFirst());
                case Filter.Groups _ -> GroupParser.ANY;
            };
        }
    }

    /// @param usual the order of a list whose caller asks for none
    public QueryParser(DocumentSchema schema, List<Sort> usual, Conditions conditions) {
        this(schema, usual, conditions, Optional.empty());
    }

    /// @param summed what is told beside each count of a facet
    public QueryParser(DocumentSchema schema, List<Sort> usual, Conditions conditions, Optional<Summed> summed) {
        this.schema = schema;
        this.conditions = conditions;
        this.filters = new FilterParser(schema);
        this.facets = new FacetParser(schema, summed);
        this.fields = new FieldsParser(schema);
        this.sorts = new SortParser(schema, conditions.orders());
        this.usualOrder = DocumentQuery.orderedBy(schema, usual);
        this.single = Stream.of(OWN, List.of(FieldsParser.FIELDS), conditions.names())
                .flatMap(Collection::stream)
                .collect(Collectors.toUnmodifiableSet());
    }

    /// @param routeNames parameters that the route reads by itself; they may appear once
    /// @param faults     what the route has found wrong already
    public DocumentQuery parse(QueryString query, Set<String> routeNames, QueryFaults faults, Instant now) {
        return read(query, routeNames, faults, now).query();
    }

    /// The same, with what a reply tells of it.
    public Parsed read(QueryString query, Set<String> routeNames, QueryFaults faults, Instant now) {
        return read(query, routeNames, faults, now, _ -> List.of());
    }

    /// The same with further filters.
    ///
    /// @param more for the moment at which a traversal began
    public Parsed read(
            QueryString query,
            Set<String> routeNames,
            QueryFaults faults,
            Instant now,
            Function<Instant, List<Filter>> more) {
        Parsed parsed = whole(query, routeNames, faults, now, more);
        List<DocumentQuery> legal = new ArrayList<>(List.of(parsed.query()));
        if (parsed.wanted().relaxing())
            RelaxationLadder.of(parsed.asked())
                    .forEach(step ->
                            legal.add(parsed.query().where(step.filters().toArray(Filter[]::new))));
        Optional<DocumentQuery> later = query.first(CURSOR).map(token -> CursorParser.after(token, legal, faults));
        return new Parsed(later.orElse(parsed.query()), parsed.wanted(), parsed.asked());
    }

    /// The list from its beginning, for a route that has more to add before it looks at the cursor
    /// ([CursorParser]).
    public Parsed whole(QueryString query, Set<String> routeNames, QueryFaults faults, Instant now) {
        return whole(query, routeNames, faults, now, _ -> List.of());
    }

    private Parsed whole(
            QueryString query,
            Set<String> routeNames,
            QueryFaults faults,
            Instant now,
            Function<Instant, List<Filter>> more) {
        List<Parameter> rest = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Parameter parameter : query.parameters()) {
            String name = parameter.name();
            if (!single.contains(name) && !routeNames.contains(name)) rest.add(parameter);
            else if (!seen.add(name)) faults.add(name, "DUPLICATE", "may be given once");
        }
        int limit = query.first(LIMIT)
                .map(text -> upTo(DocumentQuery.MAX_LIMIT, LIMIT, text, faults))
                .orElse(DocumentQuery.DEFAULT_LIMIT);
        Count count = query.choice(COUNT, List.of(Count.values()), Count.LIMITED, faults);
        Instant at = Cursor.begun(query.first(CURSOR), now);
        Wanted wanted = conditions.reading().of(query, faults, at);
        List<Sort> order = query.first(SORT)
                .or(wanted::usual)
                .map(text -> sorts.parse(text, wanted.orders(), faults))
                .orElse(usualOrder);
        List<FacetWish> wishes = facets.parse(query, faults);
        Optional<Selection> told = fields.parse(query, faults);
        List<Filter> all = new ArrayList<>(wanted.filters());
        if (!rest.isEmpty()) {
            Set<String> others = new TreeSet<>(single);
            others.addAll(routeNames);
            all.addAll(filters.parse(rest, others, faults));
        }
        all.addAll(more.apply(at));
        if (all.size() > DocumentQuery.MAX_FILTERS) {
            faults.add(
                    rest.isEmpty() ? LIMIT : rest.getLast().name(),
                    "TOO_MANY",
                    "a query has at most " + DocumentQuery.MAX_FILTERS + " filters");
        }
        // A cursor is bound to the query: of a faulty one nothing can be said about it.
        faults.raise();
        boolean ranked = order.contains(new Sort.ByScore());
        DocumentQuery whole = new DocumentQuery(
                schema,
                all,
                ranked ? wanted.ranking().apply(at) : new Ranking(List.of(), at),
                order,
                wanted.told().stream().filter(sort -> !order.contains(sort)).toList(),
                wishes,
                limit,
                Optional.empty(),
                count,
                now,
                told.map(wanted.shape()::only).orElse(wanted.shape()));
        return new Parsed(whole, wanted, all);
    }

    /// A whole number from 1 on. Too large is a wish for as many as possible, not a mistake (AIP-158).
    static int upTo(int most, String name, String text, QueryFaults faults) {
        boolean positive = !text.isEmpty()
                && text.chars().allMatch(c -> c >= '0' && c <= '9')
                && text.chars().anyMatch(c -> c != '0');
        if (!positive) faults.add(name, "MALFORMED", "must be a whole number from 1 to " + most);
        return !positive || text.length() > 9 ? most : Math.min(Integer.parseInt(text), most);
    }
}
