package dev.rozgar.application.document;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/// SHA-256 digests, shortened: of a declaration, of a query that a cursor belongs to, of a document's bytes.
final class Fingerprint {
    private Fingerprint() {}

    /// 16 hex digits. Records print all their components, so the text of a schema holds the whole declaration.
    static String of(DocumentSchema schema) {
        StringBuilder text =
                new StringBuilder(schema.table()).append(schema.listed()).append(schema.window());
        for (DocumentField field : schema.fields()) {
            var leaf = field.leaf();
            // Uses in a fixed order: a Set prints in whichever it likes. The meaning is prose and changes nothing.
            var uses = leaf.uses().stream().sorted().toList();
            text.append('\n')
                    .append(field.path())
                    .append(leaf.columns())
                    .append(leaf.kind())
                    .append(leaf.list())
                    .append(uses);
            field.ancestors().forEach(ancestor -> text.append(way(ancestor)));
        }
        return hex(text.toString().getBytes(StandardCharsets.UTF_8), 8);
    }

    private static String way(Node ancestor) {
        return switch (ancestor) {
            case Node.Group group -> "group" + group.presentWhen();
            case Node.One one -> "one" + one.column() + '>' + one.table() + '.' + one.key();
            case Node.Many many -> "many" + many.table() + '.' + many.foreignKey() + '/' + many.orderBy();
            case Node.Leaf leaf -> leaf.name();
        };
    }

    static String hex(byte[] bytes, int length) {
        return HexFormat.of().formatHex(Arrays.copyOf(sha256().digest(bytes), length));
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-256", missing);
        }
    }
}
