package dev.rozgar.application.indexing;

import dev.rozgar.application.document.Document;
import java.util.HashSet;
import java.util.Set;

/// Which documents an index in memory takes. It knows no declaration: a member called `undeclared` stands for one
/// that is not declared.
final class InMemoryMapping {
    private final Set<Long> refused = new HashSet<>();

    void refuse(long id) {
        refused.add(id);
    }

    void accept(long id) {
        refused.remove(id);
    }

    boolean takes(IndexEntry entry) {
        String text = entry.document().map(Document::toString).orElse("");
        return !refused.contains(entry.id()) && !text.contains("\"undeclared\":") && text.indexOf('\n') < 0;
    }
}
