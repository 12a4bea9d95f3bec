package dev.rozgar.adapters.http.ops;

import static dev.rozgar.adapters.http.json.JsonSchemas.object;
import static dev.rozgar.adapters.http.json.JsonSchemas.ref;

import dev.rozgar.adapters.http.delivery.MessageId;
import dev.rozgar.adapters.http.json.JsonSchemas;
import dev.rozgar.adapters.http.json.Shape;
import dev.rozgar.domain.alerts.EventType;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What webhooks are told, as OpenAPI 3.1 describes requests that come from the service: by `webhooks`. Events are
/// written by the stores in the transactions that they tell of; here stands what their receivers may rely on.
final class WebhookEvents {
    private WebhookEvents() {}

    /// @param jobs at most 1,000, each told once
    /// @param href where all that the search has found is listed
    private record Matched(Long searchId, String name, List<Long> jobs, String href) {}

    private record SearchMatched(String type, OffsetDateTime timestamp, Matched data) {}

    /// @param fromState null on a first line
    private record Job(
            Long jobId,
            Long companyId,
            Long sequence,
            String move,
            @Nullable String fromState,
            String toState,
            String href) {}

    private record JobMoved(String type, OffsetDateTime timestamp, Job data) {}

    /// @param fromState null on a first line
    private record Application(
            Long applicationId,
            Long jobId,
            Long companyId,
            Long sequence,
            String move,
            @Nullable String fromState,
            String toState,
            String href) {}

    private record ApplicationMoved(String type, OffsetDateTime timestamp, Application data) {}

    /// By the names of the events.
    static Map<String, Object> described() {
        Map<String, Object> webhooks = new LinkedHashMap<>();
        for (EventType type : EventType.values()) webhooks.put(type.text(), object("post", post(type)));
        return webhooks;
    }

    static Map<String, Object> schemas() {
        Map<String, Object> schemas = new LinkedHashMap<>();
        for (EventType type : EventType.values())
            schemas.put(
                    schema(type),
                    JsonSchemas.of(Shape.of(payload(type)).with("type", new Shape.Code(List.of(type.text())))));
        return schemas;
    }

    private static Map<String, Object> post(EventType type) {
        return object(
                "summary",
                summary(type),
                "description",
                "Sent at least once, in no order that could be relied upon, until it is answered 2xx: at once, then after"
                        + " pauses of 1 minute to 8 hours for a little over 15 hours. 410 stops the webhook. Redirects are"
                        + " not followed.",
                "operationId",
                type.name().toLowerCase(Locale.ROOT),
                "parameters",
                headers(),
                "requestBody",
                object(
                        "required",
                        true,
                        "content",
                        object(
                                "application/json",
                                object("schema", ref("schemas/" + schema(type)), "example", example(type)))),
                "responses",
                object(
                        "2XX", object("description", "Taken"),
                        "410", object("description", "Nothing more is wanted, ever"),
                        "default", object("description", "Not taken: it is sent again")));
    }

    private static List<Object> headers() {
        return List.of(
                header(
                        "webhook-id",
                        "The event, the same whenever it is sent: what was taken under it may be left out.",
                        object("type", "string", "pattern", MessageId.PATTERN)),
                header(
                        "webhook-timestamp",
                        "When it is sent, in seconds since 1970: what is old was recorded by somebody.",
                        object("type", "string", "pattern", "^[0-9]+$")),
                header(
                        "webhook-signature",
                        "v1, and in base 64 the HMAC-SHA256 of webhook-id.webhook-timestamp.body, its key the bytes that"
                                + " stand in base 64 behind whsec_ in the secret. Two with a space between them for a day"
                                + " after another secret was given: one that fits is enough.",
                        object("type", "string")));
    }

    private static Map<String, Object> header(String name, String description, Map<String, Object> schema) {
        return object("name", name, "in", "header", "required", true, "description", description, "schema", schema);
    }

    private static String schema(EventType type) {
        return payload(type).getSimpleName() + "Event";
    }

    private static Class<?> payload(EventType type) {
        return switch (type) {
            case SEARCH_MATCHED -> SearchMatched.class;
            case JOB_MOVED -> JobMoved.class;
            case APPLICATION_MOVED -> ApplicationMoved.class;
        };
    }

    private static String summary(EventType type) {
        return switch (type) {
            case SEARCH_MATCHED -> "Jobs have come to match a saved search";
            case JOB_MOVED -> "A job of the company has moved, or is new";
            case APPLICATION_MOVED -> "An application for a job of the company has moved, or is new";
        };
    }

    private static Map<String, Object> example(EventType type) {
        Map<String, Object> data = switch (type) {
            case SEARCH_MATCHED ->
                object("search_id", 3, "name", "Riders in Pune", "jobs", List.of(145), "href", "/api/searches/3/found");
            case JOB_MOVED ->
                object(
                        "job_id", 3,
                        "company_id", 7,
                        "sequence", 2,
                        "move", "PAUSE",
                        "from_state", "PUBLISHED",
                        "to_state", "PAUSED",
                        "href", "/api/jobs/3/manage");
            case APPLICATION_MOVED ->
                object(
                        "application_id",
                        12,
                        "job_id",
                        3,
                        "company_id",
                        7,
                        "sequence",
                        4,
                        "move",
                        "WITHDRAW",
                        "from_state",
                        "APPLIED",
                        "to_state",
                        "WITHDRAWN",
                        "href",
                        "/api/applications/12");
        };
        return object("type", type.text(), "timestamp", "2026-11-26T10:00:00.000Z", "data", data);
    }
}
