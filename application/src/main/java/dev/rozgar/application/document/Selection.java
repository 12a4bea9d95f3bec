package dev.rozgar.application.document;

import dev.rozgar.application.document.Node.Group;
import dev.rozgar.application.document.Node.Leaf;
import dev.rozgar.application.document.Node.Many;
import dev.rozgar.application.document.Node.One;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Some members of a declared document, for callers who do not want the rest. A sparse document has just
/// these, in the order of the declaration; an object of which any member is chosen is there with what was
/// chosen of it, or null.
///
/// @param members what is left of the declaration
public record Selection(List<Node> members) {
    public static final int MAX_NAMES = 50;
    private static final String ID = "id";

    public Selection {
        members = List.copyOf(members);
    }

    /// @param names paths of members, of which one that is an object stands for all that is in it; the id is always
    /// chosen
    /// @throws IllegalArgumentException if there are too many, or one is not declared
    public static Selection of(DocumentSchema schema, Set<String> names) {
        if (names.size() > MAX_NAMES) throw new IllegalArgumentException("at most " + MAX_NAMES + " members");
        if (!schema.names().containsAll(names)) throw new IllegalArgumentException("not declared: " + names);
        return new Selection(left("", schema.members(), names));
    }

    private static List<Node> left(String prefix, List<Node> nodes, Set<String> names) {
        List<Node> left = new ArrayList<>();
        for (Node node : nodes) {
            String path = prefix + node.name();
            if (names.contains(path) || path.equals(ID)) left.add(node);
            else inside(node, left(path + '.', node.children(), names)).ifPresent(left::add);
        }
        return left;
    }

    private static Optional<Node> inside(Node node, List<Node> left) {
        if (left.isEmpty()) return Optional.empty();
        return switch (node) {
            case Leaf _ -> throw new IllegalStateException("a leaf has no members");
            case Group group -> Optional.of(new Group(group.name(), group.presentWhen(), left));
            case One one ->
                Optional.of(new One(one.name(), one.column(), one.table(), one.key(), one.required(), left));
            case Many many -> Optional.of(new Many(many.name(), many.table(), many.foreignKey(), many.orderBy(), left));
        };
    }
}
