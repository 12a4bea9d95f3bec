package dev.rozgar.adapters.postgres.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rozgar.adapters.postgres.PlainRows;
import dev.rozgar.adapters.postgres.Settled;
import dev.rozgar.adapters.postgres.TestDatabase;
import dev.rozgar.application.document.Filter;
import dev.rozgar.application.document.Value.Whole;
import dev.rozgar.application.feed.ChangeFeed;
import dev.rozgar.application.feed.ChangeFilter;
import dev.rozgar.application.feed.ChangePage;
import dev.rozgar.application.feed.FeedCursor;
import dev.rozgar.application.feed.Kept;
import dev.rozgar.application.posting.SampleJobs;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What the log of changes knows of rows that anybody writes.
class PostgresChangeFeedTest {
    private static final TestDatabase DATABASE = TestDatabase.open();
    private static final long OCCUPATION = SampleJobs.KNOWN_OCCUPATION.value();

    private final ChangeFeed feed = DATABASE.postgres().changeFeed();

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @BeforeEach
    void threeJobs() {
        PlainRows.startAnew(DATABASE);
        DATABASE.run("truncate index_fanout_spread");
        for (long id = 1; id <= 3; id++) PlainRows.putJob(DATABASE, id, 1, "cook");
    }

    private static FeedReader reader() {
        return new FeedReader(DATABASE, ChangeFilter.NONE);
    }

    private static ChangeFilter by(String path, long value) {
        return new ChangeFilter(List.of(new Filter.OneOf(Kept.JOB.require(path), List.of(new Whole(value)))));
    }

    @Test
    void jobsLeaveAndReturnWithTheirCompany() {
        FeedReader reader = reader();

        DATABASE.run("update company set state = 'SUSPENDED', state_reason = 'x'");
        assertEquals(List.of("-1 COMPANY_HIDDEN", "-2 COMPANY_HIDDEN", "-3 COMPANY_HIDDEN"), reader.drain());

        DATABASE.run("update company set state = 'VERIFIED', state_reason = null");
        assertEquals(
                List.of("+1", "+2", "+3"), reader.drain().stream().distinct().toList());
    }

    @Test
    void aRowThatIsDeletedIsGone() {
        PlainRows.insertLists(DATABASE, 1);
        FeedReader reader = reader();

        DATABASE.run("delete from job where id = 1");

        assertEquals(List.of("-1 REMOVED"), reader.drain());
    }

    @Test
    void whatWasNeverListedIsNoNews() {
        FeedReader reader = reader();

        DATABASE.run(PlainRows.job(4, 1, "cook").replace("'PUBLISHED'", "'PAUSED'"));
        PlainRows.insertLists(DATABASE, 4);
        DATABASE.run(
                "update job set title = 'chef' where id = 4; update job_location set region = 'Goa' where job_id = 4");
        DATABASE.run("delete from job where id = 4");

        assertEquals(List.of(), reader.drain());
    }

    @Test
    void emptiedTablesTakeAllJobsAway() {
        FeedReader reader = reader();

        DATABASE.run("truncate company cascade");

        assertEquals(List.of("-1 REMOVED", "-2 REMOVED", "-3 REMOVED"), reader.drain());
    }

    @Test
    void whoeverIsFoundByATreeLeavesWithItsBranch() {
        DATABASE.run("update job set occupation_id = " + OCCUPATION + " where id < 3");
        DATABASE.run("insert into occupation_group values (900002, 900001, 'Others') on conflict do nothing");
        FeedReader before = new FeedReader(DATABASE, by("occupation.group.id", 900_001));
        FeedReader after = new FeedReader(DATABASE, by("occupation.group.id", 900_002));
        FeedReader leaf = new FeedReader(DATABASE, by("occupation.id", 1));

        DATABASE.run("update occupation set group_id = 900002 where id = " + OCCUPATION);

        assertEquals(List.of("-1 CHANGED", "-2 CHANGED"), before.drain());
        assertEquals(List.of("+1", "+2"), after.drain());
        assertEquals(List.of(), leaf.drain(), "the row does not decide what this one is found by");
        DATABASE.run("update occupation set group_id = 900001 where id = " + OCCUPATION);
    }

