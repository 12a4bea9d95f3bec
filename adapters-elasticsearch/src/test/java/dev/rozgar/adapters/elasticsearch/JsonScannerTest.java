package dev.rozgar.adapters.elasticsearch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonScannerTest {
    private static final JsonProvider JSON = JsonProvider.provider();

    @Test
    void findsAMemberBehindValuesOfEveryKind() {
        JsonScanner json = scanner("""
                { "s" : "} \\" ] \\\\" , "o":{"x":[{"y":"]"}]}, "a":[[1],{}], "n":-1.5E+7, "t":true, "z":null, "wanted": 42 }""");

        assertEquals(42, find(json, "wanted").whole());
    }

    @Test
    void doesNotTakeANameInsideAValueForAMember() {
        JsonScanner json = scanner("{\"a\":\"\\\"wanted\\\":1\",\"b\":{\"wanted\":2},\"wanted\":3}");

        assertEquals(3, find(json, "wanted").whole());
    }

    @Test
    void doesNotTakeALongerOrShorterNameForTheOneItIsAskedFor() {
        JsonScanner json = scanner("{\"sort_\":1,\"sor\":2,\"sort\":3}");

        assertEquals(3, find(json, "sort").whole());
    }

    @Test
    void slicesAValueExactly() {
        String source = "{\"id\": 1,  \"title\":\"ü \\u00fc 日本 😀\"}";
        byte[] text = ("{\"x\":[1,2],\"_source\": " + source + " ,\"y\":0}").getBytes(UTF_8);
        JsonScanner json = find(new JsonScanner(text, 0, text.length), "_source");

        int start = json.position();
        json.skip();

        assertEquals(source, new String(text, start, json.position() - start, UTF_8));
    }

    @Test
    void walksAnEmptyObjectAndAnEmptyArray() {
        JsonScanner object = scanner(" {} ");
        object.enter('{');
        JsonScanner array = scanner(" [ ] ");
        array.enter('[');

        assertFalse(object.member());
        assertFalse(array.element());
    }

    @Test
    void keepsToItsPartOfTheBuffer() {
        byte[] text = "xx{\"a\":1}{\"b\":2}".getBytes(UTF_8);
        JsonScanner json = new JsonScanner(text, 2, 7);

        json.skip();

        assertEquals(9, json.position());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "{\"a\"",
                "{\"a\":",
                "{\"a\":1",
                "{\"a\":\"x",
                "{\"a\":\"x\\",
                "{\"a\":[1,",
                "{\"a\":{\"b\":1",
                "[",
                "{x:1}",
                "{\"a\" 1}",
                "{\"a\":}",
                "nonsense",
                "{\"a\":\"x\\\""
            })
    void refusesWhatIsCutOffOrMalformed(String text) {
        assertThrows(JsonScanner.Malformed.class, () -> readAll(scanner(text)));
    }

    @Test
    void refusesAWordWhereANumberIsDue() {
        assertThrows(JsonScanner.Malformed.class, () -> scanner("true").whole());
    }

    /// Every member of a random document is found where the library's parser finds it, and cut off anywhere it is
    /// refused.
    @RepeatedTest(200)
    void agreesWithTheLibraryOnRandomDocuments() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        JsonObject expected = object(random, 4);
        byte[] text = expected.toString().getBytes(UTF_8);

        List<String> found = new ArrayList<>();
        JsonScanner json = new JsonScanner(text, 0, text.length);
        json.enter('{');
        while (json.member()) found.add(json.raw());

        List<JsonValue> values = found.stream().map(JsonScannerTest::parse).toList();
        assertEquals(List.copyOf(expected.values()), values, () -> "seed " + seed);
        int cut = random.nextInt(text.length);
        assertThrows(JsonScanner.Malformed.class, () -> readAll(new JsonScanner(text, 0, cut)), () -> "seed " + seed);
    }

    private static JsonValue parse(String raw) {
        return JSON.createReader(new StringReader(raw)).readValue();
    }

    private static JsonObject object(Random random, int depth) {
        JsonObjectBuilder object = JSON.createObjectBuilder();
        for (int i = random.nextInt(6); i >= 0; i--) object.add(text(random) + i, value(random, depth));
        return object.build();
    }

    private static JsonValue value(Random random, int depth) {
        return switch (random.nextInt(depth == 0 ? 6 : 8)) {
            case 0 -> JSON.createValue(text(random));
            case 1 -> JSON.createValue(random.nextLong());
            case 2 -> JSON.createValue(random.nextDouble() * Math.pow(10, random.nextInt(40) - 20));
            case 3 -> JsonValue.TRUE;
            case 4 -> JsonValue.FALSE;
            case 5 -> JsonValue.NULL;
            case 6 -> object(random, depth - 1);
            default -> {
                JsonArrayBuilder array = JSON.createArrayBuilder();
                for (int i = random.nextInt(4); i > 0; i--) array.add(value(random, depth - 1));
                yield array.build();
            }
        };
    }

    private static String text(Random random) {
        String alphabet = "ab\"\\{}[],: \n\t/\u00e9\u0905\u65e5";
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(8); i > 0; i--) text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        return random.nextBoolean() ? text.append("\ud83d\ude00").toString() : text.toString();
    }

    private static void readAll(JsonScanner json) {
        json.enter('{');
        while (json.member()) json.skip();
    }

    private static JsonScanner find(JsonScanner json, String name) {
        json.enter('{');
        while (json.member()) {
            if (json.is(name)) return json;
            json.skip();
        }
        throw new AssertionError("no member " + name);
    }

    private static JsonScanner scanner(String text) {
        byte[] bytes = text.getBytes(UTF_8);
        return new JsonScanner(bytes, 0, bytes.length);
    }
}
