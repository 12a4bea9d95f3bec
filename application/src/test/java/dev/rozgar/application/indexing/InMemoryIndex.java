package dev.rozgar.application.indexing;

import dev.rozgar.application.document.Declaration;
import dev.rozgar.application.document.Document;
import dev.rozgar.application.rebuild.IndexGenerations.Generation;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// One index of an [InMemoryJobIndex], which guards it: documents and markers under versions, of which only what
/// was there at the last refresh is counted.
final class InMemoryIndex {
    private final String name;
    private final TreeMap<Long, Held> held = new TreeMap<>();
    private Declaration declaration;
    private long visible;

    private record Held(long version, Optional<Document> document) {}

    InMemoryIndex(String name, Declaration declaration) {
        this.name = name;
        this.declaration = declaration;
    }

    String name() {
        return name;
    }

    Generation generation() {
        return new Generation(name, declaration.fingerprint(), Optional.of(declaration));
    }

    void declare(Declaration other) {
        declaration = other;
    }

    Optional<Document> document(long id) {
        return Optional.ofNullable(held.get(id)).flatMap(Held::document);
    }

    /// Markers included.
    Optional<Long> version(long id) {
        return Optional.ofNullable(held.get(id)).map(Held::version);
    }

    IndexOutcome write(IndexEntry entry) {
        Held before = held.get(entry.id());
        if (before != null && before.version >= entry.version()) return new IndexOutcome.Superseded(before.version);
        held.put(entry.id(), new Held(entry.version(), entry.document()));
        return new IndexOutcome.Stored();
    }

    void refresh() {
        visible =
                held.values().stream().filter(each -> each.document.isPresent()).count();
    }

    /// How many documents there were at the last refresh.
    long visible() {
        return visible;
    }

    /// Refreshed or not, markers included.
    Stream<HeldVersions.Held> versions() {
        return held.entrySet().stream().map(entry -> new HeldVersions.Held(entry.getKey(), entry.getValue().version));
    }

    List<IndexEntry> after(long id, int most) {
        return held.tailMap(id, false).entrySet().stream()
                .filter(entry -> entry.getValue().document.isPresent())
                .limit(most)
                .map(entry -> new IndexEntry(entry.getKey(), 0, entry.getValue().document))
                .toList();
    }

    /// Loses a document.
    void forget(long id) {
        held.remove(id);
        refresh();
    }

    /// Puts a document there that nothing will ever replace.
    void falsify(long id, String text) {
        held.put(id, new Held(Long.MAX_VALUE, Optional.of(Document.of(text.getBytes(StandardCharsets.UTF_8)))));
    }
}
