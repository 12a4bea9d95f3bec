package dev.rozgar.application.indexing;

import dev.rozgar.application.document.Document;
import dev.rozgar.application.rebuild.IndexContents;
import dev.rozgar.application.rebuild.IndexGenerations;
import java.util.Optional;

class InMemoryJobIndexTest extends JobIndexContract {
    private final InMemoryJobIndex index = new InMemoryJobIndex();

    @Override
    protected JobIndex index() {
        return index;
    }

    @Override
    protected IndexGenerations generations() {
        return index;
    }

    @Override
    protected IndexContents contents() {
        return index;
    }

    @Override
    protected Optional<String> found(long id) {
        return index.found(id).map(Document::toString);
    }

    @Override
    protected void congest(boolean full) {
        index.congest(full);
    }

    @Override
    protected void betweenSlots(Runnable action) {
        index.betweenSlots(action);
    }
}