    @Test
    void aLargeChangeComesInParts() {
        String columns = DATABASE.ask("select string_agg(attname, ', ') from pg_attribute"
                        + " where attrelid = 'job'::regclass and attnum > 0 and attgenerated = '' and attname <> 'id'")
                .getFirst();
        DATABASE.run("insert into job (id, " + columns + ") select n, " + columns
                + " from job, generate_series(100, 2399) n where id = 1");
        FeedReader all = reader();
        FeedReader none = new FeedReader(DATABASE, by("company.id", 2));

        DATABASE.run("update company set display_name = 'Renamed'");
        Settled.await(DATABASE);
        FeedCursor start = none.cursor();
        int steps = 0;
        while (!none.cursor().equals(start) || steps == 0) {
            start = none.cursor();
            assertEquals(List.of(), none.step(100));
            steps++;
        }

        assertTrue(steps >= 3, "so many documents are looked at in parts");
        assertEquals(2_303, all.drain().size());
        assertTrue(all.copy().values().stream().allMatch(document -> document.contains("Renamed")));
    }

    @Test
    void aPageIsNoLongerThanItsBytes() {
        FeedReader reader = reader();
        for (long id = 1; id <= 60; id++) PlainRows.putJob(DATABASE, id, 1, "cook");
        DATABASE.run("update job set description_text = repeat('x', 100000)");
        Settled.await(DATABASE);

        List<Integer> sizes = new ArrayList<>();
        FeedCursor cursor = reader.cursor();
        for (boolean more = true; more; ) {
            ChangePage page =
                    feed.after(cursor, ChangeFilter.NONE, 100, FeedReader.NOW).orElseThrow();
            sizes.add(page.changes().size());
            cursor = page.next();
            more = page.more();
        }

        assertEquals(41, sizes.getFirst(), sizes::toString);
        assertEquals(60, reader.drain().stream().distinct().count());
    }

    @Test
    void theIndexLacksWhatIsOwed() {
        pay();
        FeedReader reader = reader();
        assertEquals(List.of(), since(lacked()));

        DATABASE.run("update job set title = 'chef' where id = 2");
        assertEquals(List.of(2L), since(lacked()));

        DATABASE.run("update index_ledger set set_aside = true where wanted > indexed");
        assertEquals(List.of(2L), since(lacked()), "what it refuses as well");
        assertEquals(List.of("+2"), reader.drain());
    }

    /// The debts of the documents are younger than the change, but the change is not read yet.
    @Test
    void theIndexLacksWhatWaitsToBeSpreadAndWhatWasSpread() {
        pay();

        DATABASE.run("update company set display_name = 'Renamed'");
        assertEquals(List.of(1L, 2L, 3L), since(lacked()));

        DATABASE.ask("select spread_change(10)");
        assertEquals(List.of(), DATABASE.ask("select source from index_fanout"));
        assertEquals(List.of(1L, 2L, 3L), since(lacked()));

        pay();
        assertEquals(List.of(), since(lacked()));
    }

    private static void pay() {
        DATABASE.run("update index_ledger set indexed = wanted, set_aside = false");
    }

    private FeedCursor lacked() {
        Settled.await(DATABASE);
        return feed.beforeWhatTheIndexLacks().orElseThrow();
    }

    private List<Long> since(FeedCursor cursor) {
        return feed.after(cursor, ChangeFilter.NONE, 100, FeedReader.NOW).orElseThrow().changes().stream()
                .map(change -> change.id())
                .toList();
    }

    @Test
    void aStoreThatWentBackInTimeBeginsAnew() {
        FeedReader reader = reader();
        DATABASE.run("update job set title = 'chef' where id = 2");

        DATABASE.ask("select begin_epoch_above(" + (1L << 50) + ")");

        assertEquals(Optional.empty(), feed.after(reader.cursor(), ChangeFilter.NONE, 10, FeedReader.NOW));
        assertEquals(List.of("0"), DATABASE.ask("select count(*) from job_change"));
        FeedReader another = reader();
        DATABASE.run("update job set title = 'tailor' where id = 2");
        assertEquals(List.of("+2"), another.drain());
    }
}
