package dev.rozgar.adapters.elasticsearch;

import dev.rozgar.application.document.DocumentSchema;
import dev.rozgar.application.document.DocumentSchema.Window;
import dev.rozgar.application.document.Kind;
import dev.rozgar.application.document.Node;
import dev.rozgar.application.document.Node.Leaf;
import dev.rozgar.application.document.TextRules;
import dev.rozgar.application.document.Use;
import dev.rozgar.application.document.Weight;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonWriter;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonGenerator;
import java.io.StringWriter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// Settings and mapping of an index, derived from the declaration of its documents. A use that is not declared costs
/// nothing: no index entry, no doc values. A member that is not declared is refused.
final class JobMapping {
    /// A root field of our own: true in the marker that stands where a job is no longer listed.
    static final String REMOVED = "removed";

    /// Where `_meta` says which declaration the index was made for.
    static final String FINGERPRINT = "fingerprint";

    /// And which fields that has, so that a later version can tell what is new.
    static final String DECLARATION = "declaration";

    /// A root object of our own that no document has: the words of all fields that are searched, gathered by weight.
    static final String WORDS = "words";

    private static final String ANALYZER = "words";
    private static final String CUT = "words_cut";
    private static final String STEMMER = "words_stemmer";
    /// Without its accent a small letter may be a capital again.
    private static final List<String> LETTERS = List.of("lowercase", "asciifolding", "lowercase");
    private static final Pattern UNSEEN = Pattern.compile("[^\\n -~]");
    private static final JsonProvider JSON = JsonProvider.provider();

    private JobMapping() {}

    /// The field that holds the words of this weight.
    static String wordsOf(Weight weight) {
        return WORDS + '.' + weight.name().toLowerCase(Locale.ROOT);
    }

    /// `{"settings": …, "mappings": …}`, without what differs from one installation to another.
    static JsonObject render(DocumentSchema schema) {
        JsonObjectBuilder settings = JSON.createObjectBuilder();
        schema.window().ifPresent(window -> settings.add("index.sort", newestFirst(window)));
        settings.add("analysis", analysis());
        JsonObjectBuilder mappings = JSON.createObjectBuilder()
                .add("dynamic", "strict")
                .add("_meta", JSON.createObjectBuilder().add(FINGERPRINT, schema.fingerprint()))
                .add(
                        "properties",
                        properties(schema.members())
                                .add(REMOVED, type("boolean").add("doc_values", false))
                                .add(WORDS, words(schema)));
        return JSON.createObjectBuilder()
                .add("settings", settings)
                .add("mappings", mappings)
                .build();
    }

    /// The `_meta` of an index.
    static JsonObject meta(DocumentSchema schema) {
        JsonArrayBuilder lines = JSON.createArrayBuilder();
        schema.declaration().text().lines().forEach(lines::add);
        return JSON.createObjectBuilder()
                .add(FINGERPRINT, schema.fingerprint())
                .add(DECLARATION, lines)
                .build();
    }

