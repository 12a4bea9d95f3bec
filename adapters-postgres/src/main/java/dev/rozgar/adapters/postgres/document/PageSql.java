package dev.rozgar.adapters.postgres.document;

import dev.rozgar.application.document.Count;
import dev.rozgar.application.document.Cursor;
import dev.rozgar.application.document.DocumentField;
import dev.rozgar.application.document.DocumentQuery;
import dev.rozgar.application.document.DocumentSchema;
import dev.rozgar.application.document.Filter;
import dev.rozgar.application.document.Kind;
import dev.rozgar.application.document.Node.Group;
import dev.rozgar.application.document.Node.One;
import dev.rozgar.application.document.Sort;
import dev.rozgar.application.document.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A list query as one statement with one row: the documents of the page joined, their lengths in bytes, how many
/// rows there are up to one behind the page, the sort keys of the page's last row, and the count.
final class PageSql {
    /// Listed rows outside of their window that are cheaper to count than those inside.
    private static final int FEW = 1_000;

    private final DocumentQuery query;
    private final DocumentSchema schema;
    private final List<Key> keys = new ArrayList<>();
    private final StringBuilder joins = new StringBuilder();

    /// @param expression of the root row `r` and the joined rows
    private record Key(Sort sort, String expression) {
        boolean mayBeMissing() {
            return !sort.field().isAlwaysPresent();
        }

        Kind kind() {
            return sort.field().kind();
        }

        String order() {
            String missing = mayBeMissing() ? " nulls last" : "";
            return expression + (sort.descending() ? " desc" : "") + missing;
        }
    }

    private PageSql(DocumentQuery query) {
        this.query = query;
        this.schema = query.schema();
        for (Sort sort : query.order()) keys.add(new Key(sort, expression(sort.field())));
    }

    static SqlText of(DocumentQuery query) {
        return new PageSql(query).render();
    }

