package dev.rozgar.application.checking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rozgar.application.checking.CheckedCopy.Digests;
import dev.rozgar.application.document.Document;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What every copy tells a checker. A subclass opens an empty one for each test.
public abstract class CheckedCopyContract {
    private static final long EPOCH = 1L << 40;

    protected abstract CheckedCopy copy();

    /// Writes a document, or a marker where there is none.
    protected abstract void put(long id, long version, Optional<Document> document);

    @Test
    void addsUpTheVersionsOfASliceWithoutItsMarkers() {
        put(1, EPOCH + 7);
        put(2, EPOCH + 9);
        mark(3, EPOCH + 8);
        put(4, EPOCH + 1);
        copy().refresh();

        Digests digests = copy().digests(new IdRange(0, 100), 2);

        assertEquals(
                Map.of(
                        0L, new Digest(2, 2 * EPOCH + 16, EPOCH + 7, EPOCH + 9),
                        4L, new Digest(1, EPOCH + 1, EPOCH + 1, EPOCH + 1)),
                digests.bySlice());
    }

    @Test
    void tellsTheNewestVersionOfARangeMarkersIncluded() {
        put(1, 7);
        mark(2, 9);
        put(300, 100);
        copy().refresh();

        assertEquals(9, copy().digests(new IdRange(0, 255), 8).newest());
        assertEquals(List.of(2L, 1L), copy().above(new IdRange(0, 255), 6, 10));
        assertEquals(List.of(2L), copy().above(new IdRange(0, 255), 7, 10));
        assertEquals(List.of(2L), copy().above(new IdRange(0, 255), 1, 1));
    }

    @Test
    void hasNoDigestOfNothing() {
        assertEquals(new Digests(Map.of(), 0), copy().digests(new IdRange(0, 255), 8));
        assertEquals(Optional.empty(), copy().firstFrom(Long.MIN_VALUE));
    }

    @Test
    void addsUpExactlyAsLongAsTheSumsStayBelowTheLimit() {
        long large = (1L << 52) - 1;
        put(0, large);
        put(1, large);
        copy().refresh();

        var slice = Objects.requireNonNull(
                copy().digests(new IdRange(0, 3), 2).bySlice().get(0L));
        assertEquals(2 * large, slice.versions());
    }

    @Test
    void listsDocumentsInTheOrderOfTheirIds() {
        for (long id : new long[] {5, 1, 3, 4}) put(id, 10 + id);
        mark(2, 12);
        copy().refresh();

        assertEquals(List.of(new Print(1, 11, 0), new Print(3, 13, 0)), copy().prints(new IdRange(0, 4), false, 2));
        assertEquals(List.of(new Print(4, 14, 0)), copy().prints(new IdRange(4, 4), false, 2));
    }

    @Test
    void hashesTheBytesAsTheyAre() {
        Document odd = Document.of("{\"id\": 7,  \"hours_per_week\":1.10}".getBytes(StandardCharsets.UTF_8));
        put(7, 1, Optional.of(odd));
        copy().refresh();

        assertEquals(List.of(new Print(7, 1, Print.hash(odd))), copy().prints(new IdRange(0, 10), true, 10));
    }

    @Test
    void holdsWhatNoSearchFindsYet() {
        put(1, 4);
        mark(2, 5);

        Map<Long, Held> held = copy().held(List.of(1L, 2L, 3L));

        Held first = Objects.requireNonNull(held.get(1L));
        assertEquals(4, first.version());
        assertTrue(first.document().orElseThrow().hasBytesOf(FakeTruth.document(1, "cook")));
        assertEquals(new Held(5, Optional.empty()), held.get(2L));
        assertEquals(2, held.size());
        assertEquals(Optional.empty(), copy().visible(1));
    }

    @Test
    void findsWhatWasRefreshed() {
        mark(2, 5);
        copy().refresh();

        assertEquals(Optional.of(5L), copy().visible(2));
        assertEquals(Optional.of(2L), copy().firstFrom(1));
        assertEquals(Optional.empty(), copy().firstFrom(3));
    }

    private void put(long id, long version) {
        put(id, version, Optional.of(FakeTruth.document(id, "cook")));
    }

    private void mark(long id, long version) {
        put(id, version, Optional.empty());
    }
}
