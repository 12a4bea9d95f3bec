package dev.rozgar.adapters.postgres.document;

import dev.rozgar.application.document.DocumentField;
import dev.rozgar.application.document.Filter;
import dev.rozgar.application.document.Node;
import dev.rozgar.application.document.Node.Group;
import dev.rozgar.application.document.Node.Leaf;
import dev.rozgar.application.document.Node.Many;
import dev.rozgar.application.document.Node.One;
import java.util.ArrayList;
import java.util.List;

/// One filter as a condition on the root row `r`. Each object on the way to the field that lies in another table
/// is one `exists`, so all bounds of a range hold for the same element of a list.
final class FilterSql {
    private final Filter filter;
    private final SqlText sql = new SqlText();
    /// Flags of the groups around the field, in its own row.
    private final List<String> present = new ArrayList<>();

    private FilterSql(Filter filter) {
        this.filter = filter;
    }

    static SqlText of(Filter filter) {
        FilterSql rendering = new FilterSql(filter);
        DocumentField field = filter.field();
        rendering.walk(field.ancestors(), "r", 1);
        return rendering.sql;
    }

    private void walk(List<Node> way, String alias, int depth) {
        if (way.isEmpty()) {
            condition(alias);
            return;
        }
        List<Node> rest = way.subList(1, way.size());
        String inner = "t" + depth;
        switch (way.getFirst()) {
            case Group group -> {
                boolean last = rest.stream().allMatch(Group.class::isInstance);
                group.presentWhen().ifPresent(flag -> {
                    if (last) present.add(alias + "." + flag);
                    else sql.add(alias + "." + flag + " and ");
                });
                walk(rest, alias, depth);
            }
            // The key of the other row stands in this one: nothing has to be looked up.
            case One one
            when rest.isEmpty() && leaf().column().equals(one.key()) -> compare(alias + "." + one.column());
            case One one -> {
                sql.add("exists (select 1 from " + one.table() + " " + inner + " where " + inner + "." + one.key()
                        + " = " + alias + "." + one.column() + " and ");
                walk(rest, inner, depth + 1);
                sql.add(")");
            }
            case Many many -> {
                sql.add("exists (select 1 from " + many.table() + " " + inner + " where " + inner + "."
                        + many.foreignKey() + " = " + alias + ".id and ");
                walk(rest, inner, depth + 1);
                sql.add(")");
            }
            case Leaf _ -> throw new IllegalStateException("a leaf has no members");
        }
    }

    private Leaf leaf() {
        return filter.field().leaf();
    }

    private void condition(String alias) {
        String plain = alias + "." + leaf().column();
        // In the words of the sort by the same field, so that one index serves both.
        String column =
                present.isEmpty() ? plain : "(case when " + String.join(" and ", present) + " then " + plain + " end)";
        switch (filter) {
            case Filter.OneOf any when leaf().list() -> sql.add(column + " && ").bindAll(any.values(), leaf().kind());
            case Filter.Range _
            when leaf().list() -> {
                sql.add("exists (select 1 from unnest(" + column + ") as element where ");
                compare("element");
                sql.add(")");
            }
            case Filter.OneOf _, Filter.Range _ -> compare(column);
        }
    }

    private void compare(String expression) {
        switch (filter) {
            case Filter.OneOf any ->
                sql.add(expression + " = any (")
                        .bindAll(any.values(), leaf().kind())
                        .add(")");
            case Filter.Range range -> {
                range.from()
                        .ifPresent(bound -> sql.add(expression + (bound.inclusive() ? " >= " : " > "))
                                .bind(bound.value(), leaf().kind()));
                if (range.from().isPresent() && range.to().isPresent()) sql.add(" and ");
                range.to()
                        .ifPresent(bound -> sql.add(expression + (bound.inclusive() ? " <= " : " < "))
                                .bind(bound.value(), leaf().kind()));
            }
        }
    }
}
