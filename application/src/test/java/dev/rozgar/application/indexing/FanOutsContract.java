package dev.rozgar.application.indexing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rozgar.application.document.SharedRow;
import dev.rozgar.application.document.Value.Whole;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What every ledger does with a change of a row that many documents show. An implementation's test says only how to
/// open one, and how the rows change beneath it.
public abstract class FanOutsContract {
    private static final Duration LONG = Duration.ofHours(1);
    private static final Duration NONE = Duration.ZERO;
    private static final SharedRow COMPANY = new SharedRow("company", new Whole(1));

    private @Nullable IndexLedger opened;

    /// An empty ledger over no jobs, but with their company, whose id is 1.
    protected abstract IndexLedger open();

    /// The same ledger as another node opens it.
    protected abstract IndexLedger another();

    protected abstract FanOuts fanOuts();

    /// Commits a listed job of the company with this id and title, new or changed.
    protected abstract void change(long id, String title);

    /// Commits that the company has this name.
    protected abstract void rename(String name);

    /// Commits a change of the company that no job shows.
    protected abstract void changeUnseen();

    @BeforeEach
    void fiveJobsThatAreIndexed() {
        opened = open();
        for (long id = 1; id <= 5; id++) change(id, "cook");
        ledger().settle(ledger().claim(10, LONG).claims());
    }

    @Test
    void owesEveryDocumentThatShowsTheRow() {
        rename("Renamed");

        assertEquals(List.of(1L, 2L, 3L, 4L, 5L), drain(2));
    }

    @Test
    void buildsTheDocumentsAfterTheChange() {
        rename("Renamed");

        List<Claim> claims = ledger().claim(10, LONG).claims();

        assertTrue(ledger().entries(claims).stream()
                .allMatch(entry -> entry.document().orElseThrow().toString().contains("Renamed")));
    }

    @Test
    void owesNothingForAChangeThatNoDocumentShows() {
        changeUnseen();

        assertEquals(0, fanOuts().progress().changes());
        assertEquals(List.of(), drain(2));
    }

    @Test
    void servesAnEditBeforeWhatManyOwe() {
        rename("Renamed");
        ledger().claim(2, NONE);
        change(5, "tailor");

        assertEquals(List.of(5L), ids(ledger().claim(1, LONG)));
    }

    @Test
    void servesAnEditFirstOfADocumentThatManyOweWith() {
        rename("Renamed");
        ledger().claim(2, NONE);
        change(2, "tailor");

        assertEquals(List.of(2L), ids(ledger().claim(1, LONG)));
    }

    @Test
    void leavesAnEditInItsLaneWhenItsCompanyChangesAsWell() {
        change(2, "tailor");
        rename("Renamed");
        ledger().claim(2, NONE);

        assertEquals(List.of(2L), ids(ledger().claim(1, LONG)));
    }

    @Test
    void writesFewOfTheManyBesideAnEdit() {
        for (long id = 6; id <= 20; id++) change(id, "cook");
        ledger().settle(ledger().claim(20, LONG).claims());
        rename("Renamed");
        ledger().claim(12, NONE);
        change(20, "tailor");

        List<Long> claimed = ids(ledger().claim(12, LONG));

        assertTrue(claimed.contains(20L));
        assertEquals(1 + 12 / 4, claimed.size());
    }

    @Test
    void keepsATenthForTheManyHoweverManyEditsThereAre() {
        for (long id = 6; id <= 40; id++) change(id, "cook");
        ledger().settle(ledger().claim(40, LONG).claims());
        rename("Renamed");
        ledger().claim(10, NONE);
        for (long id = 11; id <= 40; id++) change(id, "tailor");

        List<Long> claimed = ids(ledger().claim(20, LONG));

        assertEquals(20, claimed.size());
        assertEquals(2, claimed.stream().filter(id -> id <= 10).count());
    }

    @Test
    void spreadsNoFurtherWhileAChunkIsOwed() {
        rename("Renamed");
        ledger().claim(2, LONG);

        assertEquals(List.of(), ids(ledger().claim(2, LONG)), "two are under a lease, the others not owed yet");
        assertEquals(1, fanOuts().progress().changes());
    }

    @Test
    void isOneChangeHoweverOftenTheRowChanges() {
        rename("Renamed");
        rename("Renamed again");

        assertEquals(1, fanOuts().progress().changes());
        assertEquals(List.of(1L, 2L, 3L, 4L, 5L), drain(2));
    }

    @Test
    void beginsAgainWhenTheRowChangesHalfWay() {
        rename("Renamed");
        ledger().settle(ledger().claim(2, LONG).claims());
        rename("Renamed again");

        assertEquals(List.of(1L, 2L, 3L, 4L, 5L), drain(2));
    }

    @Test
    void goesOnWhereAnotherNodeStopped() {
        rename("Renamed");
        ledger().settle(ledger().claim(2, LONG).claims());

        assertEquals(List.of(3L, 4L, 5L), drain(another(), 2));
    }

    @Test
    void knowsHowManyDocumentsAreLeft() {
        rename("Renamed");
        assertEquals(5, fanOuts().progress().documents());

        List<Claim> claims = ledger().claim(2, LONG).claims();
        assertEquals(5, fanOuts().progress().documents(), "claimed, but not written");

        ledger().settle(claims);
        assertEquals(3, fanOuts().progress().documents());
        drain(2);
        assertEquals(0, fanOuts().progress().documents());
        assertEquals(0, fanOuts().progress().changes());
    }

    @Test
    void tellsBeforehandHowManyDocumentsWouldFollow() {
        assertEquals(5, fanOuts().impact(COMPANY).orElseThrow().documents());
    }

    @Test
    void countsWhatWaitsBeforeAChangeThatIsThoughtOf() {
        rename("Renamed");

        assertEquals(5, fanOuts().impact(COMPANY).orElseThrow().pending().documents());
    }

    @Test
    void foreseesNothingForARowThatIsNotThere() {
        assertEquals(Optional.empty(), fanOuts().impact(new SharedRow("company", new Whole(99))));
    }

    private List<Long> drain(int most) {
        return drain(ledger(), most);
    }

    /// Every document as often as it is claimed, in ascending order.
    private static List<Long> drain(IndexLedger ledger, int most) {
        List<Long> ids = new ArrayList<>();
        while (true) {
            List<Claim> claims = ledger.claim(most, LONG).claims();
            if (claims.isEmpty()) return ids.stream().sorted().toList();
            claims.forEach(claim -> ids.add(claim.id()));
            ledger.settle(claims);
        }
    }

    private IndexLedger ledger() {
        return Objects.requireNonNull(opened);
    }

    private static List<Long> ids(IndexLedger.Claims claims) {
        return claims.claims().stream().map(Claim::id).toList();
    }
}
