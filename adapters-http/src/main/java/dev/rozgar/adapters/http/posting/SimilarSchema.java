package dev.rozgar.adapters.http.posting;

import static dev.rozgar.adapters.http.json.JsonSchemas.object;
import static dev.rozgar.adapters.http.json.JsonSchemas.ref;

import dev.rozgar.adapters.http.json.JsonSchemas;
import dev.rozgar.application.matching.JobLikeness;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// A list of jobs like one, as a JSON Schema.
final class SimilarSchema {
    static final String PAGE = "SimilarJobPage";

    private SimilarSchema() {}

    static Map<String, Object> page() {
        return JsonSchemas.rankedPageOf("Job", query());
    }

    private static Map<String, Object> query() {
        Map<String, Object> aspect = object(
                "type",
                "object",
                "properties",
                object(
                        "shared",
                        object(
                                "type",
                                "string",
                                "enum",
                                Arrays.stream(JobLikeness.Kind.values())
                                        .map(Enum::name)
                                        .toList()),
                        "text",
                        object("type", "string"),
                        "points",
                        object("type", "integer"),
                        "by",
                        ref("schemas/" + MatchSchema.WANTED)),
                "required",
                List.of("shared", "text", "points", "by"));
        return object(
                "type",
                "object",
                "properties",
                object(
                        "understood",
                        object(
                                "type",
                                "array",
                                "description",
                                "What jobs may share with this one, and the points that they get for it: of the occupation"
                                        + " and its branches, of ways to say the title or a word of it, and of places, the"
                                        + " best counts.",
                                "items",
                                aspect),
                        "least",
                        object(
                                "type",
                                "integer",
                                "description",
                                "Points that a job has at least, or it is not listed.")),
                "required",
                List.of("understood", "least"));
    }
}
