package dev.rozgar.application.checking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What every truth tells a checker. A subclass opens an empty one for each test.
public abstract class CheckedTruthContract {
    protected abstract CheckedTruth truth();

    protected abstract Debts debts();

    /// Commits a listed job, new or changed.
    protected abstract void change(long id, String title);

    /// Commits that the job is no longer listed.
    protected abstract void hide(long id);

    /// Claims and settles everything owed.
    protected abstract void pay();

    /// A moment after everything so far and before everything to come, by the truth's clock.
    protected abstract Instant now();

    @Test
    void addsUpTheVersionsOfWhatIsListed() {
        change(1, "cook");
        change(2, "tailor");
        change(3, "mason");
        change(4, "driver");
        pay();
        hide(2);
        pay();

        Map<Long, Digest> digests = truth().digests(new IdRange(0, 100), 2);

        assertEquals(
                Map.of(
                        0L, Digest.NONE.with(version(1)).with(version(3)),
                        4L, Digest.NONE.with(version(4))),
                digests);
        assertEquals(3, truth().listed());
    }

    @Test
    void handsOutNoVersionAboveTheNewest() {
        change(1, "cook");
        pay();

        assertEquals(version(1), truth().newestVersion());
    }

    @Test
    void listsWhatIsListedInTheOrderOfTheIds() {
        for (long id : new long[] {5, 1, 3, 2}) change(id, "cook");
        pay();
        hide(3);

        List<Print> prints = truth().prints(new IdRange(1, 5), false, 2);

        assertEquals(List.of(new Print(1, version(1), 0), new Print(2, version(2), 0)), prints);
        assertEquals(Optional.of(5L), truth().firstFrom(3));
        assertEquals(Optional.empty(), truth().firstFrom(6));
    }

    @Test
    void hashesTheTextThatItBuilds() {
        change(1, "caf\u00e9 cook");
        Standing standing = standing(1);

        assertEquals(
                Print.hash(standing.document().orElseThrow()),
                truth().prints(new IdRange(1, 1), true, 10).getFirst().hash());
    }

    @Test
    void saysWhetherADocumentIsOwed() {
        change(1, "cook");
        assertTrue(standing(1).isOwed());

        pay();

        assertFalse(standing(1).isOwed());
        assertTrue(standing(1).document().orElseThrow().toString().contains("cook"));
    }

    @Test
    void hasAnEmptyStandingOfWhatItHasNeverHeardOf() {
        assertEquals(new Standing(false, Optional.empty(), false, Optional.empty()), standing(77));
        assertEquals(Optional.empty(), truth().facts(77));
    }

    @Test
    void buildsNoDocumentThatNobodyAskedFor() {
        change(1, "cook");

        Standing standing =
                Objects.requireNonNull(truth().standings(List.of(1L), false).get(1L));

        assertEquals(Optional.empty(), standing.document());
        assertTrue(standing.listed());
    }

    @Test
    void owesAnewWhatItIsTold() {
        change(1, "cook");
        pay();

        debts().owe(List.of(900L, 1L));

        assertTrue(standing(1).isOwed());
        assertTrue(standing(900).isOwed());
        assertFalse(standing(900).listed());
    }

    @Test
    void knowsWhatHasChangedSince() {
        change(1, "cook");
        change(2, "tailor");
        pay();
        Instant moment = now();
        change(3, "mason");
        change(2, "ladies' tailor");
        pay();

        List<Long> all = new ArrayList<>();
        for (List<Long> page = truth().changedSince(moment, 0, 1);
                !page.isEmpty();
                page = truth().changedSince(moment, page.getLast(), 1)) all.addAll(page);

        assertEquals(List.of(2L, 3L), all);
    }

    @Test
    void tellsTheStateOfAJob() {
        change(1, "cook");
        assertEquals("PUBLISHED", truth().facts(1).orElseThrow().state());

        hide(1);

        assertEquals("PAUSED", truth().facts(1).orElseThrow().state());
    }

    private Standing standing(long id) {
        return Objects.requireNonNull(truth().standings(List.of(id), true).get(id));
    }

    private long version(long id) {
        return standing(id).version();
    }
}