    /// For people: the text that is committed. Signs that nobody sees are written by their numbers.
    static String pretty(JsonObject json) {
        StringWriter text = new StringWriter();
        try (JsonWriter writer = JSON.createWriterFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true))
                .createWriter(text)) {
            writer.write(json);
        }
        return UNSEEN.matcher(text.toString().strip())
                        .replaceAll(sign ->
                                String.format("\\\\u%04x", (int) sign.group().charAt(0)))
                + '\n';
    }

    /// Documents lie on disk in the order in which lists show them, so the newest are found without looking at the
    /// rest.
    private static JsonObjectBuilder newestFirst(Window window) {
        return JSON.createObjectBuilder()
                .add("field", array(List.of(window.from(), "id")))
                .add("order", array(List.of("desc", "desc")));
    }

    /// [TextRules] under the names that every Elasticsearch knows.
    private static JsonObjectBuilder analysis() {
        return JSON.createObjectBuilder()
                .add("tokenizer", JSON.createObjectBuilder().add(ANALYZER, tokenizer()))
                .add("filter", JSON.createObjectBuilder().add(CUT, cut()).add(STEMMER, stemmer()))
                .add("analyzer", JSON.createObjectBuilder().add(ANALYZER, analyzer()));
    }

    private static JsonObjectBuilder analyzer() {
        return type("custom")
                .add("tokenizer", ANALYZER)
                .add("filter", array(LETTERS).add(CUT).add(STEMMER));
    }

    private static JsonObjectBuilder tokenizer() {
        return type("simple_pattern").add("pattern", TextRules.WORD);
    }

    private static JsonObjectBuilder cut() {
        return type("truncate").add("length", TextRules.LONGEST_WORD);
    }

    private static JsonObjectBuilder stemmer() {
        return type("snowball").add("language", TextRules.STEMMER);
    }

    /// A request for `_analyze` that needs every component of the analyzer, and no index.
    static JsonObject sampleAnalysis() {
        return JSON.createObjectBuilder()
                .add("tokenizer", tokenizer())
                .add("filter", array(LETTERS).add(cut()).add(stemmer()))
                .add("text", "Caf\u00e9s, C# & .net")
                .build();
    }

    private static JsonObjectBuilder properties(List<Node> members) {
        JsonObjectBuilder properties = JSON.createObjectBuilder();
        for (Node member : members) properties.add(member.name(), property(member));
        return properties;
    }

    private static JsonObjectBuilder property(Node member) {
        return switch (member) {
            case Leaf leaf -> field(leaf);
            case Node.Group _, Node.One _, Node.Many _ ->
                type("object").add("dynamic", "strict").add("properties", properties(member.children()));
        };
    }

    private static JsonObjectBuilder field(Leaf leaf) {
        return switch (leaf.kind()) {
            case TEXT, KEYWORD, PLACE, TIME -> exact("keyword", leaf);
            case WHOLE -> exact("long", leaf);
            case DECIMAL -> exact("double", leaf);
            case FLAG -> exact("boolean", leaf);
            case MOMENT -> exact("date", leaf).add("format", "strict_date_optional_time");
            case DAY -> exact("date", leaf).add("format", "strict_date");
            case POINT -> exact("geo_point", leaf);
        };
    }

    /// Only by their presence and place do words count, so nothing is kept of how often they stand or how long a
    /// text is.
    private static JsonObjectBuilder words(DocumentSchema schema) {
        JsonObjectBuilder fields = JSON.createObjectBuilder();
        schema.fields(Use.SEARCH).stream()
                .map(field -> field.leaf().weight().orElseThrow())
                .distinct()
                .sorted()
                .forEach(weight -> fields.add(
                        weight.name().toLowerCase(Locale.ROOT),
                        type("text").add("analyzer", ANALYZER).add("norms", false)));
        return type("object").add("dynamic", "strict").add("properties", fields);
    }

    private static JsonObjectBuilder exact(String type, Leaf leaf) {
        boolean filtered = leaf.uses().contains(Use.FILTER);
        boolean sorted = leaf.uses().contains(Use.SORT);
        // The index lets a sort skip what cannot be on the page; doc values let a range check single documents.
        boolean indexed = filtered || sorted;
        boolean values = sorted
                || leaf.uses().contains(Use.FACET)
                || (filtered && (leaf.kind().isOrdered() || leaf.kind() == Kind.POINT));
        JsonObjectBuilder field = type(type);
        if (!indexed) field.add("index", false);
        if (!values) field.add("doc_values", false);
        leaf.weight().ifPresent(weight -> field.add("copy_to", wordsOf(weight)));
        return field;
    }

    private static JsonObjectBuilder type(String type) {
        return JSON.createObjectBuilder().add("type", type);
    }

    private static JsonArrayBuilder array(Collection<String> texts) {
        return JSON.createArrayBuilder(texts);
    }
}
