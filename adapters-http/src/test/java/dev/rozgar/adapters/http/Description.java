package dev.rozgar.adapters.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The served OpenAPI document, as the judge of replies: each must have a described status and media type,
/// and a body of the described shape without a member more.
public final class Description {
    private static final Map<String, Description> KNOWN = new ConcurrentHashMap<>();
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder -> builder.schemaRegistryConfig(
                    SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));

    private final JsonNode document;
    private final Map<String, Schema> schemas = new ConcurrentHashMap<>();

    /// Boards describe themselves alike: one is kept of each text, since what is made of it takes much memory.
    public static Description of(byte[] json) {
        return KNOWN.computeIfAbsent(new String(json, StandardCharsets.UTF_8), _ -> new Description(json));
    }

    private Description(byte[] json) {
        this.document = MAPPER.readTree(json);
        document.at("/components/schemas").forEach(Description::close);
    }

    public JsonNode document() {
        return document;
    }

    /// What is wrong with a reply; empty where all is well.
    public List<String> faults(String method, String path, Board.Reply reply) {
        String content = reply.header("content-type");
        if (reply.status() == 304 || reply.status() == 204 || method.equals("HEAD")) return List.of();
        JsonNode operation = operation(method, path);
        String status = Integer.toString(reply.status());
        boolean described = operation.isMissingNode()
                ? reply.status() >= 400
                : operation.at("/responses").has(status) || reply.status() == 405;
        if (!described) return List.of(method + ' ' + path + " may not answer " + status);
        if (reply.status() >= 400 && !content.equals("application/problem+json"))
            return List.of("not a problem but " + content);
        if (content.startsWith("text/plain")) return List.of();
        if (content.equals("application/x-ndjson") || content.equals("text/event-stream")) {
            boolean streams = operation.at("/responses/" + status + "/content").has(content);
            return streams ? List.of() : List.of("described as something else than a stream");
        }
        return schema(schemaPointer(operation, status, content)).validate(MAPPER.readTree(reply.bytes())).stream()
                .map(Error::toString)
                .toList();
    }

    private static String schemaPointer(JsonNode operation, String status, String content) {
        if (content.equals("application/problem+json")) return "#/components/schemas/Problem";
        return operation
                .at("/responses/" + status + "/content/application~1json/schema/$ref")
                .asString("");
    }

    private JsonNode operation(String method, String path) {
        String plain = path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        String template = plain.replaceFirst(
                        "^(/api/(?:jobs|companies|applications|invoices|searches|webhooks|index/why/job))/(?!(?:export|changes|suggest|search)$)[^/]+",
                        "$1/{id}")
                .replaceFirst("/transitions/[^/]+$", "/transitions/{sequence}")
                .replaceFirst("/deliveries/[^/]+/replay$", "/deliveries/{delivery}/replay")
                .replaceFirst("^(/api/index/impact)/[^/]+/[^/]+$", "$1/{table}/{key}");
        return document.at("/paths").path(template).path(method.toLowerCase(java.util.Locale.ROOT));
    }

    public Schema schema(String pointer) {
        return schemas.computeIfAbsent(pointer, ref -> {
            ObjectNode root = MAPPER.createObjectNode();
            if (!ref.isEmpty()) root.put("$ref", ref);
            root.set("components", document.get("components"));
            return REGISTRY.getSchema(root);
        });
    }

    public static Schema schemaOf(byte[] json) {
        return REGISTRY.getSchema(MAPPER.readTree(json));
    }

    /// A reply may not hold what is not described.
    private static void close(JsonNode schema) {
        if (schema instanceof ObjectNode object && object.has("properties")) object.put("additionalProperties", false);
        schema.forEach(Description::close);
    }

    /// The reply is a problem as described here, with the status, and names what was wrong.
    public void requireProblem(int status, String named, Board.Reply reply) {
        assertEquals(status, reply.status(), reply::text);
        assertEquals("application/problem+json", reply.header("content-type"));
        assertEquals("nosniff", reply.header("x-content-type-options"));
        assertTrue(reply.text().contains(named), () -> named + " in " + reply.text());
        assertEquals(List.of(), schema("#/components/schemas/Problem").validate(reply.text(), InputFormat.JSON));
    }
}
