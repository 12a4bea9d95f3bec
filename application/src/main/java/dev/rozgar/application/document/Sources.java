package dev.rozgar.application.document;

import dev.rozgar.application.document.Node.Group;
import dev.rozgar.application.document.Node.Leaf;
import dev.rozgar.application.document.Node.Many;
import dev.rozgar.application.document.Node.One;
import dev.rozgar.application.document.Source.Step;
import dev.rozgar.application.document.Source.Way;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Where a declared document comes from: all tables and columns that it is built from, and the ways from their rows
/// back to it. What has to follow a change of which row is derived from this and written nowhere else.
public final class Sources {
    /// The key of a document's root table, to which lists point back.
    public static final String ID = "id";

    private final Map<String, Set<String>> columns = new LinkedHashMap<>();
    private final Map<String, List<Way>> ways = new LinkedHashMap<>();
    private final Map<String, Key> keys = new LinkedHashMap<>();
    private final String root;

    /// The column that tells apart the rows of a table which many documents may show.
    ///
    /// @param kind of its values, as far as the document shows them
    public record Key(String column, Kind kind) {}

    private Sources(DocumentSchema schema) {
        root = schema.table();
        columnsOf(root).add(ID);
        walk(root, new Way(List.of()), schema.members());
        columnsOf(root).add(schema.listed());
    }

    /// @throws IllegalArgumentException where a row of the root table would be shown by other documents, or a table be
    /// reached by two keys
    public static Sources of(DocumentSchema schema) {
        return new Sources(schema);
    }

    /// What a document shows of its own row, with what decides whether there is a document.
    public List<String> root() {
        return List.copyOf(columnsOf(root));
    }

    /// All other tables.
    public List<Source> others() {
        return ways.entrySet().stream()
                .map(way -> new Source(way.getKey(), List.copyOf(columnsOf(way.getKey())), way.getValue()))
                .toList();
    }

    /// Tables of which many documents may show the same row, with the column that tells their rows apart.
    public Map<String, Key> shared() {
        return new LinkedHashMap<>(keys);
    }

    /// The ways that end in this table and may lead to many documents.
    public List<Way> waysTo(String shared) {
        return ways.getOrDefault(shared, List.of()).stream()
                .filter(way -> way.lists().isEmpty())
                .toList();
    }

    private void walk(String table, Way way, List<Node> nodes) {
        for (Node node : nodes) {
            switch (node) {
                case Leaf leaf -> columnsOf(table).addAll(leaf.columns());
                case Group group -> {
                    group.presentWhen().ifPresent(columnsOf(table)::add);
                    walk(table, way, group.children());
                }
                case One one -> {
                    columnsOf(table).add(one.column());
                    follow(new Step(table, one.column(), one.table(), one.key(), false), way, one.children());
                    share(one);
                }
                case Many many -> {
                    columnsOf(many.table()).addAll(List.of(many.foreignKey(), many.orderBy()));
                    follow(new Step(table, ID, many.table(), many.foreignKey(), true), way, many.children());
                }
            }
        }
    }

    private void follow(Step step, Way before, List<Node> children) {
        if (step.table().equals(root)) throw new IllegalArgumentException("a document of " + root + " shows another");
        List<Step> steps = new ArrayList<>(before.steps());
        steps.add(step);
        Way way = new Way(steps);
        columnsOf(step.table()).add(step.column());
        ways.computeIfAbsent(step.table(), _ -> new ArrayList<>()).add(way);
        walk(step.table(), way, children);
    }

    private void share(One one) {
        Key key = new Key(one.key(), kind(one));
        Optional<Key> other = Optional.ofNullable(keys.putIfAbsent(one.table(), key));
        if (other.isPresent() && !other.get().column().equals(key.column()))
            throw new IllegalArgumentException(one.table() + " is reached by two keys");
    }

    private static Kind kind(One one) {
        return one.children().stream()
                .filter(child -> child instanceof Leaf leaf && leaf.columns().equals(List.of(one.key())))
                .map(child -> ((Leaf) child).kind())
                .findFirst()
                .orElse(Kind.KEYWORD);
    }

    private Set<String> columnsOf(String table) {
        return columns.computeIfAbsent(table, _ -> new LinkedHashSet<>());
    }
}
