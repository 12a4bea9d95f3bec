package dev.rozgar.bootstrap.relevance;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What a job is worth to whoever asked, from 3 (exactly this) to 0, by what its document says.
///
/// A grade is written as conditions: `occupation=Cook&title~canteen|skill=Tally`; `&` binds closer than `|`, `=` is
/// equality with any value of a list, `~` finds words side by side, `!` turns a condition round.
///
/// @param grades of the best grade first
record Grading(List<Predicate<JsonObject>> grades) {
    static final int BEST = 3;

    private static final Map<String, String> SHORT = Map.of(
            "occupation", "occupation.label",
            "group", "occupation.group.label",
            "field", "occupation.group.field.label",
            "skill", "skills.label",
            "company", "company.name",
            "city", "locations.locality",
            "text", "description.text");

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    Grading {
        grades = List.copyOf(grades);
    }

    /// @param cells one for each grade, the best first; empty: nothing is worth that
    /// @throws IllegalArgumentException for what is not understood
    static Grading of(List<String> cells) {
        if (cells.size() != BEST) throw new IllegalArgumentException("one cell for each of " + BEST + " grades");
        return new Grading(cells.stream().map(Grading::any).toList());
    }

    int of(JsonObject document) {
        for (int i = 0; i < grades.size(); i++) if (grades.get(i).test(document)) return BEST - i;
        return 0;
    }

    private static Predicate<JsonObject> any(String text) {
        if (text.isBlank()) return _ -> false;
        return Arrays.stream(text.split("\\|"))
                .map(Grading::all)
                .reduce(Predicate::or)
                .orElseThrow();
    }

    /// A `&` between two conditions, not one within a value.
    private static Predicate<JsonObject> all(String text) {
        return Arrays.stream(text.split("&(?=!?[a-z_.]+[=~])"))
                .map(Grading::one)
                .reduce(Predicate::and)
                .orElseThrow();
    }

    private static Predicate<JsonObject> one(String text) {
        if (text.startsWith("!")) return one(text.substring(1)).negate();
        int at = Math.max(text.indexOf('='), text.indexOf('~'));
        if (at < 1 || at == text.length() - 1) throw new IllegalArgumentException("no condition: " + text);
        String name = text.substring(0, at);
        List<String> path = List.of(SHORT.getOrDefault(name, name).split("\\."));
        String wanted = folded(text.substring(at + 1));
        boolean exact = text.charAt(at) == '=';
        return document -> values(document, path)
                .map(Grading::folded)
                .anyMatch(value -> exact ? value.equals(wanted) : words(value).contains(words(wanted)));
    }

    /// With a space around each word, so that no part of one is taken for it. Signs belong to words: `C#` is no `C`.
    private static String words(String text) {
        return ' ' + text.replaceAll("[\\s,;:()|\"]+", " ").replace(" - ", " ").strip() + ' ';
    }

    private static String folded(String text) {
        return MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
    }

    private static Stream<String> values(JsonValue node, List<String> path) {
        return switch (node) {
            case JsonArray array -> array.stream().flatMap(element -> values(element, path));
            case JsonObject object ->
                path.isEmpty() || !object.containsKey(path.getFirst())
                        ? Stream.of()
                        : values(object.get(path.getFirst()), path.subList(1, path.size()));
            case JsonString text -> Stream.of(text.getString());
            default -> node == JsonValue.NULL ? Stream.of() : Stream.of(node.toString());
        };
    }
}
