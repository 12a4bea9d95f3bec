package dev.rozgar.bootstrap.agreement;

import dev.rozgar.application.document.Document;
import dev.rozgar.application.document.DocumentField;
import dev.rozgar.application.document.DocumentSchema;
import dev.rozgar.application.document.Value;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/// Which values stand in real documents, field by field: random filters on values that nobody has would agree on
/// nothing.
final class FieldValues {
    private static final JsonProvider JSON = JsonProvider.provider();

    private final Map<String, List<Value>> values = new HashMap<>();

    FieldValues(DocumentSchema schema, List<Document> documents) {
        Map<String, Set<Value>> found = new HashMap<>();
        for (Document document : documents) {
            JsonObject json = JSON.createReader(new ByteArrayInputStream(document.bytes()))
                    .readObject();
            for (DocumentField field : schema.fields()) {
                collect(
                        json,
                        List.of(field.path().split("\\.")),
                        field,
                        found.computeIfAbsent(field.path(), _ -> new LinkedHashSet<>()));
            }
        }
        found.forEach((path, set) -> values.put(path, List.copyOf(set)));
    }

    List<Value> of(DocumentField field) {
        return values.getOrDefault(field.path(), List.of());
    }

    Value pick(DocumentField field, Random random) {
        List<Value> known = of(field);
        return known.get(random.nextInt(known.size()));
    }

    List<Value> pickSome(DocumentField field, int most, Random random) {
        List<Value> some = new ArrayList<>();
        int count = 1 + random.nextInt(most);
        for (int i = 0; i < count; i++) some.add(pick(field, random));
        return some.stream().distinct().toList();
    }

    private static void collect(JsonValue node, List<String> path, DocumentField field, Set<Value> into) {
        switch (node) {
            case JsonArray array -> array.forEach(element -> collect(element, path, field, into));
            case JsonObject object
            when !path.isEmpty() && object.containsKey(path.getFirst()) ->
                collect(object.get(path.getFirst()), path.subList(1, path.size()), field, into);
            case JsonString text -> field.kind().parse(text.getString()).ifPresent(into::add);
            case JsonNumber number ->
                field.kind().parse(number.bigDecimalValue().toPlainString()).ifPresent(into::add);
            case JsonValue flag
            when flag == JsonValue.TRUE || flag == JsonValue.FALSE ->
                field.kind().parse(flag.toString()).ifPresent(into::add);
            default -> {
                // null, or a part of an object that is no value
            }
        }
    }
}
