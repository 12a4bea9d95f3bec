package dev.rozgar.application.indexing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rozgar.application.PortFailure;
import dev.rozgar.application.document.Document;
import dev.rozgar.application.indexing.IndexOutcome.Busy;
import dev.rozgar.application.indexing.IndexOutcome.Refused;
import dev.rozgar.application.indexing.IndexOutcome.Stored;
import dev.rozgar.application.indexing.IndexOutcome.Superseded;
import dev.rozgar.application.indexing.JobIndex.Slot;
import dev.rozgar.application.listing.JobFields;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/// What every [JobIndex] keeps to. A subclass opens an empty one for each test.
public abstract class JobIndexContract {
    protected static final Set<Slot> LIVE = EnumSet.of(Slot.LIVE);
    protected static final Set<Slot> BUILDING = EnumSet.of(Slot.BUILDING);
    protected static final Set<Slot> BOTH = EnumSet.allOf(Slot.class);

    protected abstract JobIndex index();

    /// The document that readers of the live index find under this id at once; empty for a marker too.
    protected abstract Optional<String> found(long id);

    /// Makes the live index turn down whatever is written, for want of room, or take it again.
    protected abstract void congest(boolean full);

    /// Runs once, in the middle of the next write, between its first slot and its second.
    protected abstract void betweenSlots(Runnable action);

    @Test
    void isEmptyBeforeTheFirstBuild() {
        assertEquals(new JobIndex.Status(Optional.empty(), Optional.empty(), 0, Optional.empty()), index().status());
    }

    @Test
    void cannotBeWrittenBeforeTheFirstBuild() {
        PortFailure failure = assertThrows(PortFailure.class, () -> write(LIVE, entry(1, 1, "a")));

        assertEquals(PortFailure.Kind.UNAVAILABLE, failure.kind());
    }

    @Test
    void takesAnEmptyBatch() {
        assertEquals(List.of(), index().write(List.of(), BOTH));
    }

    @Test
    void keepsADocumentByteForByte() {
        live();
        String text = "{\"id\": 7,  \"title\":\"C# \\u00e9 Ü 日本 \\\"x\\\"\", \"hours_per_week\":1.10}";

        assertEquals(List.of(new Stored()), write(LIVE, new IndexEntry(7, 1, Optional.of(document(text)))));
        assertEquals(Optional.of(text), found(7));
    }

    @Test
    void replacesADocumentByALaterVersion() {
        live();
        write(LIVE, entry(1, 4, "old"));

        assertEquals(List.of(new Stored()), write(LIVE, entry(1, 5, "new")));
        assertEquals(Optional.of(text(1, "new")), found(1));
    }

    @Test
    void keepsTheLaterOfTwoVersionsWhicheverComesFirst() {
        live();
        write(LIVE, entry(1, 5_000_000_000L, "new"));

        assertEquals(List.of(new Superseded(5_000_000_000L)), write(LIVE, entry(1, 4, "old")));
        assertEquals(Optional.of(text(1, "new")), found(1));
    }

    @Test
    void takesTheSameVersionTwiceForHeld() {
        live();
        write(LIVE, entry(1, 4, "same"));

        assertEquals(List.of(new Superseded(4)), write(LIVE, entry(1, 4, "same")));
    }

    @Test
    void hidesADocumentBehindItsMarker() {
        live();
        write(LIVE, entry(1, 1, "a"), entry(2, 1, "b"));

        write(LIVE, marker(1, 2));
        index().refresh();

        assertEquals(Optional.empty(), found(1));
        assertEquals(1, index().status().documents());
    }

    @Test
    void doesNotLetALateWriteRaiseTheDead() {
        live();
        write(LIVE, marker(1, 9));

        assertEquals(List.of(new Superseded(9)), write(LIVE, entry(1, 8, "late")));
        assertEquals(Optional.empty(), found(1));
    }

    @Test
    void listsAgainWhatWasRemovedBefore() {
        live();
        write(LIVE, marker(1, 9));

        write(LIVE, entry(1, 10, "back"));

        assertEquals(Optional.of(text(1, "back")), found(1));
    }

    @Test
    void answersEachEntryAtItsPosition() {
        live();
        write(LIVE, entry(3, 7, "newer"));

        List<IndexOutcome> said = write(LIVE, entry(1, 1, "a"), undeclared(2), entry(3, 6, "older"), marker(4, 1));

        assertEquals(new Stored(), said.get(0));
        assertInstanceOf(Refused.class, said.get(1));
        assertEquals(new Superseded(7), said.get(2));
        assertEquals(new Stored(), said.get(3));
    }

    @Test
    void refusesADocumentThatTheDeclarationDoesNotKnow() {
        live();

        List<IndexOutcome> said = write(LIVE, undeclared(2));

        assertInstanceOf(Refused.class, said.getFirst());
        assertEquals(Optional.empty(), found(2));
    }

    @Test
    void refusesADocumentOnMoreThanOneLine() {
        live();
        var broken = new IndexEntry(1, 1, Optional.of(document("{\"id\":1,\n\"title\":\"a\"}")));

        List<IndexOutcome> said = write(LIVE, broken, entry(2, 1, "b"));

        assertInstanceOf(Refused.class, said.get(0));
        assertEquals(new Stored(), said.get(1));
    }

