package dev.rozgar.adapters.postgres.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.rozgar.adapters.postgres.PlainRows;
import dev.rozgar.adapters.postgres.TestDatabase;
import dev.rozgar.application.company.SampleCompanies;
import dev.rozgar.application.document.ColumnChange;
import dev.rozgar.application.feed.ChangeFilter;
import dev.rozgar.application.listing.JobFields;
import dev.rozgar.application.posting.SampleJobs;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Walks the declaration: whichever column a document shows, the feed tells of a plain SQL change of it.
class EverySourceIsToldTest {
    private static final TestDatabase DATABASE = TestDatabase.open();

    @BeforeAll
    static void oneJobWithEverything() {
        PlainRows.insertCompany(DATABASE, 1);
        PlainRows.insertCompany(DATABASE, 2);
        PlainRows.putJob(DATABASE, 1, 1, "cook");
        PlainRows.insertLists(DATABASE, 1);
        PlainRows.dropChecks(DATABASE);
        DATABASE.run("update company set industry_code = '" + SampleCompanies.KNOWN_INDUSTRY.value() + "';"
                + " update job set occupation_id = " + SampleJobs.KNOWN_OCCUPATION.value() + ", pay_disclosed = true,"
                + " expires_at = '2036-04-01Z'");
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    /// Without those that the database writes itself, from the columns beside them.
    static List<ColumnChange> changes() {
        List<String> generated = DATABASE.ask(
                "select attrelid::regclass || '.' || attname from pg_attribute where attgenerated <> '' and attrelid > 16384");
        return ColumnChange.all(JobFields.JOB).stream()
                .filter(change -> !generated.contains(change.toString()))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("changes")
    void tellsAChangeOf(ColumnChange change) {
        FeedReader reader = new FeedReader(DATABASE, ChangeFilter.NONE);
        String before = document();

        DATABASE.run(change.sql());

        assertEquals(List.of("+1"), reader.drain(), change.sql());
        assertNotEquals(before, reader.copy().get(1L), change.sql());
        assertEquals(document(), reader.copy().get(1L));
    }

    /// Whoever sets a column to what it is has changed nothing.
    @Test
    void tellsNothingWhereEveryColumnStaysWhatItIs() {
        FeedReader reader = new FeedReader(DATABASE, ChangeFilter.NONE);

        DATABASE.run(changes().stream()
                .map(change -> "update %s set %2$s = %2$s where %3$s"
                        .formatted(change.table(), change.column(), change.where()))
                .collect(Collectors.joining(";\n")));

        assertEquals(List.of(), reader.drain());
    }

    @ParameterizedTest
    @ValueSource(strings = {"job_location", "job_shift", "job_skill", "job_language"})
    void tellsOfAListThatIsEmptied(String list) {
        FeedReader reader = new FeedReader(DATABASE, ChangeFilter.NONE);

        DATABASE.run("truncate " + list);

        assertEquals(List.of("+1"), reader.drain());
        PlainRows.insertList(DATABASE, list, 1);
        assertEquals(List.of("+1"), reader.drain());
        assertEquals(document(), reader.copy().get(1L));
    }

    private static String document() {
        return DATABASE.ask("select document from job_documents(array[1])").getFirst();
    }
}
