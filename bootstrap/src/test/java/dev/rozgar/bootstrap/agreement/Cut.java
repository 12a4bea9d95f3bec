package dev.rozgar.bootstrap.agreement;

import dev.rozgar.application.document.Document;
import dev.rozgar.application.document.Node;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.List;

/// Sparse documents by a tree of values, as neither store makes them.
final class Cut {
    private Cut() {}

    static JsonObject object(Document document) {
        return object(document.toString());
    }

    static JsonObject object(String json) {
        try (var reader = Json.createReader(new StringReader(json))) {
            return reader.readObject();
        }
    }

    static JsonObject of(JsonObject object, List<Node> members) {
        JsonObjectBuilder left = Json.createObjectBuilder();
        for (Node node : members) left.add(node.name(), of(object.getOrDefault(node.name(), JsonValue.NULL), node));
        return left.build();
    }

    private static JsonValue of(JsonValue value, Node node) {
        if (node instanceof Node.Leaf || value == JsonValue.NULL) return value;
        if (value instanceof JsonObject object) return of(object, node.children());
        JsonArrayBuilder list = Json.createArrayBuilder();
        for (JsonValue element : value.asJsonArray()) list.add(of(element.asJsonObject(), node.children()));
        return list.build();
    }
}
