package dev.rozgar.adapters.http.ops;

import static dev.rozgar.adapters.http.json.JsonSchemas.object;

import dev.rozgar.adapters.http.json.JsonSchemas;
import dev.rozgar.adapters.http.resource.FieldsParser;
import dev.rozgar.adapters.http.resource.FilterParser;
import dev.rozgar.adapters.http.resource.QueryParser;
import dev.rozgar.application.document.Count;
import dev.rozgar.application.document.DocumentField;
import dev.rozgar.application.document.DocumentQuery;
import dev.rozgar.application.document.DocumentSchema;
import dev.rozgar.application.document.FacetWish;
import dev.rozgar.application.document.Filter;
import dev.rozgar.application.document.Selection;
import dev.rozgar.application.document.Use;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/// The parameters of a list as OpenAPI describes them: one per declared filter, four more where its values have an
/// order.
final class ListParameters {
    private final DocumentSchema document;
    private final Map<String, Object> components = new LinkedHashMap<>();

    /// @param orders sort keys beside those of fields
    ListParameters(DocumentSchema document, Collection<String> orders) {
        this.document = document;
        put(
                QueryParser.LIMIT,
                "Documents per page; more is taken as the most there is.",
                object("type", "integer", "minimum", 1, "default", DocumentQuery.DEFAULT_LIMIT));
        put(
                QueryParser.CURSOR,
                "Where the page begins: next of the page before; or where it ends: prev of the page behind.",
                object("type", "string"));
        put(
                QueryParser.COUNT,
                "How total is counted: up to " + Count.LIMIT + ", to the last, or not at all.",
                choice(Count.values()));
        List<String> keys = Stream.concat(
                        document.fields(Use.SORT).stream()
                                .map(DocumentField::path)
                                .flatMap(path -> Stream.of(path, '-' + path)),
                        orders.stream().sorted())
                .toList();
        Map<String, Object> sort = object(
                "type", "array", "maxItems", DocumentQuery.MAX_SORTS, "items", object("type", "string", "enum", keys));
        put(QueryParser.SORT, "Keys in order of weight; a minus turns one round.", sort)
                .put("explode", false);
        facets();
        fields();
        FilterParser.byValue(document).forEach(this::filter);
    }

    private void facets() {
        List<String> counted = document.fields(Use.FACET).stream()
                .map(DocumentField::parameter)
                .toList();
        Map<String, Object> facets = object(
                "type",
                "array",
                "maxItems",
                DocumentQuery.MAX_FACETS,
                "uniqueItems",
                true,
                "items",
                object("type", "string", "enum", counted));
        put(
                        QueryParser.FACETS,
                        "Fields whose values are counted among all that match, each without its own filters: what a list finds"
                                + " with a value as that field's only filter.",
                        facets)
                .put("explode", false);
        put(
                QueryParser.FACET_SIZE,
                "Values per facet; more than " + FacetWish.MAX_SIZE + " is taken as " + FacetWish.MAX_SIZE + ".",
                object("type", "integer", "minimum", 1, "default", FacetWish.DEFAULT_SIZE));
    }

    private void fields() {
        Map<String, Object> fields = object(
                "type",
                "array",
                "maxItems",
                Selection.MAX_NAMES,
                "uniqueItems",
                true,
                "items",
                object("type", "string", "enum", List.copyOf(document.names())));
        put(
                        FieldsParser.FIELDS,
                        "The members that are told, at any depth, and of an object all of it; the id always is.",
                        fields)
                .put("explode", false);
    }

    /// Name of the schema of a page.
    String page() {
        return document.name().substring(0, 1).toUpperCase(Locale.ROOT)
                + document.name().substring(1) + "Page";
    }

    Map<String, Object> components() {
        return components;
    }

    /// Those of them that choose documents.
    List<Map<String, Object>> filters() {
        String prefix = document.name() + '.';
        return components.keySet().stream()
                .filter(key -> !QueryParser.OWN.contains(key.substring(prefix.length())))
                .map(key -> JsonSchemas.ref("parameters/" + key))
                .toList();
    }

    List<Map<String, Object>> references() {
        return components.keySet().stream()
                .map(key -> JsonSchemas.ref("parameters/" + key))
                .toList();
    }

    private void filter(DocumentField field) {
        Map<String, Object> value = JsonSchemas.of(field.kind());
        if (!field.leaf().codes().isEmpty()) value.put("enum", field.leaf().codes());
        String meaning = field.leaf().meaning();
        put(
                field.parameter(),
                (meaning.isEmpty() ? "" : meaning + ' ') + "Any of the values; with a minus before it, all others.",
                object("type", "array", "maxItems", Filter.MAX_VALUES, "items", value));
        if (!field.kind().isOrdered()) return;
        for (String end : List.of("gte", "gt", "lte", "lt"))
            put(field.parameter() + '.' + end, "", JsonSchemas.of(field.kind()));
    }

    private Map<String, Object> put(String name, String description, Map<String, Object> schema) {
        Map<String, Object> parameter = object("name", name, "in", "query", "schema", schema);
        if (!description.isEmpty()) parameter.put("description", description);
        components.put(document.name() + '.' + name, parameter);
        return parameter;
    }

    private static Map<String, Object> choice(Enum<?>[] values) {
        return object(
                "type",
                "string",
                "enum",
                Arrays.stream(values)
                        .map(value -> value.name().toLowerCase(Locale.ROOT))
                        .toList());
    }
}
