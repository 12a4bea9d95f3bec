package dev.rozgar.adapters.http.posting;

import static dev.rozgar.adapters.http.json.JsonSchemas.object;
import static dev.rozgar.adapters.http.json.JsonSchemas.ref;

import dev.rozgar.adapters.http.json.JsonSchemas;
import dev.rozgar.adapters.http.json.Shape;
import dev.rozgar.application.document.Weight;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// What is told of a job and a query, and of jobs like one, as JSON Schemas.
public final class MatchSchema {
    public static final String MATCH = "JobMatch";
    private static final String FINDING = "JobFinding";
    static final String WANTED = "JobCondition";

    private MatchSchema() {}

    /// All of them by their names.
    public static Map<String, Object> all() {
        return object(MATCH, match(), FINDING, finding(), WANTED, wanted(), SimilarSchema.PAGE, SimilarSchema.page());
    }

    private static Map<String, Object> match() {
        Map<String, Object> part = members(
                List.of("points"),
                "points",
                object("type", "integer"),
                "by",
                described(
                        ref("schemas/" + WANTED), "What gives them; left out where every job that is found has them."));
        Map<String, Object> score = members(
                List.of("points", "parts"),
                "points",
                object("type", "integer", "description", "As a list ordered by relevance tells them."),
                "parts",
                many(part));
        return members(
                List.of("id", "as_of", "matches", "conditions"),
                "id",
                object("type", "integer", "format", "int64"),
                "as_of",
                object("type", "string", "format", "date-time"),
                "matches",
                object("type", "boolean", "description", "Whether the query finds the job."),
                "conditions",
                many(ref("schemas/" + FINDING)),
                "score",
                score,
                "query",
                JsonSchemas.of(Shape.of(UnderstoodBody.class)),
                "did_you_mean",
                object("type", "string"));
    }

    private static Map<String, Object> finding() {
        Map<String, Object> distance = object(
                "type",
                List.of("number", "string"),
                "description",
                "In the unit of the field (pay: of a year of full work; places: kilometres), or an ISO 8601 duration.");
        return members(
                List.of("holds", "wanted"),
                "parameter",
                object(
                        "type",
                        "string",
                        "description",
                        "That asks for it; q:word for a word, q:-word for one that must not be there."),
                "holds",
                object("type", "boolean"),
                "wanted",
                ref("schemas/" + WANTED),
                "has",
                described(
                        many(scalar()),
                        "The job's own values, the kilometres to its nearest place, or where it says the words."),
                "short_by",
                distance,
                "over_by",
                distance,
                "alternatives",
                many(ref("schemas/" + FINDING)));
    }

    private static Map<String, Object> wanted() {
        Map<String, Object> text = object("type", "string");
        return members(
                List.of(),
                "field",
                text,
                "any_of",
                many(scalar()),
                "missing",
                object("type", "boolean"),
                "gte",
                scalar(),
                "gt",
                scalar(),
                "lte",
                scalar(),
                "lt",
                scalar(),
                "near",
                text,
                "radius_km",
                object("type", "number"),
                "words",
                many(text),
                "in",
                many(object(
                        "type",
                        "string",
                        "enum",
                        Arrays.stream(Weight.values()).map(JobWords::place).toList())),
                "not",
                ref("schemas/" + WANTED),
                "any",
                many(ref("schemas/" + WANTED)));
    }

    private static Map<String, Object> scalar() {
        return object("type", List.of("string", "number", "boolean"));
    }

    private static Map<String, Object> many(Map<String, Object> element) {
        return object("type", "array", "items", element);
    }

    private static Map<String, Object> described(Map<String, Object> schema, String description) {
        schema.put("description", description);
        return schema;
    }

    private static Map<String, Object> members(List<String> required, Object... properties) {
        Map<String, Object> schema = object("type", "object", "properties", object(properties));
        if (!required.isEmpty()) schema.put("required", required);
        return schema;
    }
}
