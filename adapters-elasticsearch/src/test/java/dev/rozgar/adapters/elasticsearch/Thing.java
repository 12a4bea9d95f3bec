package dev.rozgar.adapters.elasticsearch;

import static dev.rozgar.application.document.Declare.day;
import static dev.rozgar.application.document.Declare.decimal;
import static dev.rozgar.application.document.Declare.flag;
import static dev.rozgar.application.document.Declare.groupWhen;
import static dev.rozgar.application.document.Declare.keyword;
import static dev.rozgar.application.document.Declare.many;
import static dev.rozgar.application.document.Declare.moment;
import static dev.rozgar.application.document.Declare.text;
import static dev.rozgar.application.document.Declare.whole;

import dev.rozgar.application.document.Document;
import dev.rozgar.application.document.DocumentSchema;
import dev.rozgar.application.document.DocumentSchema.Window;
import dev.rozgar.application.document.Value;
import dev.rozgar.application.document.Weight;
import dev.rozgar.application.indexing.IndexEntry;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/// A document of a made-up declaration with fields of every kind and use, known value by value.
///
/// @param values what each path holds; a path without a value is absent
record Thing(long id, Map<String, List<Value>> values) {
    static final DocumentSchema SCHEMA = DocumentSchema.of(
            "thing",
            "listed",
            Optional.of(new Window("published_at", "expires_at")),
            whole("id").required().filter().sort(),
            whole("weight").filter().sort().facet(),
            decimal("price").filter().sort().facet(),
            flag("open").filter().sort().facet(),
            keyword("code").filter().sort().facet(),
            text("name").search(Weight.B).filter().sort(),
            moment("seen_at").filter().sort().facet(),
            day("due").filter().sort().facet(),
            keyword("tags").list().filter().facet(),
            many(
                    "parts",
                    "part",
                    "thing_id",
                    whole("size").filter().facet(),
                    keyword("label").filter().facet()),
            groupWhen("offered", "offer", decimal("least").filter().sort().facet(), keyword("note")),
            moment("published_at").required().filter().sort(),
            moment("expires_at").required().filter().sort());

    static final Instant NOW = Instant.parse("2026-03-01T09:30:00Z");
    private static final JsonProvider JSON = JsonProvider.provider();
    private static final List<String> WORDS = List.of(
            "a",
            "B",
            "b",
            "Z",
            "z",
            "\u00e9",
            "e\u0301",
            "\u0905",
            "\u65e5\u672c",
            "\ud83d\ude00",
            "\ufb01",
            "q\"uote",
            "back\\slash",
            "two words",
            "C#",
            "_",
            "0",
            "10",
            "9");

    /// One whose absent values, ties and extremes are frequent.
    static Thing random(long id, Random random) {
        Map<String, List<Value>> values = new LinkedHashMap<>();
        values.put("id", List.of(new Value.Whole(id)));
        long[] weights = {0, -1, 1, 7, 9_007_199_254_740_992L, 9_007_199_254_740_993L, Long.MAX_VALUE - 1};
        maybe(random, values, "weight", new Value.Whole(weights[random.nextInt(weights.length)]));
        maybe(random, values, "price", price(random));
        maybe(random, values, "open", new Value.Flag(random.nextBoolean()));
        maybe(random, values, "code", word(random));
        maybe(random, values, "name", word(random));
        maybe(random, values, "seen_at", new Value.Moment(sometime(random)));
        maybe(random, values, "due", new Value.Day(LocalDate.of(1969 + random.nextInt(3), 12, 30 + random.nextInt(2))));
        values.put("tags", some(random));
        List<Value> labels = some(random);
        values.put("parts.label", labels);
        values.put(
                "parts.size",
                labels.stream()
                        .<Value>map(_ -> new Value.Whole(random.nextInt(20)))
                        .toList());
        if (random.nextBoolean()) maybe(random, values, "offer.least", price(random));
        values.put("published_at", List.of(new Value.Moment(NOW.minusMillis(random.nextInt(5) * 500L))));
        values.put("expires_at", List.of(new Value.Moment(NOW.plusMillis(500L + random.nextInt(4) * 500L))));
        return new Thing(id, values);
    }

