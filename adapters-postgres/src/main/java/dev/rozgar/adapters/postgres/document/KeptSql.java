package dev.rozgar.adapters.postgres.document;

import dev.rozgar.application.document.Filter;
import dev.rozgar.application.document.Kind;
import dev.rozgar.application.document.Node;
import dev.rozgar.application.document.Node.Many;
import dev.rozgar.application.feed.ChangeFilter;
import java.util.ArrayList;
import java.util.List;

/// A filter as a condition on what the log of changes has kept of a row: the same as [FilterSql] says of the row
/// itself, on a part of its document.
final class KeptSql {
    private KeptSql() {}

    /// @param json an expression; where it is null nothing matches
    static SqlText of(List<Filter> filters, String json) {
        SqlText sql = new SqlText().add(json + " is not null");
        for (Filter filter : filters) sql.add(" and ").add(of(filter, json));
        return sql;
    }

    private static SqlText of(Filter filter, String json) {
        SqlText condition = values(ChangeFilter.values(filter), json);
        if (!(filter instanceof Filter.Not)) return condition;
        return new SqlText().add("(").add(condition).add(") is not true");
    }

    private static SqlText values(Filter.OneOf any, String json) {
        List<String> way = new ArrayList<>();
        String from = json;
        SqlText sql = new SqlText();
        String close = "";
        for (Node ancestor : any.field().ancestors()) {
            way.add(ancestor.name());
            if (!(ancestor instanceof Many)) continue;
            String element = "e" + (close.length() + 1);
            sql.add("exists (select from json_array_elements(" + from + " #> " + path(way) + ") as " + element
                    + " where ");
            from = element;
            way.clear();
            close += ")";
        }
        way.add(any.field().leaf().name());
        return sql.add(from + " #>> " + path(way) + " = any (")
                .bindAll(any.values(), Kind.KEYWORD)
                .add(")" + close);
    }

    private static String path(List<String> way) {
        return "'{" + String.join(",", way) + "}'";
    }
}
