package dev.rozgar.adapters.postgres.indexing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rozgar.adapters.postgres.PlainRows;
import dev.rozgar.adapters.postgres.TestDatabase;
import dev.rozgar.application.indexing.Claim;
import dev.rozgar.application.indexing.IndexLedger;
import dev.rozgar.application.shadow.Suspects;
import dev.rozgar.application.shadow.Suspects.Standing;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PostgresSuspectsTest {
    private static final TestDatabase DATABASE = TestDatabase.open();

    private final IndexLedger ledger = DATABASE.postgres().indexLedger();
    private final Suspects suspects = DATABASE.postgres().suspects();

    @BeforeEach
    void empty() {
        DATABASE.run("truncate company cascade; truncate index_ledger, index_fanout, listed_count");
        PlainRows.insertCompany(DATABASE, 1);
        PlainRows.insertCompany(DATABASE, 2);
        PlainRows.putJob(DATABASE, 1, 1, "cook");
        PlainRows.putJob(DATABASE, 2, 2, "mason");
        ledger.settle(claim());
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Test
    void knowsWhatIsOwedAndWhatNobodyEverHeardOf() {
        PlainRows.putJob(DATABASE, 1, 1, "tandoor chef");

        assertEquals(
                Map.of(
                        1L, new Standing(2, true, false),
                        2L, new Standing(1, false, false),
                        404L, new Standing(0, false, false)),
                suspects.of(List.of(1L, 2L, 404L)));
        assertFalse(suspects.isQuiet());
    }

    @Test
    void aCompanysJobsAreUnderWayUntilItsChangeIsSpread() {
        DATABASE.run("update company set display_name = 'Renamed' where id = 1");

        assertTrue(isUnderWay(1));
        assertFalse(isUnderWay(2));
        assertFalse(suspects.isQuiet());
    }

    @Test
    void knowsWhatWasRefused() {
        suspects.owe(List.of(1L));
        ledger.refuse(claim().getFirst(), "nonsense", 1);

        assertEquals(Map.of(1L, new Standing(2, false, true)), suspects.of(List.of(1L)));
        assertTrue(suspects.isQuiet());
    }

    @Test
    void owesAnewWhatItIsTold() {
        suspects.owe(List.of(2L, 1L));

        assertEquals(List.of(1L, 2L), claim().stream().map(Claim::id).sorted().toList());
    }

    private boolean isUnderWay(long id) {
        return Objects.requireNonNull(suspects.of(List.of(1L, 2L)).get(id)).underWay();
    }

    private List<Claim> claim() {
        return ledger.claim(10, Duration.ZERO).claims();
    }
}
