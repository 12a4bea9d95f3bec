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
/// Asked of all rows it is one list of ids, each table asked through its own index and followed back to the root:
/// written as alternatives on the row, PostgreSQL would look at every row there is. Asked of each row that others
/// have found it is alternatives on the row after all: its own words lie beside it ([#besideRow]), and what a table
/// behind it says is one set for all rows.
final class WordsSql {
    /// The alias of the table of words beside the root, where a row is asked about that has it at hand.
    private static final String BESIDE = "w";

    private static final String UNION = "\n union all ";
    private static final String INTERSECT = "\n intersect ";
    private static final String EXCEPT = "\n except ";

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

    /// The join that [Reach#EACH] asks for: the words of the row `r`.
    static String besideRow(DocumentSchema schema) {
        Table root = SearchedTables.of(schema).stream()
                .filter(Table::isRoot)
                .findFirst()
                .orElseThrow();
        return " left join " + root.beside() + " " + BESIDE + " on " + BESIDE + ".id = r.id";
    }

    static SqlText of(DocumentSchema schema, Filter.Words filter, Reach reach) {
        return reach == Reach.ALL
                ? all(schema, List.of(filter), List.of())
                : new WordsSql(schema, filter, reach).said(filter.any());
    }

    /// That a row says all of these and none of those. Their ids meet before anybody looks at a row.
    ///
    /// @param all at least one
    static SqlText all(DocumentSchema schema, List<Filter.Words> all, List<Filter.Words> none) {
        List<SqlText> sets = new ArrayList<>(List.of(combined(sets(schema, all), INTERSECT)));
        sets.addAll(sets(schema, none));
        // Found once: what looks into a text is dear, and no plan knows how dear.
        return new SqlText()
                .add("r.id in (with found (id) as materialized (")
                .add(combined(sets, EXCEPT))
                .add(") select id from found)");
    }

    private static List<SqlText> sets(DocumentSchema schema, List<Filter.Words> filters) {
        return filters.stream()
                .map(filter -> new WordsSql(schema, filter, Reach.ALL).said(filter.any()))
                .toList();
    }

    /// That a row says any of these: a condition on it, or the set of all ids of which that is true.
    private SqlText said(List<Wording> any) {
        List<Wording> together = any.stream().filter(this::isOne).toList();
        List<SqlText> alternatives = new ArrayList<>();
        if (!together.isEmpty()) alternatives.add(place(together));
        for (Wording wording : any) {
            // Each of several words may stand in another field.
            if (!isOne(wording)) {
                List<SqlText> words = wording.words().stream()
                        .map(word -> place(List.of(Wording.word(word))))
                        .toList();
                alternatives.add(reach == Reach.ALL ? combined(words, INTERSECT) : joined(words, " and "));
            }
        }
        return reach == Reach.ALL ? combined(alternatives, UNION) : joined(alternatives, " or ");
    }

    private boolean isOne(Wording wording) {
        return wording.form() != Form.ALL || wording.words().size() == 1 || standTogether();
    }

    /// Whether there is but one place in which words may stand, as the title.
    private boolean standTogether() {
        return tables.stream().mapToInt(table -> together(table).size()).sum() == 1;
    }

    /// Conditions.
    private static SqlText joined(List<SqlText> parts, String by) {
        if (parts.size() == 1) return parts.getFirst();
        SqlText sql = new SqlText().add("(");
        for (int i = 0; i < parts.size(); i++) sql.add(i == 0 ? "" : by).add(parts.get(i));
        return sql.add(")");
    }

    /// Sets.
    private static SqlText combined(List<SqlText> parts, String by) {
        if (parts.size() == 1) return parts.getFirst();
        SqlText sql = new SqlText();
        for (int i = 0; i < parts.size(); i++)
            sql.add(i == 0 ? "(" : by + "(").add(parts.get(i)).add(")");
        return sql;
    }

    /// The same where all of it stands in one place.
    private SqlText place(List<Wording> any) {
        List<SqlText> places = new ArrayList<>();
        for (Table table : tables) {
            for (List<Leaf> fields : together(table))
                places.add(reach == Reach.EACH ? onRow(table, fields, any) : ids(table, fields, any));
        }
        if (places.isEmpty())
            return new SqlText()
                    .add(reach == Reach.ALL ? "select id from " + schema.table() + " where false" : "false");
        return switch (reach) {
            case ALL -> combined(places, UNION);
            case EACH -> joined(places, " or ");
            case ONE ->
                new SqlText().add("r.id in (").add(combined(places, UNION)).add(")");
        };
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
        if (table.isRoot()) {
            boolean phrase = !anywhere && any.stream().anyMatch(wording -> wording.form() == Form.PHRASE);
            String source = phrase ? " join " + table.name() + " s on s.id = t.id" : "";
            return new SqlText()
                    .add("select t.id from " + table.beside() + " t" + source + " where " + of("id"))
                    .add(match(table, fields, any, "t", "s"));
        }
        SqlText inner = rows("t", table.way().subList(1, table.way().size()), match(table, fields, any, "t", "t"));
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

    /// Whether the root row says it, whose words lie beside it.
    private SqlText onRow(Table table, List<Leaf> fields, List<Wording> any) {
        return table.isRoot()
                ? match(table, fields, any, BESIDE, "r")
                : rows("r", table.way(), match(table, fields, any, "t", "t"));
    }

    /// Whether the row `t` belongs to the root row, if only that one is asked about.
    private String of(String key) {
        return reach == Reach.ONE ? "t." + key + " = r.id and " : "";
    }

    /// A condition on the row in which the way begins.
    private static SqlText rows(String alias, List<Node> way, SqlText match) {
        if (way.isEmpty()) return match;
        SqlText inner = rows("t", way.subList(1, way.size()), match);
        return switch (way.getFirst()) {
            case Many many ->
                new SqlText()
                        .add(alias + ".id in (")
                        .add(keys(many.foreignKey(), many.table(), inner))
                        .add(")");
            case One one ->
                new SqlText()
                        .add(alias + "." + one.column() + " in (")
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
    ///
    /// @param words the alias of what an index knows
    /// @param texts the alias of the row that has the texts
    private SqlText match(Table table, List<Leaf> fields, List<Wording> any, String words, String texts) {
        List<SqlText> alternatives = new ArrayList<>();
        String lexemes = any.stream()
                .filter(wording -> wording.form() != Form.PHRASE)
                .map(WordsSql::lexemes)
                .collect(Collectors.joining(" | "));
        String has = table.words(fields, words) + " @@ ";
        if (!lexemes.isEmpty()) alternatives.add(new SqlText().add(has).add(query(lexemes)));
        for (Wording phrase : any) {
            if (phrase.form() == Form.PHRASE)
                alternatives.add(new SqlText()
                        .add("(" + has)
                        .add(query(lexemes(phrase)))
                        .add(" and ")
                        .add(table.isRoot() && anywhere ? saidInOrder(phrase, words) : stands(phrase, fields, texts))
                        .add(")"));
        }
        return joined(alternatives, " or ");
    }

    /// What all fields of the root say is kept word by word, see `search_said`.
    private static SqlText saidInOrder(Wording phrase, String alias) {
        return new SqlText()
                .add("position(")
                .bind(new Value.Word(' ' + String.join(" ", phrase.words()) + ' '), Kind.TEXT)
                .add(" in " + alias + "." + Table.said() + ") > 0");
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