    private static void maybe(Random random, Map<String, List<Value>> values, String path, Value value) {
        values.put(path, random.nextInt(4) == 0 ? List.of() : List.of(value));
    }

    private static Value price(Random random) {
        String[] prices = {"0", "-12.5", "18500.50", "0.0001", "999999999.99", "10000000", "1.1", "12345678.25"};
        return new Value.Decimal(new BigDecimal(prices[random.nextInt(prices.length)]));
    }

    private static Value word(Random random) {
        return new Value.Word(WORDS.get(random.nextInt(WORDS.size())));
    }

    private static Instant sometime(Random random) {
        return random.nextInt(10) == 0
                ? Instant.parse("0001-01-01T00:00:00Z")
                : NOW.plusMillis(random.nextInt(9) * 250L);
    }

    private static List<Value> some(Random random) {
        List<Value> some = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) some.add(word(random));
        return some;
    }

    List<Value> at(String path) {
        return values.getOrDefault(path, List.of());
    }

    IndexEntry entry(long version) {
        return new IndexEntry(id, version, Optional.of(Document.of(json().getBytes(StandardCharsets.UTF_8))));
    }

    String json() {
        JsonObjectBuilder json = JSON.createObjectBuilder();
        for (String path : List.of("id", "weight", "price", "open", "code", "name", "seen_at", "due")) {
            json.add(path, one(path));
        }
        JsonArrayBuilder tags = JSON.createArrayBuilder();
        at("tags").forEach(tag -> tags.add(literal(tag)));
        JsonArrayBuilder parts = JSON.createArrayBuilder();
        for (int i = 0; i < at("parts.label").size(); i++) {
            parts.add(JSON.createObjectBuilder()
                    .add("size", literal(at("parts.size").get(i)))
                    .add("label", literal(at("parts.label").get(i))));
        }
        json.add("tags", tags).add("parts", parts);
        if (values.containsKey("offer.least"))
            json.add("offer", JSON.createObjectBuilder().add("least", one("offer.least")));
        else json.add("offer", JsonValue.NULL);
        return json.add("published_at", one("published_at"))
                .add("expires_at", one("expires_at"))
                .build()
                .toString();
    }

    private JsonValue one(String path) {
        return at(path).stream().map(Thing::literal).findFirst().orElse(JsonValue.NULL);
    }

    private static JsonValue literal(Value value) {
        return switch (value) {
            case Value.Whole whole -> JSON.createValue(whole.number());
            case Value.Decimal decimal -> JSON.createValue(decimal.number());
            case Value.Real real -> JSON.createValue(real.number());
            case Value.Flag flag -> flag.on() ? JsonValue.TRUE : JsonValue.FALSE;
            case Value.Word _, Value.Moment _, Value.Day _ -> JSON.createValue(value.text());
        };
    }

    /// The order of two values of one kind: words by code point, as UTF-8 sorts them.
    static int compare(Value one, Value other) {
        return switch (one) {
            case Value.Whole whole -> Long.compare(whole.number(), ((Value.Whole) other).number());
            case Value.Decimal decimal -> decimal.number().compareTo(((Value.Decimal) other).number());
            case Value.Real real -> Double.compare(real.number(), ((Value.Real) other).number());
            case Value.Flag flag -> Boolean.compare(flag.on(), ((Value.Flag) other).on());
            case Value.Word word -> Arrays.compareUnsigned(utf8(word), utf8((Value.Word) other));
            case Value.Moment moment -> moment.instant().compareTo(((Value.Moment) other).instant());
            case Value.Day day -> day.day().compareTo(((Value.Day) other).day());
        };
    }

    private static byte[] utf8(Value.Word word) {
        return word.word().getBytes(StandardCharsets.UTF_8);
    }
}
