package dev.rozgar.application.document;

import dev.rozgar.application.document.Node.Leaf;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A declared document: the root table and the members of the JSON object, nested as they appear in it. The SQL that
/// builds
/// the document, the index mapping, the legal filters and sorts, the OpenAPI schema and the fingerprint derive from it
/// alone.
///
/// @param name what one document is called, as in `job`
/// @param table the root table; its key is `id`
/// @param listed a boolean column of the root table: only rows where it is true have a document
/// @param window the fields between which a document is shown (`from ≤ now < until`), if it has such a time
public record DocumentSchema(String name, String table, String listed, Optional<Window> window, List<Node> members) {
    /// Two root fields of kind [Kind#MOMENT], both required: a document is shown from the first until just before the
    /// second.
    public record Window(String from, String until) {}

    public DocumentSchema {
        members = List.copyOf(members);
    }

    public static DocumentSchema of(String name, String listed, Optional<Window> window, Object... members) {
        return new DocumentSchema(name, name, listed, window, Declare.nodes(members));
    }

    /// A copy with one more member at the end of the root object.
    public DocumentSchema with(Object member) {
        List<Node> more = new ArrayList<>(members);
        more.addAll(Declare.nodes(member));
        return new DocumentSchema(name, table, listed, window, more);
    }

    /// Every leaf with its path, in document order.
    public List<DocumentField> fields() {
        return List.copyOf(byPath().values());
    }

    public Optional<DocumentField> field(String path) {
        return Optional.ofNullable(byPath().get(path));
    }

    /// A field that code mentions by name; a wrong name is a defect of that code.
    public DocumentField require(String path) {
        return field(path).orElseThrow(() -> new IllegalArgumentException("no field " + path + " in document " + name));
    }

    public List<DocumentField> fields(Use use) {
        return fields().stream().filter(field -> field.may(use)).toList();
    }

    private Map<String, DocumentField> byPath() {
        Map<String, DocumentField> found = new LinkedHashMap<>();
        collect("", List.of(), members, found);
        return found;
    }

    private static void collect(
            String prefix, List<Node> ancestors, List<Node> nodes, Map<String, DocumentField> found) {
        for (Node node : nodes) {
            String path = prefix + node.name();
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

    /// A digest of everything that the derived texts depend on; it stands in the index and in PostgreSQL, and the two
    /// are compared at start.
    public String fingerprint() {
        return Fingerprint.of(this);
    }
}
