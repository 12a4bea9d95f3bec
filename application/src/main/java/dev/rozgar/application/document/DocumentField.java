package dev.rozgar.application.document;

import dev.rozgar.application.document.Node.Leaf;
import java.util.List;

/// A leaf with the way to it from the document's root.
///
/// @param path dotted, as in `company.name` or `locations.city`; the name of a filter
/// @param ancestors the objects around the leaf, outermost first
public record DocumentField(String path, List<Node> ancestors, Leaf leaf) {
    public DocumentField {
        ancestors = List.copyOf(ancestors);
    }

    public Kind kind() {
        return leaf.kind();
    }

    public boolean may(Use use) {
        return leaf.uses().contains(use);
    }

    /// Whether a document may hold several values here.
    public boolean isMultiValued() {
        return leaf.list() || ancestors.stream().anyMatch(Node.Many.class::isInstance);
    }

    /// Whether a document always holds a value here, so that sorting needs no place for the missing.
    public boolean isAlwaysPresent() {
        return leaf.required() && ancestors.stream().allMatch(DocumentField::isAlwaysPresent);
    }

    private static boolean isAlwaysPresent(Node ancestor) {
        return switch (ancestor) {
            case Node.Group group -> group.presentWhen().isEmpty();
            case Node.One one -> one.required();
            case Node.Many _ -> false;
            case Leaf _ -> throw new IllegalStateException("a leaf has no members");
        };
    }
}
