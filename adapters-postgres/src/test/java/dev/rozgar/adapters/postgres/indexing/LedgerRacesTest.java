package dev.rozgar.adapters.postgres.indexing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rozgar.adapters.postgres.PlainRows;
import dev.rozgar.adapters.postgres.TestDatabase;
import dev.rozgar.application.indexing.Claim;
import dev.rozgar.application.indexing.IndexEntry;
import dev.rozgar.application.indexing.IndexLedger;
import dev.rozgar.application.indexing.IndexLedger.Taken;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Two transactions at a time, each step in its place: nothing here waits and hopes.
class LedgerRacesTest {
    private static final TestDatabase DATABASE = TestDatabase.open();
    private static final Duration LONG = Duration.ofHours(1);

    private final IndexLedger ledger = DATABASE.postgres().indexLedger();

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @BeforeEach
    void oneListedJobThatIsPaid() {
        DATABASE.run("truncate company cascade; truncate index_ledger, index_fanout, listed_count");
        PlainRows.insertCompany(DATABASE, 1);
        PlainRows.putJob(DATABASE, 1, 1, "cook");
        ledger.settle(claims());
    }

    @Test
    void owesAChangeOnlyOnceItIsCommitted() throws SQLException {
        try (Connection writer = transaction()) {
            TestDatabase.run(writer, "update job set title = 'chef' where id = 1");
            assertEquals(List.of(), claims());
            writer.commit();
        }

        assertEquals(1, claims().size());
    }

    @Test
    void readsWhatWasCommittedBetweenTheClaimAndTheReading() {
        DATABASE.run("update job set title = 'chef' where id = 1");
        List<Claim> claims = claims();
        DATABASE.run("update job set title = 'tandoor chef' where id = 1");

        assertTrue(text(claims).contains("tandoor chef"));
    }

    /// In one round trip the claim is not committed before the reading: a change between the two has to wait for it,
    /// and so is owed again.
    @Test
    void owesAChangeThatWasMadeWhileClaimAndReadingWereOneRoundTrip() throws Exception {
        DATABASE.run("update job set title = 'chef' where id = 1");
        AtomicReference<Taken> taken = new AtomicReference<>();
        try (Connection parking = transaction()) {
            TestDatabase.run(parking, "lock table job_location in access exclusive mode");
            Thread relay = Thread.ofVirtual().start(() -> taken.set(ledger.take(100, LONG)));
            awaitWaiting("locktype = 'relation'");
            Thread writer =
                    Thread.ofVirtual().start(() -> DATABASE.run("update job set title = 'tandoor chef' where id = 1"));
            awaitWaiting("locktype = 'transactionid'");
            parking.commit();
            relay.join();
            writer.join();
        }

        ledger.settle(taken.get().claims().claims());

        assertEquals(1, ledger.backlog().due());
        assertTrue(text(claims()).contains("tandoor chef"));
    }

    @Test
    void keepsTheDebtOfAChangeBetweenTheReadingAndTheSettlement() {
        DATABASE.run("update job set title = 'chef' where id = 1");
        List<Claim> claims = claims();
        text(claims);
        DATABASE.run("update job set title = 'tandoor chef' where id = 1");
        ledger.settle(claims);

        assertEquals(1, ledger.backlog().due());
    }

    @Test
    void doesNotWaitForAWriterWhenItSettles() throws SQLException {
        DATABASE.run("update job set title = 'chef' where id = 1");
        List<Claim> claims = claims();
        try (Connection writer = transaction()) {
            TestDatabase.run(writer, "update job set title = 'tandoor chef' where id = 1");
            ledger.settle(claims);
            writer.commit();
        }

        assertEquals(1, ledger.backlog().due());
    }

    @Test
    void leavesToAnotherRelayWhatThatOneIsClaiming() throws SQLException {
        DATABASE.run("update job set title = 'chef' where id = 1");
        try (Connection other = transaction()) {
            TestDatabase.run(other, "select from index_ledger where doc_id = 1 for update");

            assertEquals(List.of(), claims());
        }
    }

    @Test
    void finallyOwesAJobThatWasPublishedWhileItsCompanyWasBeingRenamed() throws SQLException {
        DATABASE.run("update job set state = 'PAUSED' where id = 1");
        ledger.settle(claims());
        try (Connection rename = transaction();
                Connection publish = transaction()) {
            TestDatabase.run(rename, "update company set display_name = 'New name' where id = 1");
            TestDatabase.run(publish, "update job set state = 'PUBLISHED' where id = 1");
            publish.commit();
            List<Claim> early = claims();
            assertTrue(text(early).contains("Company 1"), "read before the rename was committed");
            ledger.settle(early);
            rename.commit();
        }

        List<Claim> late = claims();

        assertEquals(1, late.size());
        assertTrue(text(late).contains("New name"));
    }

    @Test
    void hidesAJobThatWasPostedWhileItsCompanyWasBeingSuspended() throws Exception {
        try (Connection suspend = transaction()) {
            TestDatabase.run(suspend, "update company set state = 'SUSPENDED', state_reason = 'unpaid' where id = 1");
            Thread posting = Thread.ofVirtual().start(() -> PlainRows.putJob(DATABASE, 2, 1, "cook"));
            // The posting waits for the suspension: seen in the server, not assumed.
            awaitWaiting("locktype = 'transactionid'");
            suspend.commit();
            posting.join();
        }

        assertEquals(List.of("f"), DATABASE.ask("select listed from job where id = 2"));
    }

    @Test
    void countsWhatIsListedWhateverHappens() {
        for (int id = 2; id < 200; id++) PlainRows.putJob(DATABASE, id, 1, "cook");
        DATABASE.run("update job set state = 'PAUSED' where id % 3 = 0");
        DATABASE.run("delete from job where id % 7 = 0");
        DATABASE.run("update company set state = 'SUSPENDED', state_reason = 'x' where id = 1");
        DATABASE.run("update company set state = 'VERIFIED', state_reason = null where id = 1");

        assertEquals(
                DATABASE.ask("select count(*) from job where listed"),
                DATABASE.ask("select sum(n) from listed_count where doc_type = 'job'"));
    }

    private static void awaitWaiting(String kind) {
        while (DATABASE.ask("select pid from pg_locks join pg_stat_activity using (pid)"
                        + " where datname = current_database() and not granted and " + kind)
                .isEmpty()) Thread.onSpinWait();
    }

    private List<Claim> claims() {
        return ledger.claim(100, LONG).claims();
    }

    private String text(List<Claim> claims) {
        IndexEntry entry = ledger.entries(claims).getFirst();
        return entry.document().orElseThrow().toString();
    }

    private static Connection transaction() throws SQLException {
        Connection connection = DATABASE.connect();
        connection.setAutoCommit(false);
        return connection;
    }
}
