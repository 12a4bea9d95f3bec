package dev.rozgar.adapters.postgres.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rozgar.adapters.postgres.PlainRows;
import dev.rozgar.adapters.postgres.TestDatabase;
import dev.rozgar.adapters.postgres.Together;
import dev.rozgar.application.document.Filter;
import dev.rozgar.application.document.Value.Word;
import dev.rozgar.application.feed.ChangeFilter;
import dev.rozgar.application.feed.Kept;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/// Readers of the feed while transactions begin and end in whatever order.
class ChangeFeedRacesTest {
    private static final TestDatabase DATABASE = TestDatabase.open();
    private static final int WRITERS = 6;
    private static final int TRANSACTIONS = 40;
    private static final int JOBS = 20;
    private static final List<String> REGIONS = List.of("Goa", "Kerala", "Punjab");
    private static final ChangeFilter IN_GOA =
            new ChangeFilter(List.of(new Filter.OneOf(Kept.JOB.require("locations.region"), List.of(new Word("Goa")))));

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @BeforeEach
    void twoCompanies() {
        PlainRows.startAnew(DATABASE);
        PlainRows.insertCompany(DATABASE, 2);
        for (long id = 1; id <= JOBS; id++) put(id, 1 + id % 2);
    }

    private static void put(long id, long company) {
        DATABASE.run(PlainRows.job(id, company, "cook")
                + "; insert into job_location (job_id, position, region, country, precision) values (" + id
                + ", 0, 'Goa', 'IN', 'REGION')");
    }

    @Test
    void aChangeThatCommitsLateIsNotPassedBy() throws SQLException {
        FeedReader reader = new FeedReader(DATABASE, ChangeFilter.NONE);
        try (Connection early = transaction();
                Connection late = transaction()) {
            TestDatabase.run(early, "update job set title = 'early' where id = 1");
            TestDatabase.run(late, "update job set title = 'late' where id = 2");
            late.commit();

            assertEquals(List.of(), reader.step(10), "what stands behind a transaction that is under way");
            early.commit();
        }

        assertEquals(List.of("+1", "+2"), reader.drain());
    }

    @Test
    void aTransactionThatIsRolledBackHoldsNobodyUp() throws SQLException {
        FeedReader reader = new FeedReader(DATABASE, ChangeFilter.NONE);
        try (Connection early = transaction()) {
            TestDatabase.run(early, "update job set title = 'never' where id = 1");
            DATABASE.run("update job set title = 'late' where id = 2");
            early.rollback();
        }

        assertEquals(List.of("+2"), reader.drain());
        assertTrue(reader.copy().getOrDefault(2L, "").contains("late"));
    }

    /// The one that began first changes the job last: its entry stands before the other's.
    @Test
    void theLaterOfTwoChangesOfOneJobCounts() throws SQLException {
        FeedReader reader = new FeedReader(DATABASE, ChangeFilter.NONE);
        try (Connection first = transaction()) {
            TestDatabase.run(first, "update job set title = 'first' where id = 2");
            DATABASE.run("update job set state = 'PAUSED' where id = 1");
            DATABASE.run("update job set state = 'PUBLISHED', title = 'again' where id = 1");
            TestDatabase.run(first, "update job set state = 'CLOSED', state_reason = 'x' where id = 1");
            first.commit();
        }

        assertEquals(List.of("+2", "-1 CLOSED"), reader.drain());
    }

    /// Whoever writes the lists of a job that is just being published waits, and keeps what it said when it was.
    @Test
    void aListThatChangesWhileItsJobIsPublishedIsKept() throws Exception {
        DATABASE.run("update job set state = 'PAUSED' where id = 1");
        FeedReader inGoa = new FeedReader(DATABASE, IN_GOA);
        try (Connection publisher = transaction();
                Connection writer = transaction()) {
            TestDatabase.run(publisher, "update job set state = 'PUBLISHED' where id = 1");
            Thread writing = Thread.ofVirtual().start(() -> {
                try {
                    TestDatabase.run(writer, "update job_location set region = 'Kerala' where job_id = 1");
                } catch (SQLException failure) {
                    throw new AssertionError(failure);
                }
            });
            while (!DATABASE.isSomebodyWaiting()) Thread.onSpinWait();
            publisher.commit();
            writing.join();
            while (inGoa.copy().isEmpty()) inGoa.step(10);
            writer.commit();
        }

        assertEquals(List.of("-1 CHANGED"), inGoa.drain());
    }

    /// Random transactions of random length, some of which are rolled back, and two who follow them.
    @RepeatedTest(3)
    void manyWritersMissNothing(RepetitionInfo run) throws Exception {
        FeedReader all = new FeedReader(DATABASE, ChangeFilter.NONE);
        FeedReader inGoa = new FeedReader(DATABASE, IN_GOA);
        all.copy().putAll(shown("true"));
        inGoa.copy().putAll(shown("l.region = 'Goa'"));
        AtomicInteger writing = new AtomicInteger(WRITERS);

        Together.run(WRITERS + 2, i -> {
            if (i < WRITERS) write(new Random(1_000L * run.getCurrentRepetition() + i), writing);
            else while (writing.get() > 0) (i == WRITERS ? all : inGoa).step(3);
            return i;
        });
        all.drain();
        inGoa.drain();

        assertEquals(shown("true"), all.copy());
        assertEquals(shown("l.region = 'Goa'"), inGoa.copy());
    }

    private static void write(Random random, AtomicInteger writing) throws SQLException {
        try (Connection connection = transaction()) {
            for (int i = 0; i < TRANSACTIONS; i++) {
                int first = 1 + random.nextInt(JOBS);
                TestDatabase.run(connection, change(random, first));
                TestDatabase.run(connection, "select pg_sleep(" + random.nextInt(4) / 1e3 + ")");
                // In the order of the ids, so that nobody waits for one who waits.
                if (random.nextBoolean() && first < JOBS)
                    TestDatabase.run(connection, change(random, first + 1 + random.nextInt(JOBS - first)));
                if (random.nextInt(5) == 0) connection.rollback();
                else connection.commit();
            }
        } finally {
            writing.decrementAndGet();
        }
    }

    private static String change(Random random, int id) {
        String of = " where id = " + id;
        return switch (random.nextInt(6)) {
            case 0 -> "update job set title = 'title " + random.nextInt(100) + "'" + of;
            case 1 -> "update job set state = 'PAUSED'" + of;
            case 2 -> "update job set state = 'PUBLISHED'" + of;
            case 3, 4 ->
                "update job_location set region = '" + REGIONS.get(random.nextInt(REGIONS.size())) + "' where job_id = "
                        + id;
            // A company is changed alone: its jobs follow when they are read.
            default ->
                "update company set display_name = 'Company " + random.nextInt(100) + "' where id = 1 and " + id + " = "
                        + JOBS;
        };
    }

    private static Map<Long, String> shown(String where) {
        Map<Long, String> shown = new TreeMap<>();
        for (String row :
                DATABASE.ask("select d.id || ' ' || d.document from job_documents(array(select id from job)) d"
                        + " join job_location l on l.job_id = d.id where " + where)) {
            int space = row.indexOf(' ');
            shown.put(Long.parseLong(row, 0, space, 10), row.substring(space + 1));
        }
        return shown;
    }

    private static Connection transaction() throws SQLException {
        Connection connection = DATABASE.connect();
        connection.setAutoCommit(false);
        return connection;
    }
}
