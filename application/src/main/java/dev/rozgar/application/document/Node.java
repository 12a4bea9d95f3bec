package dev.rozgar.application.document;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A member of a declared document: a value ([Leaf]) or an object with members of its own.
public sealed interface Node {
    /// The member's name in the JSON document, snake_case.
    String name();

    /// Members of the nested object; none for a leaf.
    default List<Node> children() {
        return List.of();
    }

    /// A value. The declaration of one field is one of these.
    ///
    /// @param columns the source: one column of the enclosing table; for a [Kind#POINT] two, latitude and longitude
    /// @param list whether the column holds an array
    /// @param required never null in a document
    /// @param weight of its words, if they are searched
    /// @param codes the only values there are, or empty where any will do
    /// @param meaning one sentence for the reader of the API's description
    /// @param parameter what a filter or facet on it is called, if not by its path
    record Leaf(
            String name,
            List<String> columns,
            Kind kind,
            boolean list,
            boolean required,
            Set<Use> uses,
            Optional<Weight> weight,
            List<String> codes,
            String meaning,
            Optional<String> parameter)
            implements Node {

        public Leaf {
            columns = List.copyOf(columns);
            uses = Set.copyOf(uses);
            codes = List.copyOf(codes);
            if (columns.size() != (kind == Kind.POINT ? 2 : 1))
                throw new IllegalArgumentException(name + ": wrong number of columns");
            if (list && uses.contains(Use.SORT))
                throw new IllegalArgumentException(name + ": a list has no order among documents");
            if (uses.contains(Use.SEARCH) && kind != Kind.TEXT)
                throw new IllegalArgumentException(name + ": only TEXT is searched");
            if (uses.contains(Use.SEARCH) != weight.isPresent())
                throw new IllegalArgumentException(name + ": what is searched has a weight, and nothing else");
            if (uses.contains(Use.FACET) && !uses.contains(Use.FILTER))
                throw new IllegalArgumentException(name + ": what is counted may be chosen");
            if (!uses.isEmpty() && kind == Kind.TIME) throw new IllegalArgumentException(name + ": no uses yet");
            if (kind == Kind.POINT && !Set.of(Use.FILTER).containsAll(uses))
                throw new IllegalArgumentException(name + ": a point is only looked for");
        }

        /// The one column of every kind but a point.
        public String column() {
            return columns.getFirst();
        }
    }

    /// Columns of the same table gathered in an object.
    ///
    /// @param presentWhen a boolean column; where it is false the object is null and its fields match no filter
    record Group(String name, Optional<String> presentWhen, List<Node> children) implements Node {
        public Group {
            children = List.copyOf(children);
        }
    }

    /// The one row of another table that a column points at.
    ///
    /// @param column the pointing column of the enclosing table; null there makes the object null
    /// @param key the column of `table` it points at
    record One(String name, String column, String table, String key, boolean required, List<Node> children)
            implements Node {
        public One {
            children = List.copyOf(children);
        }
    }

    /// The rows of another table that point back at the enclosing row, as a list of objects.
    ///
    /// @param foreignKey the column of `table` that holds the enclosing row's `id`
    /// @param orderBy the column that orders the list
    record Many(String name, String table, String foreignKey, String orderBy, List<Node> children) implements Node {
        public Many {
            children = List.copyOf(children);
        }
    }
}
