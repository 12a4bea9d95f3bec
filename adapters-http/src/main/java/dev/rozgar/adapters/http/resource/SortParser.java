package dev.rozgar.adapters.http.resource;

import dev.rozgar.adapters.http.problem.Nearest;
import dev.rozgar.adapters.http.problem.QueryFaults;
import dev.rozgar.application.document.DocumentField;
import dev.rozgar.application.document.DocumentQuery;
import dev.rozgar.application.document.DocumentSchema;
import dev.rozgar.application.document.Sort;
import dev.rozgar.application.document.Use;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The order that `sort=-published_at,id` asks for: declared fields, and keys of the list's own.
final class SortParser {
    private final DocumentSchema schema;
    private final Map<String, DocumentField> sortable;
    private final Map<String, String> needs;

    /// @param needs names of sort keys that are no fields, each with the parameter that it needs
    SortParser(DocumentSchema schema, Map<String, String> needs) {
        this.schema = schema;
        this.sortable = schema.fields(Use.SORT).stream().collect(Collectors.toMap(DocumentField::path, field -> field));
        this.needs = needs;
    }

    /// @param others sort keys that this query can have besides, by name
    /// @return of no use if there are faults
    List<Sort> parse(String text, Map<String, Sort> others, QueryFaults faults) {
        List<Sort> order = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (String key : text.split(",", DocumentQuery.MAX_SORTS + 2)) {
            boolean descending = key.startsWith("-");
            String path = descending ? key.substring(1) : key;
            Optional<Sort> sort = Optional.ofNullable(others.get(key)).or(() -> byField(path, descending));
            if (sort.isEmpty()) {
                unknown(key, path, faults);
            } else if (!seen.add(path)) {
                faults.add(QueryParser.SORT, "DUPLICATE", "names " + path + " twice");
            } else {
                order.add(sort.get());
            }
        }
        if (order.size() > DocumentQuery.MAX_SORTS)
            faults.add(QueryParser.SORT, "TOO_MANY", "may have at most " + DocumentQuery.MAX_SORTS + " keys");
        return faults.isEmpty() ? DocumentQuery.orderedBy(schema, order) : List.of();
    }

    private Optional<Sort> byField(String path, boolean descending) {
        return Optional.ofNullable(sortable.get(path)).map(field -> new Sort.ByField(field, descending));
    }

    private void unknown(String key, String path, QueryFaults faults) {
        String need = needs.get(path);
        if (need != null) {
            boolean backwards = !key.equals(path);
            faults.add(QueryParser.SORT, "NOT_ALLOWED", path + (backwards ? " goes one way only" : " needs " + need));
            return;
        }
        Set<String> known = new HashSet<>(sortable.keySet());
        known.addAll(needs.keySet());
        faults.add(
                QueryParser.SORT,
                "UNKNOWN_VALUE",
                "cannot sort by \"" + QueryFaults.cut(path) + '"' + Nearest.hint(path, known));
    }
}
