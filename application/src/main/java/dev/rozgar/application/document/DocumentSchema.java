package dev.rozgar.application.document;

import dev.rozgar.application.document.Node.Group;
import dev.rozgar.application.document.Node.Leaf;
import dev.rozgar.application.document.Node.Many;
import dev.rozgar.application.document.Node.One;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A declared document: the root table and the members of the JSON object, nested as they appear in it. The
/// SQL that builds the document, the index mapping, the legal filters and sorts, the OpenAPI schema and the
/// fingerprint derive from it alone.
///
/// A declaration is equal to itself alone. It is looked into by every request, so its fields are gathered once.
public final class DocumentSchema {
    private final String name;
    private final String table;
    private final String listed;
    private final Optional<Window> window;
    private final List<Node> members;
    private final Map<String, DocumentField> byPath;
    private final Set<String> names = new LinkedHashSet<>();

    /// Two root fields of kind [Kind#MOMENT], both required: a document is shown from the first until just
    /// before the second.
    public record Window(String from, String until) {}

    private DocumentSchema(String name, String table, String listed, Optional<Window> window, List<Node> members) {
        this.name = name;
        this.table = table;
        this.listed = listed;
        this.window = window;
        this.members = List.copyOf(members);
        Map<String, DocumentField> found = new LinkedHashMap<>();
        collect("", List.of(), members, found);
        this.byPath = Collections.unmodifiableMap(found);
    }

    /// @param name what one document is called, as in `job`; also the root table, whose key is `id`
    /// @param listed a boolean column of the root table: only rows where it is true have a document
    /// @param window the fields between which a document is shown (`from ≤ now < until`), if it has such a time
    public static DocumentSchema of(String name, String listed, Optional<Window> window, Object... members) {
        return new DocumentSchema(name, name, listed, window, Declare.nodes(members));
    }

    /// A copy with one more member at the end of the root object.
    public DocumentSchema with(Object member) {
        List<Node> more = new ArrayList<>(members);
        more.addAll(Declare.nodes(member));
        return new DocumentSchema(name, table, listed, window, more);
    }

    /// The same documents with these fields alone, and the objects around them.
    public DocumentSchema only(Set<String> paths) {
        return new DocumentSchema(name, table, listed, window, only("", members, paths));
    }

    private static List<Node> only(String prefix, List<Node> nodes, Set<String> paths) {
        List<Node> left = new ArrayList<>();
        for (Node node : nodes) {
            List<Node> children = only(prefix + node.name() + '.', node.children(), paths);
            switch (node) {
                case Leaf leaf -> {
                    if (paths.contains(prefix + leaf.name())) left.add(leaf);
                }
                case Group _, One _, Many _ -> {
                    if (!children.isEmpty()) left.add(with(node, children));
                }
            }
        }
        return left;
    }

    private static Node with(Node node, List<Node> children) {
        return switch (node) {
            case Leaf leaf -> leaf;
            case Group group -> new Group(group.name(), group.presentWhen(), children);
            case One one -> new One(one.name(), one.column(), one.table(), one.key(), one.required(), children);
            case Many many -> new Many(many.name(), many.table(), many.foreignKey(), many.orderBy(), children);
        };
    }

    /// What one document is called, as in `job`.
    public String name() {
        return name;
    }

    /// The root table; its key is `id`.
    public String table() {
        return table;
    }

    /// A boolean column of the root table: only rows where it is true have a document.
    public String listed() {
        return listed;
    }

    public Optional<Window> window() {
        return window;
    }

    public List<Node> members() {
        return members;
    }

    /// The paths of all members, objects and values, in document order.
    public Set<String> names() {
        return Collections.unmodifiableSet(names);
    }

    /// Every leaf with its path, in document order.
    public List<DocumentField> fields() {
        return List.copyOf(byPath.values());
    }

    public Optional<DocumentField> field(String path) {
        return Optional.ofNullable(byPath.get(path));
    }

    /// A field that code mentions by name; a wrong name is a defect of that code.
    public DocumentField require(String path) {
        return field(path).orElseThrow(() -> new IllegalArgumentException("no field " + path + " in document " + name));
    }

    public List<DocumentField> fields(Use use) {
        return fields().stream().filter(field -> field.may(use)).toList();
    }

    private void collect(String prefix, List<Node> ancestors, List<Node> nodes, Map<String, DocumentField> found) {
        for (Node node : nodes) {
            String path = prefix + node.name();
            names.add(path);
            if (node instanceof Leaf leaf) {
                if (found.put(path, new DocumentField(path, ancestors, leaf)) != null)
                    throw new IllegalArgumentException("declared twice: " + path);
            } else {
                List<Node> deeper = new ArrayList<>(ancestors);
                deeper.add(node);
                collect(path + ".", deeper, node.children(), found);
            }
        }
    }

    /// A digest of everything that the derived texts depend on; it stands in the index and in PostgreSQL, and
    /// the two are compared at start.
    public String fingerprint() {
        return declaration().fingerprint();
    }

    /// All of that, to be kept and compared with a later one field by field.
    public Declaration declaration() {
        return Declaration.of(this);
    }
}
