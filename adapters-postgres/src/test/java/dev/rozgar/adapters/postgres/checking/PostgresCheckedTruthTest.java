package dev.rozgar.adapters.postgres.checking;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rozgar.adapters.postgres.PlainRows;
import dev.rozgar.adapters.postgres.TestDatabase;
import dev.rozgar.application.checking.CheckedTruth;
import dev.rozgar.application.checking.CheckedTruthContract;
import dev.rozgar.application.checking.Debts;
import dev.rozgar.application.checking.Standing;
import dev.rozgar.application.indexing.IndexLedger;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PostgresCheckedTruthTest extends CheckedTruthContract {
    private static final TestDatabase DATABASE = TestDatabase.open();
    private static final Duration LONG = Duration.ofHours(1);

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @BeforeEach
    void oneCompany() {
        DATABASE.run("truncate company cascade; truncate index_ledger, index_fanout, listed_count");
        PlainRows.insertCompany(DATABASE, 1);
        DATABASE.run("delete from index_fanout");
    }

    @Override
    protected CheckedTruth truth() {
        return DATABASE.postgres().checkedTruth();
    }

    @Override
    protected Debts debts() {
        return DATABASE.postgres().debts();
    }

    @Override
    protected void change(long id, String title) {
        PlainRows.putJob(DATABASE, id, 1, title);
    }

    @Override
    protected void hide(long id) {
        DATABASE.run("update job set state = 'PAUSED' where id = " + id);
    }

    @Override
    protected void pay() {
        IndexLedger ledger = DATABASE.postgres().indexLedger();
        ledger.settle(ledger.claim(100, LONG).claims());
    }

    @Override
    protected Instant now() {
        String text = DATABASE.ask(
                        "select to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')")
                .getFirst();
        return OffsetDateTime.parse(text, DateTimeFormatter.ISO_OFFSET_DATE_TIME)
                .toInstant();
    }

    @Test
    void knowsThatAChangeOfManyDocumentsWaitsToBeSpread() {
        change(1, "cook");
        pay();
        DATABASE.run("update company set display_name = 'New name' where id = 1");

        assertTrue(standing().spreading());
        assertFalse(standing().isOwed());

        while (standing().spreading()) pay();

        assertFalse(standing().isOwed());
        assertTrue(standing().document().orElseThrow().toString().contains("New name"));
    }

    @Test
    void seesNothingOfAChangeThatIsNotCommitted() throws Exception {
        change(1, "cook");
        pay();
        Standing before = standing();
        try (var writer = DATABASE.connect()) {
            writer.setAutoCommit(false);
            TestDatabase.run(writer, "update job set title = 'chef' where id = 1");

            assertTrue(standing().document().orElseThrow().toString().contains("cook"));
            assertFalse(standing().isOwed());
            writer.commit();
        }

        assertTrue(standing().isOwed());
        assertTrue(before.document().isPresent());
    }

    private Standing standing() {
        return Objects.requireNonNull(truth().standings(List.of(1L), true).get(1L));
    }
}
