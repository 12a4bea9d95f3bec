package dev.rozgar.bootstrap.prove.stand;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Cuts JSON into its parts without reading any of them: what is compared byte for byte must not be parsed and written
/// again on the way.
record JsonSlices(byte[] json, int from, int until) {
    static JsonSlices of(byte[] json) {
        return new JsonSlices(json, 0, json.length);
    }

    byte[] bytes() {
        return Arrays.copyOfRange(json, from, until);
    }

    /// A string without its quotes, anything else as it stands.
    String text() {
        var text = new String(json, from, until - from, StandardCharsets.UTF_8).strip();
        return text.startsWith("\"") ? text.substring(1, text.length() - 1) : text;
    }

    /// Of an object, by name.
    Map<String, JsonSlices> members() {
        Map<String, JsonSlices> members = new LinkedHashMap<>();
        for (JsonSlices part : parts()) {
            int colon = part.endOfString();
            int value = colon;
            while (json[value] != ':') value++;
            var name = new JsonSlices(json, part.from, colon).text();
            members.put(name, new JsonSlices(json, value + 1, part.until).stripped());
        }
        return members;
    }

    JsonSlices member(String name) {
        var found = members().get(name);
        if (found == null) throw new IllegalArgumentException("no member " + name);
        return found;
    }

    /// Of an array, in order.
    List<JsonSlices> items() {
        return parts();
    }

    /// What the commas of the outermost level part.
    private List<JsonSlices> parts() {
        List<JsonSlices> parts = new ArrayList<>();
        int depth = 0;
        int begin = from + 1;
        for (int i = from; i < until; i++) {
            byte here = json[i];
            if (here == '"') {
                i = new JsonSlices(json, i, until).endOfString() - 1;
                continue;
            }
            if (here == '{' || here == '[') depth++;
            if (here == '}' || here == ']') depth--;
            if (depth == 1 && here == ',' || depth == 0) {
                var part = new JsonSlices(json, begin, i).stripped();
                if (part.from < part.until) parts.add(part);
                begin = i + 1;
            }
            if (depth == 0) break;
        }
        return parts;
    }

    /// Just behind the string that begins here.
    private int endOfString() {
        int i = from + 1;
        while (json[i] != '"') i += json[i] == '\\' ? 2 : 1;
        return i + 1;
    }

    private JsonSlices stripped() {
        int begin = from;
        int end = until;
        while (begin < end && json[begin] <= ' ') begin++;
        while (end > begin && json[end - 1] <= ' ') end--;
        return new JsonSlices(json, begin, end);
    }
}
