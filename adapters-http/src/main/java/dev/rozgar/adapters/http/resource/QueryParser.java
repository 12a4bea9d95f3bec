package dev.rozgar.adapters.http.resource;

import dev.rozgar.adapters.http.problem.Nearest;
import dev.rozgar.adapters.http.problem.Problem;
import dev.rozgar.adapters.http.problem.ProblemType;
import dev.rozgar.adapters.http.problem.QueryFaults;
import dev.rozgar.adapters.http.problem.Refusal;
import dev.rozgar.adapters.http.wire.QueryString;
import dev.rozgar.adapters.http.wire.QueryString.Parameter;
import dev.rozgar.application.document.Count;
import dev.rozgar.application.document.Cursor;
import dev.rozgar.application.document.DocumentField;
import dev.rozgar.application.document.DocumentQuery;
import dev.rozgar.application.document.DocumentSchema;
import dev.rozgar.application.document.FacetWish;
import dev.rozgar.application.document.FacetWish.Summed;
import dev.rozgar.application.document.Filter;
import dev.rozgar.application.document.Ranking;
import dev.rozgar.application.document.Sort;
import dev.rozgar.application.document.Use;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Reads the query string of a list: after it no raw filter exists. What is not understood is a fault, never
/// dropped, and all faults of a query are told at once.
///
/// `limit`, `cursor`, `sort`, `count`, `facets` and `facet_size` mean the same for every list; whatever the route itself takes (`read_model`)
/// is passed in;
/// every other name must be one of the list's own [Conditions] or a declared filter ([FilterParser]).
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
    private final Map<String, DocumentField> sortable;
    private final Sort.ByField byId;
    private final List<Sort> usualOrder;
    private final Conditions conditions;

    /// What a list can be asked for beside the values of its declared filters.
    ///
    /// @param names of its parameters; each may be given once
    /// @param reading tells the faults what is not understood
    public record Conditions(Set<String> names, Reading reading) {
        public static final Conditions NONE = new Conditions(Set.of(), (_, _, _) -> List.of());

        @FunctionalInterface
        public interface Reading {
            List<Filter> of(QueryString query, QueryFaults faults, Instant now);
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
        this.sortable = schema.fields(Use.SORT).stream().collect(Collectors.toMap(DocumentField::path, field -> field));
        this.byId = new Sort.ByField(schema.require("id"), false);
        this.usualOrder = DocumentQuery.orderedBy(schema, usual);
    }

    /// @param routeNames parameters that the route reads by itself; they may appear once
    /// @param faults     what the route has found wrong already
    public DocumentQuery parse(QueryString query, Set<String> routeNames, QueryFaults faults, Instant now) {
        List<Parameter> rest = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        Set<String> single = new TreeSet<>(routeNames);
        single.addAll(OWN);
        single.addAll(conditions.names());
        for (Parameter parameter : query.parameters()) {
            String name = parameter.name();
            if (!single.contains(name)) rest.add(parameter);
            else if (!seen.add(name)) faults.add(name, "DUPLICATE", "may be given once");
        }
        int limit = query.first(LIMIT)
                .map(text -> upTo(DocumentQuery.MAX_LIMIT, LIMIT, text, faults))
                .orElse(DocumentQuery.DEFAULT_LIMIT);
        List<Sort> order = query.first(SORT).map(text -> order(text, faults)).orElse(usualOrder);
        Count count = query.choice(COUNT, List.of(Count.values()), Count.LIMITED, faults);
        List<FacetWish> wishes = facets.parse(query, faults);
        List<Filter> wanted = new ArrayList<>(conditions.reading().of(query, faults, now));
        if (!rest.isEmpty()) wanted.addAll(filters.parse(rest, single, faults));
        if (wanted.size() > DocumentQuery.MAX_FILTERS) {
            faults.add(
                    rest.isEmpty() ? LIMIT : rest.getLast().name(),
                    "TOO_MANY",
                    "a query has at most " + DocumentQuery.MAX_FILTERS + " filters");
        }
        // A cursor is bound to the query: of a faulty one nothing can be said about it.
        faults.raise();
        DocumentQuery whole = new DocumentQuery(
                schema, wanted, Ranking.NONE, order, List.of(), wishes, limit, Optional.empty(), count, now);
        return query.first(CURSOR).map(token -> after(token, whole)).orElse(whole);
    }

    /// A whole number from 1 on. Too large is a wish for as many as possible, not a mistake (AIP-158).
    static int upTo(int most, String name, String text, QueryFaults faults) {
        boolean positive = !text.isEmpty()
                && text.chars().allMatch(c -> c >= '0' && c <= '9')
                && text.chars().anyMatch(c -> c != '0');
        if (!positive) faults.add(name, "MALFORMED", "must be a whole number from 1 to " + most);
        return !positive || text.length() > 9 ? most : Math.min(Integer.parseInt(text), most);
    }

    private List<Sort> order(String text, QueryFaults faults) {
        List<Sort> order = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (String key : text.split(",", DocumentQuery.MAX_SORTS + 2)) {
            boolean descending = key.startsWith("-");
            String path = descending ? key.substring(1) : key;
            DocumentField field = sortable.get(path);
            if (field == null) {
                faults.add(
                        SORT,
                        "UNKNOWN_VALUE",
                        "cannot sort by \"" + QueryFaults.cut(path) + '"' + Nearest.hint(path, sortable.keySet()));
            } else if (!seen.add(path)) {
                faults.add(SORT, "DUPLICATE", "names " + path + " twice");
            } else {
                order.add(new Sort.ByField(field, descending));
            }
        }
        if (order.size() > DocumentQuery.MAX_SORTS) {
            faults.add(SORT, "TOO_MANY", "may have at most " + DocumentQuery.MAX_SORTS + " keys");
        } else if (!order.isEmpty() && !seen.contains(byId.field().path())) {
            order.add(order.getFirst().descending() ? new Sort.ByField(byId.field(), true) : byId);
        }
        return faults.isEmpty() ? DocumentQuery.orderedBy(schema, order) : usualOrder;
    }

    private static DocumentQuery after(String token, DocumentQuery whole) {
        return Cursor.parse(token, whole)
                .map(whole::after)
                .orElseThrow(() -> new Refusal(Problem.faulty(
                        ProblemType.INVALID_QUERY,
                        List.of(Problem.Error.ofParameter(
                                CURSOR,
                                "MALFORMED",
                                "is not a cursor of this list with these filters and this sort")))));
    }
}