    private SqlText render() {
        int limit = query.limit();
        List<String> named = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) named.add(keys.get(i).expression() + " as k" + i);
        // Numbered outside of the limit: beside it, every matching row would be sorted and numbered first.
        SqlText sql = new SqlText()
                .add("with page as materialized (select *, row_number() over () as place from (select r.id, ");
        sql.add(String.join(", ", named) + " from " + from() + " where ").add(matching());
        query.after().ifPresent(cursor -> sql.add(" and ").add(after(cursor)));
        sql.add(" order by " + String.join(", ", keys.stream().map(Key::order).toList()));
        sql.add(" limit " + (limit + 1) + ") as p)\nselect string_agg(built.document, '' order by page.place),");
        sql.add(" string_agg(octet_length(built.document)::text, ',' order by page.place),");
        sql.add("\n (select count(*) from page), " + lastKeys(limit) + ", ");
        sql.add(count())
                .add("\nfrom page join " + schema.name() + "_documents(array(select id from page where place <= ");
        return sql.add(limit + ")) as built on built.id = page.id");
    }

    private String from() {
        return schema.table() + " r" + joins;
    }

    /// What every row of the list fulfils, wherever the page begins.
    private SqlText matching() {
        SqlText sql = new SqlText().add("r." + schema.listed());
        schema.window().ifPresent(window -> {
            Value now = new Value.Moment(query.asOf());
            sql.add(" and r." + column(window.from()) + " <= ").add(bound(now, Kind.MOMENT));
            sql.add(" and r." + column(window.until()) + " > ").add(bound(now, Kind.MOMENT));
        });
        for (Filter filter : query.filters()) sql.add(" and ").add(FilterSql.of(filter));
        return sql;
    }

    /// A list without filters has one good plan, whatever the moment and the cursor. A value out of the planner's
    /// sight lets it keep that plan; it would else make a new one for each page, which takes as long as the page.
    private SqlText bound(Value value, Kind kind) {
        if (!query.filters().isEmpty()) return new SqlText().bind(value, kind);
        return new SqlText().add("(select ").bind(value, kind).add(")");
    }

    private String column(String path) {
        return schema.require(path).leaf().column();
    }

    /// Rows behind the cursor. One row comparison where no key may be missing and all go one way, since an index
    /// can begin there.
    private SqlText after(Cursor cursor) {
        boolean plain = keys.stream()
                .allMatch(key -> !key.mayBeMissing()
                        && key.sort().descending() == keys.getFirst().sort().descending());
        return plain ? rowComparison(cursor) : stepwise(cursor);
    }

    private SqlText rowComparison(Cursor cursor) {
        SqlText sql = new SqlText()
                .add("(" + String.join(", ", keys.stream().map(Key::expression).toList()) + ")");
        sql.add(keys.getFirst().sort().descending() ? " < (" : " > (");
        for (int i = 0; i < keys.size(); i++) {
            sql.add(i == 0 ? "" : ", ")
                    .add(bound(cursor.keys().get(i).orElseThrow(), keys.get(i).kind()));
        }
        return sql.add(")");
    }

    /// Equal in the first keys and behind in the next one, for each number of equal keys.
    private SqlText stepwise(Cursor cursor) {
        SqlText sql = new SqlText().add("(");
        for (int i = 0; i < keys.size(); i++) {
            sql.add(i == 0 ? "(" : " or (");
            for (int j = 0; j < i; j++) {
                sql.add(equal(keys.get(j), cursor.keys().get(j))).add(" and ");
            }
            sql.add(behind(keys.get(i), cursor.keys().get(i))).add(")");
        }
        return sql.add(")");
    }

    private static SqlText equal(Key key, Optional<Value> place) {
        SqlText sql = new SqlText().add(key.expression());
        return place.map(value -> sql.add(" = ").bind(value, key.kind())).orElseGet(() -> sql.add(" is null"));
    }

    private static SqlText behind(Key key, Optional<Value> place) {
        // The missing come last: nothing is behind them.
        if (place.isEmpty()) return new SqlText().add("false");
        SqlText sql = new SqlText().add("(" + key.expression() + (key.sort().descending() ? " < " : " > "));
        sql.bind(place.get(), key.kind());
        return sql.add(key.mayBeMissing() ? " or " + key.expression() + " is null)" : ")");
    }

    private String lastKeys(int limit) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++)
            texts.add(text("k" + i, keys.get(i).kind()));
        return "(select array[" + String.join(", ", texts) + "] from page where place = " + limit + ")";
    }

    /// As [Kind#parse] reads it again.
    private static String text(String key, Kind kind) {
        return switch (kind) {
            case MOMENT -> "to_char(" + key + " at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.MS\"Z\"')";
            case WHOLE, DECIMAL, FLAG, KEYWORD, TEXT, DAY, TIME, POINT -> key + "::text";
        };
    }

    private SqlText count() {
        return switch (query.count()) {
            case NONE -> new SqlText().add("null::bigint");
            case EXACT ->
                new SqlText()
                        .add("(select count(*) from " + schema.table() + " r where ")
                        .add(matching())
                        .add(")");
            case LIMITED -> query.filters().isEmpty() ? countOfAll() : countSome();
        };
    }

    private SqlText countSome() {
        return new SqlText()
                .add("(select count(*) from (select 1 from " + schema.table() + " r where ")
                .add(matching())
                .add(" limit " + (Count.LIMIT + 1) + ") as counted)");
    }

    /// How many are listed is kept by triggers, so an unfiltered list only has to count the few outside of their
    /// window; if they are many, it counts the ones inside.
    private SqlText countOfAll() {
        String listed = "(select coalesce(sum(n), 0) from listed_count where doc_type = '" + schema.name() + "')";
        if (schema.window().isEmpty()) return new SqlText().add(listed + "::bigint");
        var window = schema.window().get();
        Value now = new Value.Moment(query.asOf());
        String some = "select from " + schema.table() + " r where r." + schema.listed() + " and r.";
        SqlText sql = new SqlText()
                .add("(select case when gone.n > " + FEW + " then ")
                .add(countSome());
        sql.add(" else " + listed + "::bigint - gone.n end from (select count(*) as n from (");
        sql.add(some + column(window.from()) + " > ")
                .add(bound(now, Kind.MOMENT))
                .add(" union all ");
        sql.add(some + column(window.until()) + " <= ").add(bound(now, Kind.MOMENT));
        return sql.add(" limit " + (FEW + 1) + ") as outside) as gone)");
    }

    /// The field's value in terms of the root row; rows that are pointed at are joined.
    private String expression(DocumentField field) {
        String alias = "r";
        List<String> present = new ArrayList<>();
        for (var ancestor : field.ancestors()) {
            switch (ancestor) {
                case Group group -> {
                    if (group.presentWhen().isPresent())
                        present.add(alias + "." + group.presentWhen().get());
                }
                case One one -> {
                    String next = "s" + joins.length();
                    joins.append(" left join " + one.table() + " " + next + " on " + next + "." + one.key() + " = "
                            + alias + "." + one.column());
                    alias = next;
                }
                default -> throw new IllegalArgumentException(field.path() + " has no single value");
            }
        }
        String column = alias + "." + field.leaf().column();
        return present.isEmpty() ? column : "case when " + String.join(" and ", present) + " then " + column + " end";
    }
}