    @Test
    void isBusyWithoutRoomAndTakesTheSameEntriesAfterwards() {
        live();
        congest(true);
        List<IndexOutcome> full = write(LIVE, entry(1, 1, "a"), entry(2, 1, "b"));
        congest(false);

        List<IndexOutcome> free = write(LIVE, entry(1, 1, "a"), entry(2, 1, "b"));

        assertTrue(full.stream().allMatch(Busy.class::isInstance), full::toString);
        assertEquals(List.of(new Stored(), new Stored()), free);
    }

    @Test
    void answersAtEveryPositionOfALargeBatch() {
        live();
        String padding = "x".repeat(100_000);
        Document large = document("{\"description\":{\"text\":\"" + padding + "\",\"html\":\"" + padding + "\"}}");
        List<IndexEntry> entries = LongStream.rangeClosed(1, 200)
                .mapToObj(id -> id % 7 == 0 ? undeclared(id) : new IndexEntry(id, 1, Optional.of(large)))
                .toList();

        List<IndexOutcome> said = index().write(entries, LIVE);

        for (int i = 0; i < entries.size(); i++) {
            Class<?> expected = entries.get(i).id() % 7 == 0 ? Refused.class : Stored.class;
            assertInstanceOf(expected, said.get(i), "entry " + i);
        }
    }

    @Test
    void passesOverAnEmptySlot() {
        live();

        assertEquals(List.of(new Stored()), write(BOTH, entry(1, 1, "a")));
        assertEquals(Optional.of(text(1, "a")), found(1));
    }

    @Test
    void cannotWriteToTheSlotForBuildingAloneWhenItIsEmpty() {
        live();

        assertThrows(PortFailure.class, () -> write(BUILDING, entry(1, 1, "a")));
    }

    @Test
    void buildsWithoutTouchingTheLiveIndex() {
        live();
        write(LIVE, entry(1, 1, "live"));
        index().startBuilding();

        write(BUILDING, entry(1, 2, "built"), entry(2, 2, "built"), marker(3, 2));
        index().refresh();

        assertEquals(Optional.of(text(1, "live")), found(1));
        assertEquals(1, index().status().documents());
        assertEquals(2, index().built());
    }

    @Test
    void writesToBothIndexesWhileOneIsBuilt() {
        live();
        index().startBuilding();

        write(BOTH, entry(1, 1, "a"));
        Optional<String> before = found(1);
        index().promote();

        assertEquals(Optional.of(text(1, "a")), before);
        assertEquals(Optional.of(text(1, "a")), found(1));
    }

    @Test
    void answersTheWorseOfWhatTwoIndexesSaid() {
        live();
        index().startBuilding();
        write(BUILDING, entry(1, 9, "later"));

        assertEquals(List.of(new Superseded(9)), write(BOTH, entry(1, 3, "earlier")));
        assertEquals(Optional.of(text(1, "earlier")), found(1));
    }

    @Test
    void promotesWhatWasBuiltAndFreesTheSlot() {
        live();
        write(LIVE, entry(1, 1, "old"));
        String before = index().status().live().orElseThrow();
        index().startBuilding();
        write(BUILDING, entry(2, 1, "new"));

        index().promote();
        index().refresh();

        JobIndex.Status after = index().status();
        assertNotEquals(Optional.of(before), after.live());
        assertEquals(Optional.of(JobFields.JOB.fingerprint()), after.fingerprint());
        assertEquals(Optional.empty(), after.building());
        assertEquals(1, after.documents());
        assertEquals(Optional.of(text(2, "new")), found(2));
        assertEquals(Optional.empty(), found(1));
    }

    @Test
    void cannotPromoteWhatWasNotBuilt() {
        live();

        assertThrows(PortFailure.class, () -> index().promote());
    }

    @Test
    void losesNothingToAPromotionInTheMiddleOfAWrite() {
        live();
        index().startBuilding();
        betweenSlots(() -> index().promote());

        write(BOTH, entry(1, 1, "a"));

        assertEquals(Optional.empty(), index().status().building(), "the promotion did happen");
        assertEquals(Optional.of(text(1, "a")), found(1));
    }

    @Test
    void startsOverWhenABuildIsLeftBehind() {
        live();
        index().startBuilding();
        write(BUILDING, entry(1, 1, "left behind"));

        index().startBuilding();
        index().refresh();

        assertEquals(0, index().built());
    }

    @Test
    void givesUpABuildAndKeepsTheLiveIndex() {
        live();
        write(LIVE, entry(1, 1, "live"));
        index().startBuilding();

        index().abandonBuilding();

        assertEquals(Optional.empty(), index().status().building());
        assertEquals(Optional.of(text(1, "live")), found(1));
    }

    protected final void live() {
        index().startBuilding();
        index().promote();
    }

    protected final List<IndexOutcome> write(Set<Slot> slots, IndexEntry... entries) {
        return index().write(List.of(entries), slots);
    }

    protected static IndexEntry entry(long id, long version, String title) {
        return new IndexEntry(id, version, Optional.of(document(text(id, title))));
    }

    protected static IndexEntry marker(long id, long version) {
        return new IndexEntry(id, version, Optional.empty());
    }

    private static IndexEntry undeclared(long id) {
        return new IndexEntry(id, 1, Optional.of(document("{\"id\":" + id + ",\"undeclared\":1}")));
    }

    protected static String text(long id, String title) {
        return "{\"id\":" + id + ",\"title\":\"" + title + "\"}";
    }

    private static Document document(String text) {
        return Document.of(text.getBytes(StandardCharsets.UTF_8));
    }
}
