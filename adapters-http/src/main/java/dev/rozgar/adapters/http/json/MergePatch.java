package dev.rozgar.adapters.http.json;

import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.Map;

/// JSON Merge Patch (RFC 7396): members given replace, null removes, objects merge, arrays are replaced whole.
public final class MergePatch {
    private MergePatch() {}

    /// `patch` has passed [BodyCheck], so it is an object and not deep.
    public static String apply(String target, String patch) {
        return merged(parse(target), parse(patch)).toString();
    }

    static JsonObject parse(String object) {
        try (JsonReader reader = Json.PROVIDER.createReader(new StringReader(object))) {
            return reader.readObject();
        }
    }

    private static JsonValue merged(JsonValue target, JsonValue patch) {
        if (!(patch instanceof JsonObject changes)) return patch;
        Map<String, JsonValue> result = new LinkedHashMap<>();
        if (target instanceof JsonObject before) result.putAll(before);
        changes.forEach((name, change) -> {
            if (change == JsonValue.NULL || change.getValueType() == JsonValue.ValueType.NULL) result.remove(name);
            else result.put(name, merged(result.getOrDefault(name, JsonValue.NULL), change));
        });
        var builder = Json.PROVIDER.createObjectBuilder();
        result.forEach(builder::add);
        return builder.build();
    }
}
