package dev.rozgar.application.document;

import dev.rozgar.application.document.Node.Leaf;
import java.util.List;
import java.util.Optional;

/// A leaf with the way to it from the document's root.
///
/// @param path dotted, as in `company.name` or `locations.city`
/// @param ancestors the objects around the leaf, outermost first
public record DocumentField(String path, List<Node> ancestors, Leaf leaf) {
    private static final String LABEL = "label";

    public DocumentField {
        ancestors = List.copyOf(ancestors);
    }

    public Kind kind() {
        return leaf.kind();
    }

    /// What a filter or a facet on it is called.
    public String parameter() {
        return leaf.parameter().orElse(path);
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

    /// What its values stand for, in words: the `label` of the row that this field is the key of, if it is a facet
    /// too.
    public Optional<DocumentField> label() {
        if (ancestors.isEmpty()
                || !(ancestors.getLast() instanceof Node.One one)
                || !leaf.columns().equals(List.of(one.key()))) return Optional.empty();
        return one.children().stream()
                .filter(member -> member instanceof Leaf other
                        && other.name().equals(LABEL)
                        && other.uses().contains(Use.FACET))
                .findFirst()
                .map(label -> new DocumentField(
                        path.substring(0, path.lastIndexOf('.') + 1) + LABEL, ancestors, (Leaf) label));
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
