package dev.rozgar.application.document;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A declaration as a text that can be kept and compared with a later one, field by field. It stands beside what was
/// made from it: in the `_meta` of an index and in PostgreSQL.
///
/// @param root   the table, the column that lists a row, and the window
/// @param fields what the derived texts depend on, by the path of the field
public record Declaration(String root, Map<String, String> fields) {
    public Declaration {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    static Declaration of(DocumentSchema schema) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (DocumentField field : schema.fields()) fields.put(field.path(), line(field));
        return new Declaration(schema.table() + schema.listed() + schema.window(), fields);
    }

    // Records print all their components, so a line holds the whole declaration of its field.
    private static String line(DocumentField field) {
        var leaf = field.leaf();
        // Uses in a fixed order: a Set prints in whichever it likes. The meaning is prose and changes nothing.
        StringBuilder text = new StringBuilder()
                .append(leaf.columns())
                .append(leaf.kind())
                .append(leaf.list())
                .append(leaf.uses().stream().sorted().toList());
        // Words that were made by other rules are other words.
        leaf.weight().ifPresent(weight -> text.append(weight).append(TextRules.fingerprint()));
        field.ancestors().forEach(ancestor -> text.append(way(ancestor)));
        return text.toString();
    }

    private static String way(Node ancestor) {
        return switch (ancestor) {
            case Node.Group group -> "group" + group.presentWhen();
            case Node.One one -> "one" + one.column() + '>' + one.table() + '.' + one.key();
            case Node.Many many -> "many" + many.table() + '.' + many.foreignKey() + '/' + many.orderBy();
            case Node.Leaf leaf -> leaf.name();
        };
    }

    /// Reads what [#text] has written. What is no such text is a declaration of nothing.
    public static Declaration parse(String text) {
        List<String> lines = text.lines().toList();
        Map<String, String> fields = new LinkedHashMap<>();
        for (String line : lines.stream().skip(1).toList()) {
            // A path has no brackets, and behind it stand the columns in theirs.
            int end = line.indexOf('[');
            if (end > 0) fields.put(line.substring(0, end), line.substring(end));
        }
        return new Declaration(lines.isEmpty() ? "" : lines.getFirst(), fields);
    }

    /// The root, and a line for each field.
    public String text() {
        List<String> lines = new ArrayList<>(List.of(root));
        fields.forEach((path, line) -> lines.add(path + line));
        return String.join("\n", lines);
    }

    /// 16 hex digits of a SHA-256 digest.
    public String fingerprint() {
        return Fingerprint.hex(text().getBytes(StandardCharsets.UTF_8), 8);
    }
}
