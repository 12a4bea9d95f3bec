package dev.rozgar.bootstrap.intake;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// Members of JSON-LD, whose authors write a text, a number, an object or a list of any of these where one of them is
/// meant.
///
/// @param object whose
record JsonMembers(JsonObject object) {

    /// The member's values: those of the list, or the one; none for null.
    List<JsonValue> all(String name) {
        return switch (object.get(name)) {
            case null -> List.of();
            case JsonValue list
            when list.getValueType() == JsonValue.ValueType.ARRAY ->
                list.asJsonArray().stream().filter(JsonMembers::isSomething).toList();
            case JsonValue one -> isSomething(one) ? List.of(one) : List.of();
        };
    }

    /// The first value as a text; of an object its `name` or `value`.
    Optional<String> text(String name) {
        return texts(name).stream().findFirst();
    }

    List<String> texts(String name) {
        return all(name).stream()
                .flatMap(value -> text(value).stream())
                .filter(text -> !text.isBlank())
                .toList();
    }

    Optional<JsonMembers> object(String name) {
        return objects(name).stream().findFirst();
    }

    List<JsonMembers> objects(String name) {
        return all(name).stream()
                .filter(value -> value.getValueType() == JsonValue.ValueType.OBJECT)
                .map(value -> new JsonMembers(value.asJsonObject()))
                .toList();
    }

    /// A number, or a text that is one.
    Optional<BigDecimal> number(String name) {
        return all(name).stream().findFirst().flatMap(value -> switch (value) {
            case JsonNumber number -> Optional.of(number.bigDecimalValue());
            case JsonString text -> Optional.of(Forms.number(text.getString()));
            default -> Optional.empty();
        });
    }

    Optional<Boolean> flag(String name) {
        return text(name).map(Boolean::valueOf);
    }

    private static Optional<String> text(JsonValue value) {
        return switch (value) {
            case JsonString text -> Optional.of(text.getString());
            case JsonNumber number -> Optional.of(number.toString());
            case JsonObject inner -> {
                var members = new JsonMembers(inner);
                yield members.text("name").or(() -> members.text("value"));
            }
            default ->
                value.getValueType() == JsonValue.ValueType.TRUE || value.getValueType() == JsonValue.ValueType.FALSE
                        ? Optional.of(value.toString())
                        : Optional.empty();
        };
    }

    private static boolean isSomething(JsonValue value) {
        return value.getValueType() != JsonValue.ValueType.NULL;
    }
}
