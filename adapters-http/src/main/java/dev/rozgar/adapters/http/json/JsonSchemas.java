package dev.rozgar.adapters.http.json;

import dev.rozgar.application.document.DocumentSchema;
import dev.rozgar.application.document.Kind;
import dev.rozgar.application.document.Node;
import dev.rozgar.application.document.PlacePath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// JSON Schemas (2020-12, the dialect of OpenAPI 3.1) of what the API sends and takes, derived from the
/// declared documents and from the records of bodies and receipts. Nothing is described here by hand.
public final class JsonSchemas {
    /// Ends the names of the schemas of [#asAsked].
    public static final String AS_ASKED = "AsAsked";

    private static final Map<String, Object> COMPANY =
            object("anyOf", List.of(ref("schemas/Company"), object("type", "null")));
    private static final Map<String, Object> FORM = object("type", "object");

    private JsonSchemas() {}

    /// A JSON object whose members keep their order. `pairs` are names and values in turn.
    public static Map<String, Object> object(Object... pairs) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) object.put((String) pairs[i], pairs[i + 1]);
        return object;
    }

    public static Map<String, Object> ref(String component) {
        return object("$ref", "#/components/" + component);
    }

    public static Map<String, Object> of(DocumentSchema document) {
        return members(document.members());
    }

    /// A page that says of each document why it stands where it stands, and how its query was understood.
    ///
    /// @param understood the schema of the latter
    /// @param relaxed that of what it would find with less asked
    public static Map<String, Object> searchedPageOf(
            String component, Map<String, Object> understood, Map<String, Object> relaxed) {
        Map<String, Object> page = rankedPageOf(component, understood);
        @SuppressWarnings("unchecked")
        Map<String, Object> members = (Map<String, Object>) Objects.requireNonNull(page.get("properties"));
        members.put(
                "expanded",
                expanded(object("type", "array", "items", COMPANY), object("type", "array", "items", FORM)));
        members.put(
                "highlighted",
                object("type", "boolean", "description", "Whether highlights could be told, if they were asked for."));
        members.put(
                "asked", object("type", "object", "description", "A query that came in a body, as it was understood."));
        members.put(
                "relaxations",
                object(
                        "type",
                        "array",
                        "description",
                        "Where filters find nothing: what one of them given up would find, what is missed least first.",
                        "items",
                        relaxed));
        members.put("relaxed", relaxed);
        members.put(
                "did_you_mean",
                object("type", "string", "description", "q with what its misspelt words may have been."));
        return page;
    }

    /// A page that says of each document why it stands where it stands, and what was looked for.
    public static Map<String, Object> rankedPageOf(String component, Map<String, Object> understood) {
        Map<String, Object> page = new LinkedHashMap<>(pageOf(component));
        @SuppressWarnings("unchecked")
        Map<String, Object> members = new LinkedHashMap<>((Map<String, Object>) page.get("properties"));
        members.put(
                "hits",
                object(
                        "type",
                        "array",
                        "description",
                        "One for each of the items, where words, a place, one job each or highlights were asked for.",
                        "items",
                        object(
                                "type",
                                "object",
                                "properties",
                                object(
                                        "score", object("type", "integer", "description", "Points."),
                                        "distance_km", object("type", "number", "minimum", 0),
                                        "collapsed",
                                                object(
                                                        "type",
                                                        "integer",
                                                        "description",
                                                        "How many more jobs of its company match and are not shown."),
                                        "highlights",
                                                object(
                                                        "type",
                                                        "object",
                                                        "description",
                                                        "HTML by the path of a text.",
                                                        "additionalProperties",
                                                        object("type", "string"))))));
        members.put("query", understood);
        page.put("properties", members);
        return page;
    }

    private static Map<String, Object> expanded(Map<String, Object> companies, Map<String, Object> questions) {
        return object(
                "type",
                "object",
                "description",
                "What was asked to be told besides; in a page one for each of the items.",
                "properties",
                object("company", companies, "questions", questions));
    }

    /// A document as it is, or with the members alone that were asked for and what goes with it.
    public static Map<String, Object> asAsked(String component, DocumentSchema document) {
        Map<String, Object> sparse = some(document.members());
        @SuppressWarnings("unchecked")
        Map<String, Object> members = (Map<String, Object>) Objects.requireNonNull(sparse.get("properties"));
        members.put("expanded", expanded(COMPANY, FORM));
        sparse.put("required", List.of("id"));
        return object("anyOf", List.of(ref("schemas/" + component), sparse));
    }

    /// None of them must be there, at any depth.
    private static Map<String, Object> some(List<Node> nodes) {
        Map<String, Object> schema = members(nodes);
        schema.remove("required");
        @SuppressWarnings("unchecked")
        Map<String, Object> properties = (Map<String, Object>) Objects.requireNonNull(schema.get("properties"));
        for (Node node : nodes) {
            if (node.children().isEmpty()) continue;
            Map<String, Object> inner = some(node.children());
            Map<String, Object> value = node instanceof Node.Many ? object("type", "array", "items", inner) : inner;
            properties.put(node.name(), isAlwaysThere(node) ? value : orNull(value));
        }
        return schema;
    }

    public static Map<String, Object> pageOf(String component) {
        Map<String, Object> total = object(
                "type",
                "object",
                "description",
                "How many documents match; left out with count=none.",
                "properties",
                object(
                        "value",
                        object("type", "integer", "minimum", 0),
                        "relation",
                        object("type", "string", "enum", List.of("eq", "gte"))),
                "required",
                List.of("value", "relation"));
        return object(
                "type", "object",
                "properties",
                        object(
                                "items", object("type", "array", "items", ref("schemas/" + component + AS_ASKED)),
                                "next",
                                        object(
                                                "type",
                                                List.of("string", "null"),
                                                "description",
                                                "The cursor of the following page; null on the last."),
                                "prev",
                                        object(
                                                "type",
                                                List.of("string", "null"),
                                                "description",
                                                "The cursor of the page before; null on the first, and on an empty one"
                                                        + " unless the list is collapsed."),
                                "as_of",
                                        object(
                                                "type",
                                                "string",
                                                "format",
                                                "date-time",
                                                "description",
                                                "The moment at which the list is true."),
                                "index_lag_ms",
                                        object(
                                                "type",
                                                List.of("integer", "null"),
                                                "description",
                                                "Age of the oldest change that the index has not acknowledged, of lists"
                                                        + " that an index may answer; null while that is not known."),
                                "total", total,
                                "facets", ref("schemas/" + component + "Facets"),
                                "links", ref("schemas/Links")),
                "required", List.of("items", "next", "prev", "as_of", "links"));
    }

    public static Map<String, Object> of(Shape shape) {
        return switch (shape) {
            case Shape.Text _ -> object("type", "string");
            case Shape.Parsed parsed -> object("type", "string", parsed.keyword(), parsed.value());
            case Shape.Code code -> object("type", "string", "enum", code.names());
            case Shape.Whole whole ->
                object("type", "integer", "format", whole.most() == Integer.MAX_VALUE ? "int32" : "int64");
            case Shape.Decimal _ -> object("type", "number");
            case Shape.Flag _ -> object("type", "boolean");
            case Shape.Many many -> object("type", "array", "items", of(many.element()));
            case Shape.Named named -> object("type", "object", "additionalProperties", of(named.element()));
            case Shape.Members members -> members(members);
        };
    }

    public static Map<String, Object> of(Kind kind) {
        return switch (kind) {
            case WHOLE -> object("type", "integer", "format", "int64");
            case DECIMAL -> object("type", "number");
            case FLAG -> object("type", "boolean");
            case KEYWORD, TEXT -> object("type", "string");
            case PLACE -> object("type", "string", "pattern", '^' + PlacePath.PATTERN + '$');
            case MOMENT -> of(Shape.MOMENT);
            case DAY -> of(Shape.DAY);
            case TIME -> of(Shape.TIME);
            case POINT ->
                object(
                        "type", "object",
                        "properties",
                                object(
                                        "lat", object("type", "number", "minimum", -90, "maximum", 90),
                                        "lon", object("type", "number", "minimum", -180, "maximum", 180)),
                        "required", List.of("lat", "lon"));
        };
    }

    private static Map<String, Object> members(Shape.Members shape) {
        Map<String, Object> properties = new LinkedHashMap<>();
        List<String> required = new ArrayList<>();
        shape.byName().forEach((name, member) -> {
            properties.put(name, member.required() ? of(member.shape()) : orNull(of(member.shape())));
            if (member.required()) required.add(name);
        });
        Map<String, Object> schema = object("type", "object", "properties", properties);
        if (!required.isEmpty()) schema.put("required", required);
        return schema;
    }

    private static Map<String, Object> members(List<Node> nodes) {
        Map<String, Object> properties = new LinkedHashMap<>();
        List<String> required = new ArrayList<>();
        for (Node node : nodes) {
            boolean always = isAlwaysThere(node);
            properties.put(node.name(), always ? schema(node) : orNull(schema(node)));
            if (always) required.add(node.name());
        }
        Map<String, Object> schema = object("type", "object", "properties", properties);
        if (!required.isEmpty()) schema.put("required", required);
        return schema;
    }

    private static Map<String, Object> schema(Node node) {
        return switch (node) {
            case Node.Leaf leaf -> leaf(leaf);
            case Node.Many many -> object("type", "array", "items", members(many.children()));
            case Node.Group group -> members(group.children());
            case Node.One one -> members(one.children());
        };
    }

    private static Map<String, Object> leaf(Node.Leaf leaf) {
        Map<String, Object> value = of(leaf.kind());
        if (!leaf.codes().isEmpty()) value.put("enum", leaf.codes());
        Map<String, Object> schema = leaf.list() ? object("type", "array", "items", value) : value;
        if (!leaf.meaning().isEmpty()) schema.put("description", leaf.meaning());
        return schema;
    }

    private static boolean isAlwaysThere(Node node) {
        return switch (node) {
            case Node.Leaf leaf -> leaf.required();
            case Node.Many _ -> true;
            case Node.Group group -> group.presentWhen().isEmpty();
            case Node.One one -> one.required();
        };
    }

    /// The same, or null; an enum must name null too.
    private static Map<String, Object> orNull(Map<String, Object> schema) {
        schema.put("type", List.of(String.valueOf(schema.get("type")), "null"));
        if (schema.get("enum") instanceof List<?> codes) {
            List<Object> more = new ArrayList<>(codes);
            more.add(null);
            schema.put("enum", more);
        }
        return schema;
    }
}
