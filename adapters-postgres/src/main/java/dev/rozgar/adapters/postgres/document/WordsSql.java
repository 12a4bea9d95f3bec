package dev.rozgar.adapters.postgres.document;

import dev.rozgar.adapters.postgres.document.FilterSql.Reach;
import dev.rozgar.adapters.postgres.document.SearchedTables.Table;
import dev.rozgar.application.document.DocumentSchema;
import dev.rozgar.application.document.Filter;
import dev.rozgar.application.document.Kind;
import dev.rozgar.application.document.Node;
import dev.rozgar.application.document.Node.Leaf;
import dev.rozgar.application.document.Node.Many;
import dev.rozgar.application.document.Node.One;
import dev.rozgar.application.document.Value;
import dev.rozgar.application.document.Weight;
import dev.rozgar.application.document.Wording;
import dev.rozgar.application.document.Wording.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// [Filter.Words] as a condition on the root row `r`.
///
/// It is one list of ids, each table asked through its own index and followed back to the root: written as
/// alternatives on the row, PostgreSQL would look at every row there is.
final class WordsSql {
    private final DocumentSchema schema;
    private final List<Table> tables;
    private final List<Weight> weights;
    private final boolean anywhere;
    private final Reach reach;

    private WordsSql(DocumentSchema schema, Filter.Words filter, Reach reach) {
        this.reach = reach;
        this.schema = schema;
        this.tables = SearchedTables.of(schema);
        this.weights = filter.in();
        this.anywhere = filter.isAnywhere();
    }

    static SqlText of(DocumentSchema schema, Filter.Words filter, Reach reach) {
        return new WordsSql(schema, filter, reach).condition(filter.any());
    }

    private SqlText condition(List<Wording> any) {
        List<Wording> together = any.stream().filter(this::isOne).toList();
        List<SqlText> alternatives = new ArrayList<>();
        if (!together.isEmpty()) alternatives.add(place(together));
        // Each of several words may stand in another field.
        for (Wording wording : any) {
            if (!isOne(wording))
                alternatives.add(joined(
                        wording.words().stream()
                                .map(word -> place(List.of(Wording.word(word))))
                                .toList(),
                        " and "));
        }
        return joined(alternatives, " or ");
    }

    private boolean isOne(Wording wording) {
        return wording.form() != Form.ALL || wording.words().size() == 1 || standTogether();
    }

    /// Whether there is but one place in which words may stand, as the title.
    private boolean standTogether() {
        return tables.stream().mapToInt(table -> together(table).size()).sum() == 1;
    }

    private static SqlText joined(List<SqlText> parts, String by) {
        if (parts.size() == 1) return parts.getFirst();
        SqlText sql = new SqlText().add("(");
        for (int i = 0; i < parts.size(); i++) sql.add(i == 0 ? "" : by).add(parts.get(i));
        return sql.add(")");
    }

    private SqlText place(List<Wording> any) {
        // Found once: what looks into a text is dear, and no plan knows how dear.
        String found = reach == Reach.ONE ? "" : "with found (id) as materialized (";
        SqlText sql = new SqlText().add("r.id in (" + found);
        String before = "";
        for (Table table : tables) {
            for (List<Leaf> fields : together(table)) {
                sql.add(before).add(ids(table, fields, any));
                before = "\n union all ";
            }
        }
        if (before.isEmpty()) return new SqlText().add("false");
        return sql.add(reach == Reach.ONE ? ")" : ") select id from found)");
    }

    /// Fields whose words are kept together: all of them, or those of one weight.
    private List<List<Leaf>> together(Table table) {
        if (anywhere) return List.of(table.fields());
        return weights.stream()
                .map(weight -> table.of(List.of(weight)))
                .filter(fields -> !fields.isEmpty())
                .toList();
    }

