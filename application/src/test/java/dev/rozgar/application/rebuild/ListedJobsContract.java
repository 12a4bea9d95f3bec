package dev.rozgar.application.rebuild;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rozgar.application.indexing.IndexEntry;
import dev.rozgar.application.indexing.IndexLedger;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What every reader of the truth does for a build, and what a build tells the ledger. An implementation's test says
/// how
/// to open them and how jobs change beneath.
public abstract class ListedJobsContract {
    /// The truth with its ledger.
    public record Store(ListedJobs jobs, IndexLedger ledger, BuildLog log) {}

    private @Nullable Store opened;

    /// Without any job.
    protected abstract Store open();

    /// Commits a listed job with this id and title, new or changed.
    protected abstract void change(long id, String title);

    /// Commits that the job is no longer listed.
    protected abstract void hide(long id);

    @BeforeEach
    void openStore() {
        opened = open();
    }

    @Test
    void walksTheListedJobsInTheOrderOfTheirIds() {
        for (long id = 1; id <= 5; id++) change(id, "cook");
        hide(3);

        assertEquals(List.of(1L, 2L, 4L), ids(jobs().after(0, 3)));
        assertEquals(List.of(5L), ids(jobs().after(4, 3)));
        assertEquals(4, jobs().count());
    }

    @Test
    void readsAJobAsItIsCommitted() {
        change(1, "cook");
        change(1, "tandoor chef");

        String document = jobs().after(0, 1).getFirst().document().orElseThrow().toString();

        assertTrue(document.contains("tandoor chef"), document);
    }

    @Test
    void readsUnderVersionsAboveEveryClaimBefore() {
        change(1, "cook");
        long claimed =
                store().ledger().claim(10, Duration.ZERO).claims().getFirst().version();

        assertTrue(jobs().after(0, 1).getFirst().version() > claimed);
    }

    @Test
    void tellsTheNextClaimThatAnIndexIsBeingBuilt() {
        store().log().building(true);
        change(1, "cook");

        assertTrue(store().ledger().claim(10, Duration.ofHours(1)).building());
    }

    protected final Store store() {
        return Objects.requireNonNull(opened);
    }

    protected final ListedJobs jobs() {
        return store().jobs();
    }

    private static List<Long> ids(List<IndexEntry> entries) {
        return entries.stream().map(IndexEntry::id).toList();
    }
}
