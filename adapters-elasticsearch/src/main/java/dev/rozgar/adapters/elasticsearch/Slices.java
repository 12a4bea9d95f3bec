package dev.rozgar.adapters.elasticsearch;

import dev.rozgar.application.document.Document;
import dev.rozgar.application.document.Node;
import dev.rozgar.application.document.Selection;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Optional;

/// Cuts chosen members out of a stored document. Their bytes are copied as they lie there: source filtering by
/// Elasticsearch would write numbers anew, 1.10 as 1.1.
final class Slices {
    private final byte[] bytes;
    private final JsonScanner json;
    private final ByteArrayOutputStream cut = new ByteArrayOutputStream();

    private Slices(byte[] bytes) {
        this.bytes = bytes;
        this.json = new JsonScanner(bytes, 0, bytes.length);
    }

    static Document of(Document document, Selection selection) {
        Slices slices = new Slices(document.bytes());
        slices.object(selection.members());
        return Document.of(slices.cut.toByteArray());
    }

    private void object(List<Node> chosen) {
        json.enter('{');
        cut.write('{');
        boolean first = true;
        while (json.member()) {
            Optional<Node> node =
                    chosen.stream().filter(one -> json.is(one.name())).findFirst();
            if (node.isEmpty()) {
                json.skip();
                continue;
            }
            if (!first) cut.write(',');
            first = false;
            json.copyName(cut);
            value(node.get());
        }
        cut.write('}');
    }

    private void value(Node node) {
        switch (node) {
            case Node.Group group when json.isAt('{') -> object(group.children());
            case Node.One one when json.isAt('{') -> object(one.children());
            case Node.Many many when json.isAt('[') -> list(many.children());
            // A value, or null for an object.
            case Node.Leaf _, Node.Group _, Node.One _, Node.Many _ -> copy();
        }
    }

    private void list(List<Node> chosen) {
        json.enter('[');
        cut.write('[');
        boolean first = true;
        while (json.element()) {
            if (!first) cut.write(',');
            first = false;
            object(chosen);
        }
        cut.write(']');
    }

    private void copy() {
        int start = json.position();
        json.skip();
        cut.write(bytes, start, json.position() - start);
    }
}
