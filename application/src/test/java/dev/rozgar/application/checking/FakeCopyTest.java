package dev.rozgar.application.checking;

import dev.rozgar.application.document.Document;
import java.util.Optional;

class FakeCopyTest extends CheckedCopyContract {
    private final FakeCopy copy = new FakeCopy();

    @Override
    protected CheckedCopy copy() {
        return copy;
    }

    @Override
    protected void put(long id, long version, Optional<Document> document) {
        copy.put(id, version, document);
    }
}
