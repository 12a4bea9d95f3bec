package dev.rozgar.adapters.http.resource;

import dev.rozgar.adapters.http.problem.Nearest;
import dev.rozgar.adapters.http.problem.QueryFaults;
import dev.rozgar.adapters.http.wire.QueryString;
import dev.rozgar.application.document.DocumentField;
import dev.rozgar.application.document.DocumentQuery;
import dev.rozgar.application.document.DocumentSchema;
import dev.rozgar.application.document.FacetWish;
import dev.rozgar.application.document.FacetWish.Summed;
import dev.rozgar.application.document.Use;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// `facets=path,path,…` and `facet_size`.
final class FacetParser {
    static final String FACETS = "facets";
    static final String FACET_SIZE = "facet_size";

    private final Map<String, DocumentField> facets;
    private final Optional<Summed> summed;

    FacetParser(DocumentSchema schema, Optional<Summed> summed) {
        this.facets =
                schema.fields(Use.FACET).stream().collect(Collectors.toMap(DocumentField::parameter, field -> field));
        this.summed = summed;
    }

    /// @param faults told of whatever is not understood
    List<FacetWish> parse(QueryString query, QueryFaults faults) {
        Optional<String> names = query.first(FACETS);
        Optional<String> most = query.first(FACET_SIZE);
        if (names.isEmpty() && most.isPresent()) faults.add(FACET_SIZE, "NOT_ALLOWED", "needs facets");
        int size = most.map(text -> QueryParser.upTo(FacetWish.MAX_SIZE, FACET_SIZE, text, faults))
                .orElse(FacetWish.DEFAULT_SIZE);
        return names.map(text -> fields(text, faults)).orElse(List.of()).stream()
                .map(field -> new FacetWish(field, size, summed))
                .toList();
    }

    private List<DocumentField> fields(String text, QueryFaults faults) {
        Map<String, DocumentField> fields = new LinkedHashMap<>();
        String[] names = text.split(",", DocumentQuery.MAX_FACETS + 1);
        if (names.length > DocumentQuery.MAX_FACETS) {
            faults.add(FACETS, "TOO_MANY", "may name at most " + DocumentQuery.MAX_FACETS + " fields");
            return List.of();
        }
        for (String name : names) {
            DocumentField field = facets.get(name);
            if (field == null)
                faults.add(
                        FACETS,
                        "UNKNOWN_VALUE",
                        "cannot count \"" + QueryFaults.cut(name) + '"' + Nearest.hint(name, facets.keySet()));
            else if (fields.put(name, field) != null) faults.add(FACETS, "DUPLICATE", "names " + name + " twice");
        }
        return List.copyOf(fields.values());
    }
}
