package dev.rozgar.application.document;

import dev.rozgar.application.document.Node.Group;
import dev.rozgar.application.document.Node.Leaf;
import dev.rozgar.application.document.Node.Many;
import dev.rozgar.application.document.Node.One;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A change by plain SQL of one column that documents show, made up from the declaration: of every row of the table
/// that some document shows, to another value that its kind and its codes allow. Checks of the table it may break. A
/// list
/// is reversed, so it should have two rows.
///
/// Keys are left out: rows that others refer to keep them.
///
/// @param value an SQL expression
/// @param where an SQL condition
public record ColumnChange(String table, String column, String value, String where) {
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final String ROTATED = LETTERS.substring(1) + LETTERS.charAt(0);

    /// Of every column that is no key, in the order of the declaration, but what hides others after those.
    public static List<ColumnChange> all(DocumentSchema schema) {
        return all(schema, "true");
    }

    /// The same of what the documents of these rows of the root table show.
    public static List<ColumnChange> all(DocumentSchema schema, String where) {
        List<ColumnChange> changes = new ArrayList<>();
        collect(schema.table(), where, Sources.ID, schema.members(), changes);
        return changes;
    }

    public String sql() {
        return "update " + table + " set " + column + " = " + value + " where " + where;
    }

    @Override
    public String toString() {
        return table + "." + column;
    }

    private static void collect(String table, String where, String key, List<Node> nodes, List<ColumnChange> changes) {
        for (Node node : nodes) {
            switch (node) {
                case Leaf leaf ->
                    leaf.columns().stream()
                            .filter(column -> !column.equals(key))
                            .forEach(
                                    column -> changes.add(new ColumnChange(table, column, other(leaf, column), where)));
                case Group group -> {
                    collect(table, where, key, group.children(), changes);
                    Optional<String> flag = group.presentWhen();
                    flag.ifPresent(column -> changes.add(new ColumnChange(table, column, "not " + column, where)));
                }
                case One one -> {
                    String shown =
                            one.key() + " in (select " + one.column() + " from " + table + " where " + where + ")";
                    collect(one.table(), shown, one.key(), one.children(), changes);
                    String another = "(select min(o." + one.key() + ") from " + one.table() + " o where o." + one.key()
                            + " is distinct from " + table + "." + one.column() + ")";
                    changes.add(new ColumnChange(table, one.column(), another, where));
                }
                case Many many -> {
                    String shown = many.foreignKey() + " in (select id from " + table + " where " + where + ")";
                    String reversed = "100 - " + many.orderBy();
                    changes.add(new ColumnChange(many.table(), many.orderBy(), reversed, shown));
                    collect(many.table(), shown, many.foreignKey(), many.children(), changes);
                }
            }
        }
    }

    private static String other(Leaf leaf, String column) {
        if (!leaf.codes().isEmpty()) return otherCode(leaf, column);
        if (leaf.list()) return column + " || '{x}'";
        return switch (leaf.kind()) {
            case WHOLE, DECIMAL -> "coalesce(" + column + ", 0) + 1";
            // Where there is no point there will be none: half of one is no document.
            case POINT -> column + " + 0.5";
            case FLAG -> "not " + column;
            case KEYWORD, TEXT, PLACE ->
                "coalesce(translate(" + column + ", '" + LETTERS + "', '" + ROTATED + "'), 'x')";
            case MOMENT -> "coalesce(" + column + ", '2026-03-01Z') + interval '1 hour'";
            case DAY -> "coalesce(" + column + ", '2026-03-01') + 1";
            case TIME -> "coalesce(" + column + ", '09:00') + interval '1 hour'";
        };
    }

    private static String otherCode(Leaf leaf, String column) {
        String first = leaf.list()
                ? "array['" + leaf.codes().get(0) + "']"
                : "'" + leaf.codes().get(0) + "'";
        String second = leaf.list()
                ? "array['" + leaf.codes().get(1) + "']"
                : "'" + leaf.codes().get(1) + "'";
        return "case when " + column + " = " + first + " then " + second + " else " + first + " end";
    }
}
