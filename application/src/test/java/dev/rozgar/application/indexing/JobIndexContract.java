package dev.rozgar.application.indexing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rozgar.application.PortFailure;
import dev.rozgar.application.document.Document;
import dev.rozgar.application.indexing.HeldVersions.Held;
import dev.rozgar.application.indexing.IndexOutcome.Busy;
import dev.rozgar.application.indexing.IndexOutcome.Refused;
import dev.rozgar.application.indexing.IndexOutcome.Stored;
import dev.rozgar.application.indexing.IndexOutcome.Superseded;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/// What every [JobIndex] keeps to. A subclass opens an empty one for each test.
public abstract class JobIndexContract extends JobIndexSlotsContract {
    @Test
    void isEmptyBeforeTheFirstBuild() {
        assertEquals(new JobIndex.Status(Optional.empty(), Optional.empty(), 0, Optional.empty()), index().status());
    }

    @Test
    void holdsNoVersionBeforeTheFirstBuild() {
        assertEquals(0, index().held().highest());
        assertEquals(List.of(), index().held().after(0, 0, 10));
    }

    @Test
    void tellsWhichVersionsItHoldsInTheirOrder() {
        live();
        long high = 3L << Versions.SEQUENCE_BITS;
        write(LIVE, entry(7, high + 2, "a"), entry(5, high + 1, "b"), marker(6, high + 3), entry(4, 9, "c"));
        generations().startBuilding();
        write(BUILDING, entry(3, high + 2, "d"));
        index().refresh();
        HeldVersions held = index().held();

        assertEquals(high + 3, held.highest());
        assertEquals(List.of(new Held(5, high + 1), new Held(3, high + 2)), held.after(9, Long.MAX_VALUE, 2));
        assertEquals(List.of(new Held(7, high + 2), new Held(6, high + 3)), held.after(high + 2, 3, 10));
        assertEquals(List.of(), held.after(high + 3, 6, 10));
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
}
