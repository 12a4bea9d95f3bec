package dev.rozgar.application.indexing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.rozgar.application.indexing.DeadLetters.DeadLetter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What every ledger does with documents that the index refuses. An implementation's test says only how to open one and
/// how jobs change beneath it.
public abstract class DeadLettersContract {
    private static final Duration LONG = Duration.ofHours(1);
    private static final Optional<Long> ALL = Optional.empty();

    private @Nullable IndexLedger opened;

    /// An empty ledger over no jobs, of which nothing was ever redriven.
    protected abstract IndexLedger open();

    protected abstract DeadLetters deadLetters();

    /// Commits a listed job with this id and title, new or changed.
    protected abstract void change(long id, String title);

    /// By the clock of the store.
    protected abstract Instant now();

    @BeforeEach
    void openLedger() {
        opened = open();
    }

    @Test
    void tellsWhyADocumentWasSetAside() {
        Instant before = now();
        setAside(7, "no such field");
        Instant after = now();

        DeadLetter letter = deadLetters().page(0, 10).getFirst();

        assertEquals(7, letter.id());
        assertEquals("no such field", letter.error());
        assertEquals(1, letter.tries());
        assertFalse(letter.since().isBefore(before) || letter.since().isAfter(after), letter::toString);
    }

    @Test
    void isNotADocumentThatWillBeTriedAgain() {
        change(7, "cook");
        refuse("no such field", 2);

        assertEquals(List.of(), ids());
    }

    @Test
    void countsTheTries() {
        change(7, "cook");
        Claim claim = claimed().getFirst();
        for (int i = 0; i < 3; i++) ledger().refuse(claim, "no such field", 3);

        assertEquals(3, deadLetters().page(0, 10).getFirst().tries());
    }

    @Test
    void arePagedInTheOrderOfTheirIds() {
        for (long id : List.of(3L, 1L, 2L)) setAside(id, "no");

        assertEquals(List.of(1L, 2L), ids(deadLetters().page(0, 2)));
        assertEquals(List.of(3L), ids(deadLetters().page(2, 2)));
        assertEquals(List.of(), ids(deadLetters().page(3, 2)));
    }

    @Test
    void areGoneOnceTheyHaveChanged() {
        setAside(1, "no");
        change(1, "tailor");

        assertEquals(List.of(), ids());
        assertEquals(List.of(1L), claimedIds());
    }

    @Test
    void areAllOwedOnceMoreWhenRedriven() {
        setAside(1, "no");
        setAside(2, "no");

        assertEquals(2, deadLetters().redrive(ALL));
        assertEquals(List.of(), ids());
        assertEquals(List.of(1L, 2L), claimedIds());
    }

    @Test
    void areRedrivenOneByOne() {
        setAside(1, "no");
        setAside(2, "no");

        assertEquals(1, deadLetters().redrive(Optional.of(2L)));
        assertEquals(List.of(1L), ids());
        assertEquals(List.of(2L), claimedIds());
    }

    @Test
    void areSetAsideAgainIfTheyAreRefusedAgain() {
        setAside(1, "no such field");
        deadLetters().redrive(ALL);
        refuse("still none", 1);

        DeadLetter letter = deadLetters().page(0, 10).getFirst();
        assertEquals("still none", letter.error());
        assertEquals(1, letter.tries(), "counted from the beginning");
    }

    @Test
    void owesNothingThatWasNotSetAside() {
        change(1, "cook");
        ledger().settle(claimed());
        change(2, "cook");
        long wanted = claimed().getFirst().wanted();

        assertEquals(0, deadLetters().redrive(ALL));
        assertEquals(0, deadLetters().redrive(Optional.of(1L)));
        assertEquals(0, deadLetters().redrive(Optional.of(99L)));
        assertEquals(1, ledger().backlog().due());
        assertEquals(wanted, ledger().owed(List.of(1L, 2L)).get(2L));
    }

    /// A relay that claimed it before says too late that it was refused.
    @Test
    void staysRedrivenWhateverAnEarlierTryFound() {
        change(1, "cook");
        Claim early = claimed().getFirst();
        ledger().refuse(early, "no", 1);
        deadLetters().redrive(ALL);
        ledger().refuse(early, "no", 1);

        assertEquals(List.of(), ids());
        assertEquals(List.of(1L), claimedIds());
    }

    @Test
    void areRedrivenOnceForEachMapping() {
        setAside(1, "no");

        assertEquals(1, deadLetters().redriveFor("first"));
        refuse("no", 1);
        assertEquals(0, deadLetters().redriveFor("first"));
        assertEquals(List.of(1L), ids());

        assertEquals(1, deadLetters().redriveFor("second"));
        assertEquals(List.of(1L), claimedIds());
    }

    @Test
    void areRedrivenForAMappingThatIsBack() {
        deadLetters().redriveFor("first");
        deadLetters().redriveFor("second");
        setAside(1, "no");

        assertEquals(1, deadLetters().redriveFor("first"));
    }

    private void setAside(long id, String reason) {
        change(id, "cook");
        refuse(reason, 1);
    }

    /// Whatever is due.
    private void refuse(String reason, int maxTries) {
        for (Claim claim : claimed()) ledger().refuse(claim, reason, maxTries);
    }

    private List<Claim> claimed() {
        return ledger().claim(10, LONG).claims();
    }

    private List<Long> claimedIds() {
        return claimed().stream().map(Claim::id).sorted().toList();
    }

    private List<Long> ids() {
        return ids(deadLetters().page(0, 10));
    }

    private static List<Long> ids(List<DeadLetter> letters) {
        return letters.stream().map(DeadLetter::id).toList();
    }

    private IndexLedger ledger() {
        return Objects.requireNonNull(opened);
    }
}
