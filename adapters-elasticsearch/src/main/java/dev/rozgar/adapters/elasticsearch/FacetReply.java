package dev.rozgar.adapters.elasticsearch;

import dev.rozgar.application.document.DocumentField;
import dev.rozgar.application.document.DocumentQuery;
import dev.rozgar.application.document.Facet;
import dev.rozgar.application.document.Facet.Bucket;
import dev.rozgar.application.document.FacetWish;
import dev.rozgar.application.document.Value;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/// The aggregations of a reply ([FacetDsl]) as facets.
final class FacetReply {
    private FacetReply() {}

    static List<Facet> facets(DocumentQuery query, JsonObject aggregations) {
        List<Facet> facets = new ArrayList<>();
        for (FacetWish wish : query.facets()) {
            JsonObject facet =
                    member(aggregations, FacetDsl.name(facets.size())).asJsonObject();
            JsonObject values = facet.containsKey(FacetDsl.VALUES) ? facet.getJsonObject(FacetDsl.VALUES) : facet;
            facets.add(Facet.of(
                    wish, buckets(values).map(bucket -> bucket(wish, bucket)).toList()));
        }
        return facets;
    }

    private static Stream<JsonObject> buckets(JsonObject terms) {
        return member(terms, "buckets").asJsonArray().stream().map(JsonValue::asJsonObject);
    }

    private static JsonValue member(JsonObject object, String name) {
        JsonValue member = object.get(name);
        if (member == null) throw new IllegalArgumentException("no " + name + " in " + object.keySet());
        return member;
    }

    private static Bucket bucket(FacetWish wish, JsonObject bucket) {
        Optional<String> label = wish.field().label().flatMap(_ -> label(bucket));
        OptionalLong sum = wish.summed().isPresent() ? OptionalLong.of(sum(bucket)) : OptionalLong.empty();
        return new Bucket(value(wish.field(), member(bucket, "key")), label, whole(member(bucket, "doc_count")), sum);
    }

    /// Of an index that is being told of a new name some documents have the old one.
    private static Optional<String> label(JsonObject bucket) {
        return buckets(member(bucket, FacetDsl.LABEL).asJsonObject())
                .map(label -> ((JsonString) member(label, "key")).getString())
                .findFirst();
    }

    private static long sum(JsonObject bucket) {
        return whole(member(member(bucket, FacetDsl.SUM).asJsonObject(), "value"));
    }

    private static Value value(DocumentField field, JsonValue key) {
        return switch (field.kind()) {
            case KEYWORD, TEXT, PLACE -> new Value.Word(((JsonString) key).getString());
            case WHOLE -> new Value.Whole(whole(key));
            case DECIMAL -> new Value.Decimal(((JsonNumber) key).bigDecimalValue());
            case FLAG -> new Value.Flag(whole(key) != 0);
            case MOMENT -> new Value.Moment(Instant.ofEpochMilli(whole(key)));
            case DAY -> new Value.Day(LocalDate.ofInstant(Instant.ofEpochMilli(whole(key)), ZoneOffset.UTC));
            case TIME, POINT -> throw new IllegalStateException("nothing is counted by " + field.kind());
        };
    }

    /// What is whole may be written as 80.0.
    private static long whole(JsonValue number) {
        return ((JsonNumber) number).bigDecimalValue().longValueExact();
    }
}
