package dev.rozgar.adapters.postgres.document;

import dev.rozgar.application.document.DocumentField;
import dev.rozgar.application.document.DocumentQuery;
import dev.rozgar.application.document.FacetWish;
import dev.rozgar.application.document.FacetWish.Summed;
import dev.rozgar.application.document.Filter;
import dev.rozgar.application.document.Kind;
import dev.rozgar.application.document.Node;
import dev.rozgar.application.document.Node.Many;
import dev.rozgar.application.document.PlacePath;
import dev.rozgar.application.document.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The facets of a page, counted within its statement: the rows that matter to any of them are looked up once, as
/// `counted`, with what the facets need to know of each, and every facet counts among them.
///
/// A filter that a facet leaves out chooses no rows; whether it holds is a column, `h0`, `h1`, …, for all the
/// others.
/// The values of a list are found from there, the single ones are columns, `v0`, … with `l0`, … for what they
/// stand for.
final class FacetSql {
    private final DocumentQuery query;
    private final Joins joins = new Joins("r", "j");
    private final List<Filter> common = new ArrayList<>();
    private final List<Filter> owned = new ArrayList<>();
    private final List<Summed> summed;

    FacetSql(DocumentQuery query) {
        this.query = query;
        for (Filter filter : query.filters())
            (query.facets().stream().anyMatch(wish -> wish.owns(filter)) ? owned : common).add(filter);
        this.summed = query.facets().stream()
                .flatMap(wish -> wish.summed().stream())
                .distinct()
                .toList();
    }

    /// Those that hold for all rows that matter.
    List<Filter> common() {
        return common;
    }

    /// @param matching what rows that matter fulfil
    SqlText rows(SqlText matching) {
        SqlText columns = new SqlText().add("r.id");
        for (int i = 0; i < summed.size(); i++)
            columns.add(", " + joins.column(summed.get(i).field()) + " as u" + i);
        for (int i = 0; i < query.facets().size(); i++) {
            DocumentField field = query.facets().get(i).field();
            if (list(field).isPresent()) continue;
            columns.add(", " + joins.column(field) + " as v" + i);
            if (field.label().isPresent())
                columns.add(", " + joins.column(field.label().get()) + " as l" + i);
        }
        for (int i = 0; i < owned.size(); i++)
            columns.add(", (").add(FilterSql.of(query.schema(), owned.get(i))).add(") is true as h" + i);
        return new SqlText()
                .add("counted as materialized (select ")
                .add(columns)
                .add(" from " + query.schema().table() + " r" + joins.text() + " where ")
                .add(matching)
                .add(")");
    }

    /// How many rows fulfil all filters.
    String total() {
        List<String> conditions = new ArrayList<>();
        for (int i = 0; i < owned.size(); i++) conditions.add("f.h" + i);
        return "(select count(*) from counted f" + where(conditions) + ")";
    }

    /// `, (…), (…)`: of each facet an array of buckets, each of them an array of value, label, number and sum.
    String columns() {
        StringBuilder sql = new StringBuilder();
        for (int i = 0; i < query.facets().size(); i++) sql.append(",\n ").append(facet(i));
        return sql.toString();
    }

    private String facet(int number) {
        FacetWish wish = query.facets().get(number);
        String sum = wish.summed().map(its -> "u" + summed.indexOf(its)).orElse("null::bigint");
        return "(select array_agg(array[" + text(wish.field(), "b.value") + ", b.label, b.n::text, b.summed::text]"
                + " order by b.n desc, b.value) from (select g.value, min(g.label) as label, count(*) as n,"
                + " sum(g.summed) as summed from (" + values(number, sum.startsWith("u") ? "f." + sum : sum)
                + ") as g group by g.value order by n desc, g.value limit " + wish.read() + ") as b)";
    }

    /// A row for each value of each document.
    private String values(int number, String sum) {
        DocumentField field = query.facets().get(number).field();
        List<String> conditions = conditions(query.facets().get(number));
        Optional<Many> list = list(field);
        String from = "counted f";
        String value = "f.v" + number;
        String label = field.label().isPresent() ? "f.l" + number : "null";
        if (list.isPresent()) {
            Joins rows = new Joins("l", "m");
            value = rows.column(field, 1);
            label = field.label().map(its -> rows.column(its, 1)).orElse("null");
            from += " join " + list.get().table() + " l on l." + list.get().foreignKey() + " = f.id" + rows.text();
        }
        if (field.leaf().list()) {
            from += " cross join unnest(" + value + ") as e";
            value = "e";
        }
        conditions.add(value + " is not null");
        if (field.kind() == Kind.PLACE) conditions.add("not starts_with(" + value + ", '" + PlacePath.ID + "')");
        return "select " + (field.isMultiValued() ? "distinct f.id, " : "") + ordered(field, value) + " as value, "
                + label + "::text as label, " + sum + " as summed from " + from + where(conditions);
    }

    private List<String> conditions(FacetWish wish) {
        List<String> conditions = new ArrayList<>();
        for (int i = 0; i < owned.size(); i++) {
            if (!wish.owns(owned.get(i))) conditions.add("f.h" + i);
        }
        return conditions;
    }

    private static String where(List<String> conditions) {
        return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    }

    private static String ordered(DocumentField field, String value) {
        return isText(field) ? value + "::text collate \"C\"" : value;
    }

    /// As [Kind#parse] reads it again.
    private static String text(DocumentField field, String value) {
        return field.kind() == Kind.MOMENT ? PageKeys.moment(value) : value + "::text";
    }

    /// A text of any length and letters, as it is stored; whoever asks for one may not say everything.
    static Value value(DocumentField field, String text) {
        return isText(field) ? new Value.Word(text) : field.kind().parse(text).orElseThrow();
    }

    private static boolean isText(DocumentField field) {
        return field.kind() == Kind.TEXT || field.kind() == Kind.KEYWORD || field.kind() == Kind.PLACE;
    }

    /// The list of rows that the field lies in.
    private static Optional<Many> list(DocumentField field) {
        List<Node> ancestors = field.ancestors();
        if (ancestors.isEmpty() || !(ancestors.getFirst() instanceof Many list)) return Optional.empty();
        return Optional.of(list);
    }
}
