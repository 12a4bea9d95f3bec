package dev.rozgar.adapters.elasticsearch;

import co.elastic.clients.elasticsearch._types.FieldValue;
import dev.rozgar.application.document.Cursor;
import dev.rozgar.application.document.DocumentQuery;
import dev.rozgar.application.document.Sort;
import dev.rozgar.application.document.Value;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The sort keys of a hit as a [Cursor], and back as `search_after`.
///
/// With the missing sorted last, Elasticsearch says "no value" in a way of its own for each type, and takes the same
/// back: null for a keyword, the string "Infinity" or "-Infinity" for a double, the largest or smallest long for
/// everything that is kept as one (whole numbers, dates, flags); of each pair the one that comes last in the sort's
/// direction.
final class SortKeys {
    private SortKeys() {}

    /// @param keys the array `sort` of a hit, which begins with those of the order
    static Cursor cursor(DocumentQuery query, JsonArray keys) {
        return new Cursor(values(query, keys).subList(0, query.order().size()));
    }

    /// One for each of [DocumentQuery#keys].
    static List<Optional<Value>> values(DocumentQuery query, JsonArray keys) {
        List<Sort> sorts = query.keys();
        if (keys.size() != sorts.size())
            throw new IllegalArgumentException(sorts.size() + " sort keys expected: " + keys);
        List<Optional<Value>> values = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) values.add(value(sorts.get(i), keys.get(i)));
        return values;
    }

    /// Of keys that are only told, whatever comes first.
    static List<FieldValue> searchAfter(DocumentQuery query, Cursor cursor) {
        List<FieldValue> keys = new ArrayList<>();
        for (int i = 0; i < query.order().size(); i++) {
            Sort sort = query.order().get(i);
            keys.add(cursor.keys().get(i).map(SortKeys::key).orElseGet(() -> missing(sort)));
        }
        // Behind the id, which no two documents share, they tell nothing apart.
        query.told().forEach(_ -> keys.add(FieldValue.of(0)));
        return keys;
    }

    private static Optional<Value> value(Sort sort, JsonValue key) {
        return switch (sort) {
            case Sort.ByField by -> value(by, key);
            case Sort.ByScore _ ->
                Optional.of(new Value.Whole(((JsonNumber) key).bigDecimalValue().longValueExact()));
            // Of what lies nowhere it is "Infinity".
            case Sort.ByDistance _ ->
                key instanceof JsonNumber metres ? Optional.of(new Value.Real(metres.doubleValue())) : Optional.empty();
        };
    }

    private static Optional<Value> value(Sort.ByField sort, JsonValue key) {
        return switch (sort.field().kind()) {
            case KEYWORD, TEXT, PLACE ->
                key instanceof JsonString word ? Optional.of(new Value.Word(word.getString())) : absent(key);
            // The only strings among the keys of a double are the two infinities.
            case DECIMAL ->
                key instanceof JsonNumber number
                        ? Optional.of(new Value.Decimal(number.bigDecimalValue()))
                        : Optional.empty();
            case WHOLE -> number(sort, key).map(Value.Whole::new);
            case FLAG -> number(sort, key).map(number -> new Value.Flag(number != 0));
            case MOMENT -> number(sort, key).map(millis -> new Value.Moment(Instant.ofEpochMilli(millis)));
            case DAY ->
                number(sort, key)
                        .map(millis ->
                                new Value.Day(LocalDate.ofInstant(Instant.ofEpochMilli(millis), ZoneOffset.UTC)));
            case TIME, POINT ->
                throw new IllegalStateException(
                        "nothing is sorted by " + sort.field().kind());
        };
    }

    private static Optional<Long> number(Sort sort, JsonValue key) {
        long number = ((JsonNumber) key).longValueExact();
        return number == missingNumber(sort) ? Optional.empty() : Optional.of(number);
    }

    private static Optional<Value> absent(JsonValue key) {
        if (key != JsonValue.NULL) throw new IllegalArgumentException("no text among the sort keys: " + key);
        return Optional.empty();
    }

    private static FieldValue key(Value value) {
        return switch (value) {
            case Value.Whole whole -> FieldValue.of(whole.number());
            case Value.Decimal decimal -> FieldValue.of(decimal.text());
            case Value.Real real -> FieldValue.of(real.number());
            case Value.Flag flag -> FieldValue.of(flag.on() ? 1L : 0L);
            case Value.Word word -> FieldValue.of(word.word());
            case Value.Moment moment -> FieldValue.of(moment.instant().toEpochMilli());
            case Value.Day day ->
                FieldValue.of(day.day().atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli());
        };
    }

    private static FieldValue missing(Sort sort) {
        return switch (sort) {
            case Sort.ByField by -> missing(by);
            case Sort.ByDistance _ -> FieldValue.of("Infinity");
            case Sort.ByScore _ -> throw new IllegalArgumentException("every document has a score");
        };
    }

    private static FieldValue missing(Sort.ByField sort) {
        return switch (sort.field().kind()) {
            case KEYWORD, TEXT, PLACE -> FieldValue.NULL;
            case DECIMAL -> FieldValue.of(sort.descending() ? "-Infinity" : "Infinity");
            case WHOLE, FLAG, MOMENT, DAY -> FieldValue.of(missingNumber(sort));
            case TIME, POINT ->
                throw new IllegalStateException(
                        "nothing is sorted by " + sort.field().kind());
        };
    }

    private static long missingNumber(Sort sort) {
        return sort.descending() ? Long.MIN_VALUE : Long.MAX_VALUE;
    }
}
