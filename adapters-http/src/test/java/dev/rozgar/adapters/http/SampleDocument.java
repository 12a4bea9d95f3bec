package dev.rozgar.adapters.http;

import dev.rozgar.application.document.Document;
import dev.rozgar.application.document.DocumentSchema;
import dev.rozgar.application.document.Node;
import dev.rozgar.application.document.Selection;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// A document as PostgreSQL would build it, every member filled or every optional one null, whatever is declared.
public final class SampleDocument {
    private final long id;
    private final boolean full;

    private SampleDocument(long id, boolean full) {
        this.id = id;
        this.full = full;
    }

    public static Document full(DocumentSchema schema, long id) {
        return document(schema, new SampleDocument(id, true));
    }

    public static Document sparse(DocumentSchema schema, long id) {
        return document(schema, new SampleDocument(id, false));
    }

    /// As a store cuts it.
    static Document cut(Document document, Optional<Selection> fields) {
        if (fields.isEmpty()) return document;
        try (JsonReader reader = Json.createReader(new StringReader(document.toString()))) {
            return Document.of(
                    cut(reader.readObject(), fields.get().members()).toString().getBytes(StandardCharsets.UTF_8));
        }
    }

    private static JsonObject cut(JsonObject object, List<Node> members) {
        JsonObjectBuilder left = Json.createObjectBuilder();
        for (Node node : members) left.add(node.name(), cut(object.getOrDefault(node.name(), JsonValue.NULL), node));
        return left.build();
    }

    private static JsonValue cut(JsonValue value, Node node) {
        if (node instanceof Node.Leaf || value == JsonValue.NULL) return value;
        if (value instanceof JsonObject object) return cut(object, node.children());
        JsonArrayBuilder list = Json.createArrayBuilder();
        for (JsonValue element : value.asJsonArray()) list.add(cut(element.asJsonObject(), node.children()));
        return list.build();
    }

    private static Document document(DocumentSchema schema, SampleDocument sample) {
        return Document.of(sample.object(schema.members()).getBytes(StandardCharsets.UTF_8));
    }

    private String object(List<Node> members) {
        return members.stream()
                .map(node -> '"' + node.name() + "\": " + value(node))
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private String value(Node node) {
        return switch (node) {
            case Node.Leaf leaf -> leaf(leaf);
            case Node.Group group -> full || group.presentWhen().isEmpty() ? object(group.children()) : "null";
            case Node.One one -> full || one.required() ? object(one.children()) : "null";
            case Node.Many many -> full ? '[' + object(many.children()) + ", " + object(many.children()) + ']' : "[]";
        };
    }

    private String leaf(Node.Leaf leaf) {
        if (leaf.list()) return full ? '[' + scalar(leaf) + ']' : "[]";
        return full || leaf.required() ? scalar(leaf) : "null";
    }

    private String scalar(Node.Leaf leaf) {
        return switch (leaf.kind()) {
            case WHOLE -> Long.toString(id);
            case DECIMAL -> "18500.50";
            case FLAG -> "true";
            case KEYWORD, TEXT ->
                '"'
                        + (leaf.codes().isEmpty()
                                ? "पुणे \\\"rider\\\""
                                : leaf.codes().getFirst())
                        + '"';
            case PLACE -> "\"IN/maharashtra\"";
            case MOMENT -> "\"2026-03-01T09:30:00Z\"";
            case DAY -> "\"2026-03-01\"";
            case TIME -> "\"09:30\"";
            case POINT -> "{\"lat\": 18.52, \"lon\": 0}";
        };
    }
}
