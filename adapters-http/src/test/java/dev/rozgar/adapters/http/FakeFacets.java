package dev.rozgar.adapters.http;

import dev.rozgar.application.document.Document;
import dev.rozgar.application.document.DocumentField;
import dev.rozgar.application.document.DocumentQuery;
import dev.rozgar.application.document.Facet;
import dev.rozgar.application.document.Facet.Bucket;
import dev.rozgar.application.document.FacetWish;
import dev.rozgar.application.document.Value;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/// The facets of documents, read out of their JSON. Of as many documents, the value that comes first is first.
final class FakeFacets {
    private static final JsonProvider JSON = JsonProvider.provider();

    private FakeFacets() {}

    static List<Facet> of(DocumentQuery query, List<Document> documents) {
        if (query.facets().isEmpty()) return List.of();
        List<JsonObject> all = documents.stream()
                .map(document -> JSON.createReader(new ByteArrayInputStream(document.bytes()))
                        .readObject())
                .toList();
        return query.facets().stream().map(wish -> facet(wish, all)).toList();
    }

    private static Facet facet(FacetWish wish, List<JsonObject> documents) {
        Map<Value, List<JsonObject>> byValue = new LinkedHashMap<>();
        for (JsonObject document : documents)
            texts(document, wish.field())
                    .distinct()
                    .map(text -> wish.field().kind().parse(text).orElseThrow())
                    .forEach(value -> byValue.computeIfAbsent(value, _ -> new ArrayList<>())
                            .add(document));
        List<Bucket> buckets = new ArrayList<>();
        byValue.forEach((value, those) -> buckets.add(bucket(wish, value, those)));
        buckets.sort(Comparator.comparingLong(Bucket::count).reversed());
        return Facet.of(wish, buckets);
    }

    private static Bucket bucket(FacetWish wish, Value value, List<JsonObject> documents) {
        Optional<String> label = wish.field()
                .label()
                .map(its -> texts(documents.getFirst(), its).findFirst().orElseThrow());
        OptionalLong sum = wish.summed()
                .map(summed -> OptionalLong.of(documents.stream()
                        .flatMap(document -> texts(document, summed.field()))
                        .mapToLong(Long::parseLong)
                        .sum()))
                .orElse(OptionalLong.empty());
        return new Bucket(value, label, documents.size(), sum);
    }

    static Stream<String> texts(Document document, DocumentField field) {
        return texts(
                JSON.createReader(new ByteArrayInputStream(document.bytes())).readObject(), field);
    }

    private static Stream<String> texts(JsonObject document, DocumentField field) {
        return texts(document, List.of(field.path().split("\\.")));
    }

    private static Stream<String> texts(JsonValue node, List<String> path) {
        return switch (node) {
            case JsonArray list -> list.stream().flatMap(element -> texts(element, path));
            case JsonObject object
            when !path.isEmpty() ->
                texts(Objects.requireNonNull(object.get(path.getFirst())), path.subList(1, path.size()));
            case JsonString text -> Stream.of(text.getString());
            default -> node == JsonValue.NULL ? Stream.empty() : Stream.of(node.toString());
        };
    }
}
