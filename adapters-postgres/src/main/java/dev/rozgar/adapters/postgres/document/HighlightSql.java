package dev.rozgar.adapters.postgres.document;

import dev.rozgar.application.document.DocumentField;
import dev.rozgar.application.document.DocumentSchema;
import dev.rozgar.application.document.Kind;
import dev.rozgar.application.document.Node.Many;
import dev.rozgar.application.document.Sought;
import dev.rozgar.application.document.Use;
import dev.rozgar.application.document.Value;
import dev.rozgar.application.document.Weight;
import dev.rozgar.application.document.Wording;
import dev.rozgar.application.document.Wording.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Where words stand in the searched texts of some documents: one row for each of them that is there, with
/// its place among the ids and a JSON object of the texts in which anything was found.
final class HighlightSql {
    /// Between words, and a word with the signs around it.
    static final String PARTS = "([" + Separators.ALL + "]+)|([^" + Separators.ALL + "]+)";

    private final DocumentSchema schema;
    private final Sought sought;
    private final Joins joins = new Joins("r", "h");

    private HighlightSql(DocumentSchema schema, Sought sought) {
        this.schema = schema;
        this.sought = sought;
    }

    static SqlText of(DocumentSchema schema, Sought sought, List<Long> ids) {
        return new HighlightSql(schema, sought).render(ids);
    }

    private SqlText render(List<Long> ids) {
        String texts = schema.fields(Use.SEARCH).stream()
                .filter(field -> sought.in().contains(weight(field)))
                .map(this::member)
                .collect(Collectors.joining(",\n        "));
        List<Value> wanted = ids.stream().map(id -> (Value) new Value.Whole(id)).toList();
        SqlText sql = new SqlText()
                .add("select w.place, jsonb_strip_nulls(jsonb_build_object(\n        " + texts + "))::text")
                .add("\nfrom unnest(")
                .bindAll(wanted, Kind.WHOLE)
                .add(") with ordinality as w (id, place)")
                .add("\njoin " + schema.table() + " r on r.id = w.id" + joins.text())
                .add("\ncross join (select ");
        // Of several words that may stand anywhere, each.
        sql.bindAll(words(Form.ALL), Kind.TEXT).add(" as terms, ");
        sql.bindAll(words(Form.PREFIX), Kind.TEXT).add(" as prefixes, ");
        sql.bindAs("jsonb", phrases()).add(" as phrases, ").bindAs("text", PARTS);
        return sql.add(" as parts) as s\norder by w.place");
    }

    private static Weight weight(DocumentField field) {
        return field.leaf().weight().orElseThrow();
    }

    /// Names are shown whole; of running text and of lists what is near.
    private String member(DocumentField field) {
        boolean whole = weight(field) != Weight.D && !field.isMultiValued();
        return "'" + field.path() + "', highlight(" + text(field) + ", s.terms, s.prefixes, s.phrases, s.parts, "
                + whole + ")";
    }

    private String text(DocumentField field) {
        if (field.ancestors().size() == 1 && field.ancestors().getFirst() instanceof Many many)
            return "(select string_agg(l." + field.leaf().column() + "::text, ', ' order by l." + many.orderBy()
                    + ") from " + many.table() + " l where l." + many.foreignKey() + " = r.id)";
        String column = joins.column(field);
        return field.leaf().list() ? "array_to_string(" + column + ", ', ')" : column + "::text";
    }

    private List<Value> words(Form form) {
        Stream<String> words = sought.any().stream()
                .filter(wording -> wording.form() == form)
                .flatMap(wording -> wording.words().stream());
        return words.distinct().map(word -> (Value) new Value.Word(word)).toList();
    }

    /// A JSON array of arrays.
    private String phrases() {
        List<String> phrases = new ArrayList<>();
        for (Wording wording : sought.any()) {
            if (wording.form() == Form.PHRASE)
                phrases.add(
                        wording.words().stream().map(HighlightSql::quoted).collect(Collectors.joining(",", "[", "]")));
        }
        return phrases.stream().collect(Collectors.joining(",", "[", "]"));
    }

    /// A word of a query has no control characters.
    private static String quoted(String word) {
        return '"' + word.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
