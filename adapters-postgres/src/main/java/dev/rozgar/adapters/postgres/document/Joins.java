package dev.rozgar.adapters.postgres.document;

import dev.rozgar.application.document.DocumentField;
import dev.rozgar.application.document.Node;
import dev.rozgar.application.document.Node.Group;
import dev.rozgar.application.document.Node.One;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Fields of a row and of the rows that it points at, and the joins that lead to those.
final class Joins {
    private final String alias;
    private final String prefix;
    private final StringBuilder joins = new StringBuilder();
    private final Map<List<Node>, String> reached = new LinkedHashMap<>();

    /// @param alias of the row
    /// @param prefix begins the aliases of the rows that are joined
    Joins(String alias, String prefix) {
        this.alias = alias;
        this.prefix = prefix;
    }

    /// ` left join …`, for all fields that were asked for.
    String text() {
        return joins.toString();
    }

    /// A field of the root, in terms of the root row.
    String column(DocumentField field) {
        return column(field, 0);
    }

    /// A field whose ancestors lie in the row from the given one on.
    String column(DocumentField field, int from) {
        String at = alias;
        List<String> present = new ArrayList<>();
        for (int i = from; i < field.ancestors().size(); i++) {
            switch (field.ancestors().get(i)) {
                case Group group -> {
                    if (group.presentWhen().isPresent())
                        present.add(at + "." + group.presentWhen().get());
                }
                case One one -> at = joined(field.ancestors().subList(from, i + 1), one, at);
                default -> throw new IllegalArgumentException(field.path() + " has no single value");
            }
        }
        String column = at + "." + field.leaf().column();
        return present.isEmpty() ? column : "case when " + String.join(" and ", present) + " then " + column + " end";
    }

    private String joined(List<Node> way, One one, String from) {
        return reached.computeIfAbsent(List.copyOf(way), _ -> {
            String next = prefix + joins.length();
            joins.append(" left join " + one.table() + " " + next + " on " + next + "." + one.key() + " = " + from + "."
                    + one.column());
            return next;
        });
    }
}