    /// The ids of all root rows that are led to.
    private SqlText ids(Table table, List<Leaf> fields, List<Wording> any) {
        SqlText match = match(table, fields, any);
        if (table.isRoot()) {
            boolean phrase = !anywhere && any.stream().anyMatch(wording -> wording.form() == Form.PHRASE);
            String source = phrase ? " join " + table.name() + " s on s.id = t.id" : "";
            return new SqlText()
                    .add("select t.id from " + table.beside() + " t" + source + " where " + of("id"))
                    .add(match);
        }
        SqlText inner = rows(table.way().subList(1, table.way().size()), match);
        return switch (table.way().getFirst()) {
            case Many many ->
                keys(
                        many.foreignKey(),
                        many.table(),
                        new SqlText().add(of(many.foreignKey())).add(inner));
            case One one ->
                new SqlText()
                        .add("select t.id from " + schema.table() + " t where " + of("id") + "t." + schema.listed()
                                + " and t." + one.column() + " in (")
                        .add(keys(one.key(), one.table(), inner))
                        .add(")");
            default -> throw new IllegalStateException("a way has no other steps");
        };
    }

    /// Whether the row `t` belongs to the root row, if only that one is asked about.
    private String of(String key) {
        return reach == Reach.ONE ? "t." + key + " = r.id and " : "";
    }

    /// A condition on the row `t` in which the way begins.
    private static SqlText rows(List<Node> way, SqlText match) {
        if (way.isEmpty()) return match;
        SqlText inner = rows(way.subList(1, way.size()), match);
        return switch (way.getFirst()) {
            case Many many ->
                new SqlText()
                        .add("t.id in (")
                        .add(keys(many.foreignKey(), many.table(), inner))
                        .add(")");
            case One one ->
                new SqlText()
                        .add("t." + one.column() + " in (")
                        .add(keys(one.key(), one.table(), inner))
                        .add(")");
            default -> throw new IllegalStateException("a way has no other steps");
        };
    }

    private static SqlText keys(String key, String table, SqlText condition) {
        return new SqlText()
                .add("select t." + key + " from " + table + " t where ")
                .add(condition);
    }

    /// Whether one row says it, all by itself.
    private SqlText match(Table table, List<Leaf> fields, List<Wording> any) {
        List<SqlText> alternatives = new ArrayList<>();
        String lexemes = any.stream()
                .filter(wording -> wording.form() != Form.PHRASE)
                .map(WordsSql::lexemes)
                .collect(Collectors.joining(" | "));
        String words = table.words(fields, "t") + " @@ ";
        if (!lexemes.isEmpty()) alternatives.add(new SqlText().add(words).add(query(lexemes)));
        for (Wording phrase : any) {
            if (phrase.form() == Form.PHRASE)
                alternatives.add(new SqlText()
                        .add("(" + words)
                        .add(query(lexemes(phrase)))
                        .add(" and ")
                        .add(
                                table.isRoot() && anywhere
                                        ? said(phrase)
                                        : stands(phrase, fields, table.isRoot() ? "s" : "t"))
                        .add(")"));
        }
        return joined(alternatives, " or ");
    }

    /// What all fields of the root say is kept word by word, see `search_said`.
    private static SqlText said(Wording phrase) {
        return new SqlText()
                .add("position(")
                .bind(new Value.Word(' ' + String.join(" ", phrase.words()) + ' '), Kind.TEXT)
                .add(" in t." + Table.said() + ") > 0");
    }

    /// The index knows which words a row has and not where they stand.
    private static SqlText stands(Wording phrase, List<Leaf> fields, String alias) {
        List<Value> words = phrase.words().stream()
                .map(word -> (Value) new Value.Word(word))
                .toList();
        List<SqlText> places = new ArrayList<>();
        for (Leaf field : fields) {
            places.add(new SqlText()
                    .add("has_phrase(" + alias + "." + field.column() + ", ")
                    .bindAll(words, Kind.TEXT)
                    .add(")"));
        }
        return joined(places, " or ");
    }

    private static SqlText query(String lexemes) {
        return new SqlText().bindAs("tsquery", lexemes);
    }

    private static String lexemes(Wording wording) {
        String end = wording.form() == Form.PREFIX ? ":*" : "";
        return wording.words().stream()
                .map(word -> '\'' + word.replace("\\", "\\\\").replace("'", "''") + '\'' + end)
                .collect(Collectors.joining(" & "));
    }
}
