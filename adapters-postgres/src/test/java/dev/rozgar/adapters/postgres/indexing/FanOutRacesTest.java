package dev.rozgar.adapters.postgres.indexing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rozgar.adapters.postgres.PlainRows;
import dev.rozgar.adapters.postgres.TestDatabase;
import dev.rozgar.application.indexing.Claim;
import dev.rozgar.application.indexing.IndexLedger;
import dev.rozgar.application.indexing.IndexLedger.Taken;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A change that many jobs show, while other nodes and other writers are at work: two transactions at a time, each step
/// in its place.
class FanOutRacesTest {
    private static final TestDatabase DATABASE = TestDatabase.open();
    private static final Duration LONG = Duration.ofHours(1);

    private final IndexLedger ledger = DATABASE.postgres().indexLedger();

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    /// Five jobs of company 1 and one of company 2, all indexed.
    @BeforeEach
    void twoCompanies() {
        DATABASE.run("truncate company cascade; truncate index_ledger, index_fanout, listed_count");
        PlainRows.insertCompany(DATABASE, 1);
        PlainRows.insertCompany(DATABASE, 2);
        putJobs(1, 5);
        PlainRows.putJob(DATABASE, 6, 2, "cook");
        ledger.settle(claims(100));
    }

    @Test
    void leaveAChunkThatDiedHalfWayToWhoeverComesNext() throws SQLException {
        rename(1);
        try (Connection dying = transaction()) {
            TestDatabase.run(dying, "select spread_change(2)");
            dying.rollback();
        }

        assertEquals(List.of(1L, 2L, 3L, 4L, 5L), ids(claims(100)));
    }

    @Test
    void leaveToANodeWhatItIsSpreading() throws SQLException {
        rename(1);
        try (Connection other = transaction()) {
            TestDatabase.run(other, "select spread_change(2)");
            assertEquals(List.of("f"), DATABASE.ask("select spread_change(10)"));
            other.commit();
        }

        DATABASE.ask("select spread_change(10)");

        assertEquals(
                List.of("1 2", "2 2", "3 2", "4 2", "5 2"),
                DATABASE.ask("select doc_id || ' ' || wanted from index_ledger where owed order by 1"),
                "each is owed once");
    }

    @Test
    void spreadTwoChangesAtOnceOnTwoNodes() throws SQLException {
        rename(1);
        rename(2);
        try (Connection other = transaction()) {
            TestDatabase.run(other, "select spread_change(10)");
            assertEquals(List.of("t"), DATABASE.ask("select spread_change(10)"));
            other.commit();
        }

        assertEquals(List.of(1L, 2L, 3L, 4L, 5L, 6L), ids(claims(100)));
    }

    @Test
    void beginAgainAfterAChangeThatCameDuringAChunk() throws Exception {
        rename(1);
        try (Connection other = transaction()) {
            TestDatabase.run(other, "select spread_change(2)");
            Thread writer = Thread.ofVirtual().start(() -> rename(1));
            while (!DATABASE.isSomebodyWaiting()) Thread.onSpinWait();
            other.commit();
            writer.join();
        }

        assertEquals(List.of("0"), DATABASE.ask("select after_id from index_fanout"));
    }

    @Test
    void doNotWaitForAChangeThatIsNotCommitted() throws SQLException {
        rename(1);
        rename(2);
        try (Connection writer = transaction()) {
            TestDatabase.run(writer, "update company set display_name = 'Again' where id = 1");

            assertEquals(List.of(6L), ids(claims(100)));
            writer.commit();
        }

        assertEquals(List.of(1L, 2L, 3L, 4L, 5L), ids(claims(100)));
    }

    @Test
    void takeTurnsSoThatASmallChangeDoesNotWaitForALargeOne() {
        rename(1);
        rename(2);
        ledger.settle(claims(2));

        List<Claim> second = claims(2);

        assertEquals(List.of(6L), ids(second));
    }

    @Test
    void readTheDocumentsWithTheChange() {
        rename(1);

        Taken taken = ledger.take(3, LONG);

        assertEquals(3, taken.entries().size());
        assertTrue(taken.entries().stream()
                .allMatch(entry -> entry.document().orElseThrow().toString().contains("Renamed")));
    }

    @Test
    void letAnEditPassAStatementThatChangesManyJobs() {
        putJobs(7, 120);
        ledger.settle(claims(200));
        DATABASE.run("update job set title = 'chef'");
        DATABASE.run("update job set title = 'tandoor chef' where id = 120");

        assertEquals(List.of(120L), ids(claims(1)));
    }

    @Test
    void forgetAChangeOfARowThatNoDocumentShowsAnyMore() {
        DATABASE.run("select owe_later('dropped_table', array['1'])");

        assertEquals(List.of(), claims(10));
        assertEquals(List.of(), DATABASE.ask("select source from index_fanout"));
    }

    @Test
    void measureHowFastDocumentsFollow() {
        putJobs(7, 300);
        ledger.settle(claims(400));
        rename(1);

        for (List<Claim> some = claims(100); !some.isEmpty(); some = claims(100)) ledger.settle(some);

        assertTrue(DATABASE.postgres().fanOuts().progress().perSecond().orElseThrow() > 0);
    }

    private List<Claim> claims(int most) {
        return ledger.claim(most, LONG).claims();
    }

    private static List<Long> ids(List<Claim> claims) {
        return claims.stream().map(Claim::id).sorted().toList();
    }

    private static void putJobs(long from, long to) {
        DATABASE.run(LongStream.rangeClosed(from, to)
                .mapToObj(id -> PlainRows.job(id, 1, "cook"))
                .collect(Collectors.joining(";\n")));
    }

    private static void rename(long company) {
        DATABASE.run("update company set display_name = 'Renamed ' || clock_timestamp() where id = " + company);
    }

    private static Connection transaction() throws SQLException {
        Connection connection = DATABASE.connect();
        connection.setAutoCommit(false);
        return connection;
    }
}
