package dev.rozgar.application.indexing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.rozgar.application.PortFailure;
import dev.rozgar.application.document.Document;
import dev.rozgar.application.indexing.IndexOutcome.Stored;
import dev.rozgar.application.indexing.IndexOutcome.Superseded;
import dev.rozgar.application.indexing.JobIndex.Slot;
import dev.rozgar.application.listing.JobFields;
import dev.rozgar.application.rebuild.IndexContents;
import dev.rozgar.application.rebuild.IndexGenerations;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What every index does with its two slots while a new one is built.
public abstract class JobIndexSlotsContract {
    protected static final Set<Slot> LIVE = EnumSet.of(Slot.LIVE);
    protected static final Set<Slot> BUILDING = EnumSet.of(Slot.BUILDING);
    protected static final Set<Slot> BOTH = EnumSet.allOf(Slot.class);

    protected abstract JobIndex index();

    protected abstract IndexGenerations generations();

    protected abstract IndexContents contents();

    protected final String building() {
        return generations().state().building().orElseThrow().name();
    }

    /// The document that readers of the live index find under this id at once; empty for a marker too.
    protected abstract Optional<String> found(long id);

    /// Makes the live index turn down whatever is written, for want of room, or take it again.
    protected abstract void congest(boolean full);

    /// Runs once, in the middle of the next write, between its first slot and its second.
    protected abstract void betweenSlots(Runnable action);

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
        generations().startBuilding();

        write(BUILDING, entry(1, 2, "built"), entry(2, 2, "built"), marker(3, 2));
        index().refresh();

        assertEquals(Optional.of(text(1, "live")), found(1));
        assertEquals(1, index().status().documents());
        assertEquals(2, contents().count(building()));
    }

    @Test
    void writesToBothIndexesWhileOneIsBuilt() {
        live();
        String built = generations().startBuilding();

        write(BOTH, entry(1, 1, "a"));
        Optional<String> before = found(1);
        generations().promote(built);

        assertEquals(Optional.of(text(1, "a")), before);
        assertEquals(Optional.of(text(1, "a")), found(1));
    }

    @Test
    void answersTheWorseOfWhatTwoIndexesSaid() {
        live();
        generations().startBuilding();
        write(BUILDING, entry(1, 9, "later"));

        assertEquals(List.of(new Superseded(9)), write(BOTH, entry(1, 3, "earlier")));
        assertEquals(Optional.of(text(1, "earlier")), found(1));
    }

    @Test
    void promotesWhatWasBuiltAndFreesTheSlot() {
        live();
        write(LIVE, entry(1, 1, "old"));
        String before = index().status().live().orElseThrow();
        String built = generations().startBuilding();
        write(BUILDING, entry(2, 1, "new"));

        generations().promote(built);
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

        assertThrows(PortFailure.class, () -> generations().promote("none"));
    }

    @Test
    void cannotPromoteWhatAnotherBuildHasReplaced() {
        live();
        String replaced = generations().startBuilding();
        generations().startBuilding();
        Optional<String> before = index().status().live();

        assertThrows(PortFailure.class, () -> generations().promote(replaced));
        assertEquals(before, index().status().live());
    }

    @Test
    void losesNothingToAPromotionInTheMiddleOfAWrite() {
        live();
        String built = generations().startBuilding();
        betweenSlots(() -> generations().promote(built));

        write(BOTH, entry(1, 1, "a"));

        assertEquals(Optional.empty(), index().status().building(), "the promotion did happen");
        assertEquals(Optional.of(text(1, "a")), found(1));
    }

    @Test
    void startsOverWhenABuildIsLeftBehind() {
        live();
        generations().startBuilding();
        write(BUILDING, entry(1, 1, "left behind"));

        generations().startBuilding();
        index().refresh();

        assertEquals(0, contents().count(building()));
    }

    @Test
    void givesUpABuildAndKeepsTheLiveIndex() {
        live();
        write(LIVE, entry(1, 1, "live"));
        generations().startBuilding();

        generations().abandonBuilding();

        assertEquals(Optional.empty(), index().status().building());
        assertEquals(Optional.of(text(1, "live")), found(1));
    }

    protected final void live() {
        generations().promote(generations().startBuilding());
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

    static IndexEntry undeclared(long id) {
        return new IndexEntry(id, 1, Optional.of(document("{\"id\":" + id + ",\"undeclared\":1}")));
    }

    protected static String text(long id, String title) {
        return "{\"id\":" + id + ",\"title\":\"" + title + "\"}";
    }

    static Document document(String text) {
        return Document.of(text.getBytes(StandardCharsets.UTF_8));
    }
}
