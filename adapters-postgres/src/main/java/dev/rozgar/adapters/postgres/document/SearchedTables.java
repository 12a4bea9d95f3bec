package dev.rozgar.adapters.postgres.document;

import dev.rozgar.application.document.DocumentSchema;
import dev.rozgar.application.document.Node;
import dev.rozgar.application.document.Node.Group;
import dev.rozgar.application.document.Node.Leaf;
import dev.rozgar.application.document.Node.Many;
import dev.rozgar.application.document.Node.One;
import dev.rozgar.application.document.Use;
import dev.rozgar.application.document.Weight;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.stream.Collectors;

/// Where the words of a document stand: tables with fields that are searched, and the ways to them from the root.
///
/// The words of the root's own fields are kept in a table beside it, `…_words`: they are long and seldom
/// change, and a row of the root is written anew with every move. Of the other tables an index alone knows
/// the words.
final class SearchedTables {
    /// As long as the declaration itself is.
    private static final Map<DocumentSchema, List<Table>> GATHERED = Collections.synchronizedMap(new WeakHashMap<>());

    private final List<Table> tables = new ArrayList<>();

    /// @param way from the root: each step a [One] or a [Many], outermost first; none for the root itself
    /// @param name of the table
    /// @param fields at least one
    record Table(List<Node> way, String name, List<Leaf> fields) {
        /// The column of all words, whatever they weigh.
        static final String ALL = "words";
        /// See [#saying].
        private static final String REST = "rest";

        Table {
            way = List.copyOf(way);
            fields = List.copyOf(fields);
            if (!way.isEmpty() && weights(fields).size() > 1)
                throw new IllegalArgumentException(
                        "the words of " + name + " weigh alike, as of every table but the root");
        }

        boolean isRoot() {
            return way.isEmpty();
        }

        /// The table beside the root.
        String beside() {
            return name + "_words";
        }

        /// The columns of the table beside the root, and the fields that these are of: one for all, and one for each
        /// weight but the least.
        Map<String, List<Leaf>> columns() {
            Map<String, List<Leaf>> columns = new LinkedHashMap<>();
            columns.put(ALL, fields);
            List<Weight> weights = weights(fields);
            for (Weight weight : weights.subList(0, weights.size() - 1))
                columns.put(column(weight), of(List.of(weight)));
            return columns;
        }

        private static String column(Weight weight) {
            return ALL + '_' + Character.toLowerCase(weight.name().charAt(0));
        }

        /// The column of the table beside the root that holds all its words in order, field by field.
        static String said() {
            return "said";
        }

        /// The words in order of what weighs alike, worked out of a row of this alias. By the columns that are kept of
        /// them, and the least weight, which has none of its own, by [#REST].
        Map<String, String> saying(String alias) {
            Map<String, String> saying = new LinkedHashMap<>();
            List<Weight> weights = weights(fields);
            for (Weight weight : weights) {
                List<Leaf> alike = of(List.of(weight));
                saying.put(weight.equals(weights.getLast()) ? REST : column(weight), said(alike, alias));
            }
            return saying;
        }

        private static String said(List<Leaf> fields, String alias) {
            List<String> texts = new ArrayList<>();
            List<String> arrays = new ArrayList<>();
            for (Leaf field : fields) (field.list() ? arrays : texts).add(alias + '.' + field.column());
            if (!texts.isEmpty()) arrays.addFirst("array[" + String.join(", ", texts) + "]::text[]");
            return "search_said(" + String.join(" || ", arrays) + ")";
        }

        /// The fields of these weights.
        List<Leaf> of(List<Weight> some) {
            return fields.stream()
                    .filter(field -> some.contains(field.weight().orElseThrow()))
                    .toList();
        }

        /// The words of these fields in a row of this alias, in the words of an index.
        ///
        /// @throws IllegalArgumentException if no column of the root holds just these
        String words(List<Leaf> some, String alias) {
            if (!isRoot()) return vector(fields, alias);
            return columns().entrySet().stream()
                    .filter(column -> column.getValue().equals(some))
                    .map(column -> alias + '.' + column.getKey())
                    .findFirst()
                    .orElseThrow(
                            () -> new IllegalArgumentException("the words of " + some + " are not kept by themselves"));
        }

        /// All their words, worked out.
        static String vector(List<Leaf> fields, String alias) {
            return fields.stream()
                    .map(field -> text(field, alias))
                    .collect(Collectors.joining(" || ' ' || ", "search_vector(", ")"));
        }

        private static String text(Leaf field, String alias) {
            String column = alias.isEmpty() ? field.column() : alias + '.' + field.column();
            if (field.list()) return "joined(" + column + ")";
            return field.required() ? column + "::text" : "coalesce(" + column + "::text, '')";
        }

        private static List<Weight> weights(List<Leaf> fields) {
            return fields.stream()
                    .map(field -> field.weight().orElseThrow())
                    .distinct()
                    .sorted()
                    .toList();
        }
    }

    private SearchedTables(DocumentSchema schema) {
        walk(List.of(), schema.table(), schema.members());
    }

    /// Looked for by every search by words, so they are gathered once.
    static List<Table> of(DocumentSchema schema) {
        return GATHERED.computeIfAbsent(schema, its -> List.copyOf(new SearchedTables(its).tables));
    }

    private void walk(List<Node> way, String table, List<Node> members) {
        List<Leaf> fields = new ArrayList<>();
        List<Runnable> deeper = new ArrayList<>();
        gather(way, members, fields, deeper);
        if (!fields.isEmpty()) tables.add(new Table(way, table, fields));
        deeper.forEach(Runnable::run);
    }

    private void gather(List<Node> way, List<Node> members, List<Leaf> fields, List<Runnable> deeper) {
        for (Node member : members) {
            switch (member) {
                case Leaf leaf -> {
                    if (leaf.uses().contains(Use.SEARCH)) fields.add(leaf);
                }
                case Group group -> {
                    if (group.presentWhen().isEmpty()) gather(way, group.children(), fields, deeper);
                    else if (group.children().stream().anyMatch(SearchedTables::isSearched))
                        throw new IllegalArgumentException(group.name() + " may be hidden, so it is not searched");
                }
                case One one -> deeper.add(() -> walk(further(way, one), one.table(), one.children()));
                case Many many -> deeper.add(() -> walk(further(way, many), many.table(), many.children()));
            }
        }
    }

    private static List<Node> further(List<Node> way, Node step) {
        List<Node> further = new ArrayList<>(way);
        further.add(step);
        return further;
    }

    private static boolean isSearched(Node node) {
        return node instanceof Leaf leaf
                ? leaf.uses().contains(Use.SEARCH)
                : node.children().stream().anyMatch(SearchedTables::isSearched);
    }
}
