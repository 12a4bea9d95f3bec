package dev.rozgar.adapters.elasticsearch;

import dev.rozgar.application.checking.FieldDifference;
import dev.rozgar.application.document.Document;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Finds where two JSON documents differ, member by member and element by element.
final class JsonDiff {
    private static final JsonProvider JSON = JsonProvider.provider();
    /// More than that tells a person nothing.
    private static final int MOST = 50;

    private static final int LONGEST = 80;

    private final List<FieldDifference> found = new ArrayList<>();

    private JsonDiff() {}

    static List<FieldDifference> between(Document truth, Document copy) {
        JsonDiff diff = new JsonDiff();
        try {
            diff.compare("", read(truth), read(copy));
        } catch (JsonException garbled) {
            diff.found.add(new FieldDifference("", brief(truth.toString()), brief(copy.toString())));
        }
        return List.copyOf(diff.found);
    }

    private static JsonValue read(Document document) {
        try (JsonReader reader = JSON.createReader(new ByteArrayInputStream(document.bytes()))) {
            return reader.readValue();
        }
    }

    private void compare(String path, @Nullable JsonValue truth, @Nullable JsonValue copy) {
        if (found.size() >= MOST) return;
        if (truth instanceof JsonObject one && copy instanceof JsonObject other) {
            Set<String> names = new LinkedHashSet<>(one.keySet());
            names.addAll(other.keySet());
            names.forEach(name -> compare(path.isEmpty() ? name : path + '.' + name, one.get(name), other.get(name)));
        } else if (truth instanceof JsonArray one && copy instanceof JsonArray other) {
            for (int i = 0; i < Math.max(one.size(), other.size()); i++) {
                compare(
                        path + '[' + i + ']',
                        i < one.size() ? one.get(i) : null,
                        i < other.size() ? other.get(i) : null);
            }
        } else if (truth == null || !truth.equals(copy)) {
            found.add(new FieldDifference(path, brief(truth), brief(copy)));
        }
    }

    private static String brief(@Nullable Object value) {
        if (value == null) return "";
        String text = value.toString();
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + '…';
    }
}
