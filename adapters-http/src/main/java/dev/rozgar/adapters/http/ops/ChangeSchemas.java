package dev.rozgar.adapters.http.ops;

import static dev.rozgar.adapters.http.json.JsonSchemas.object;
import static dev.rozgar.adapters.http.json.JsonSchemas.ref;

import dev.rozgar.adapters.http.json.JsonSchemas;
import dev.rozgar.application.feed.Kept;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What the feed of changes sends.
final class ChangeSchemas {
    private ChangeSchemas() {}

    static Map<String, Object> page() {
        return object(
                "type",
                "object",
                "properties",
                object(
                        "changes",
                        object("type", "array", "items", ref("schemas/JobChange")),
                        "next",
                        object("type", "string", "description", "The cursor behind these changes."),
                        "more",
                        object("type", "boolean", "description", "Whether more can be read at once.")),
                "required",
                List.of("changes", "next", "more"));
    }

    /// With its document, or with why it is gone and what was kept of it.
    @SuppressWarnings("unchecked")
    static Map<String, Object> change() {
        Map<String, Object> kept =
                (Map<String, Object>) JsonSchemas.of(Kept.JOB).getOrDefault("properties", object());
        Map<String, Object> members = new LinkedHashMap<>(object(
                "id",
                object("type", "integer", "format", "int64"),
                "kind",
                object("type", "string", "enum", List.of("upsert", "remove")),
                "at",
                object("type", "string", "format", "date-time"),
                "document",
                ref("schemas/Job"),
                "reason",
                object(
                        "type",
                        "string",
                        "description",
                        "Of a job that is gone: REMOVED, COMPANY_HIDDEN, the state that it went to, or CHANGED where it is"
                                + " listed and does not match the filter any more.")));
        members.putAll(kept);
        return object("type", "object", "properties", members, "required", List.of("id", "kind", "at"));
    }
}
