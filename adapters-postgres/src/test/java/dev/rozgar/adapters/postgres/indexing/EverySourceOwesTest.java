package dev.rozgar.adapters.postgres.indexing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.rozgar.adapters.postgres.PlainRows;
import dev.rozgar.adapters.postgres.TestDatabase;
import dev.rozgar.application.company.SampleCompanies;
import dev.rozgar.application.document.ColumnChange;
import dev.rozgar.application.indexing.Claim;
import dev.rozgar.application.indexing.IndexLedger;
import dev.rozgar.application.listing.JobFields;
import dev.rozgar.application.posting.SampleJobs;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Walks the declaration: whichever column a document shows, a plain SQL change of it is owed to the index.
class EverySourceOwesTest {
    private static final TestDatabase DATABASE = TestDatabase.open();
    private static final Duration LONG = Duration.ofHours(1);

    @BeforeAll
    static void oneJobWithEverything() {
        PlainRows.insertCompany(DATABASE, 1);
        PlainRows.insertCompany(DATABASE, 2);
        PlainRows.putJob(DATABASE, 1, 1, "cook");
        PlainRows.insertLists(DATABASE, 1);
        PlainRows.dropChecks(DATABASE);
        DATABASE.run("update company set industry_code = '" + SampleCompanies.KNOWN_INDUSTRY.value() + "'");
        DATABASE.run(
                "update job set occupation_id = " + SampleJobs.KNOWN_OCCUPATION.value() + ", pay_disclosed = true");
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

    @BeforeEach
    void oweNothing() {
        drain();
    }

    @ParameterizedTest
    @MethodSource("changes")
    void owesTheJobAfterAChangeOf(ColumnChange change) {
        String before = document();

        DATABASE.run(change.sql());

        assertNotEquals(before, document(), () -> change.sql() + " is not seen in the document");
        assertEquals(Set.of(1L), drain(), change.sql());
    }

    /// Whoever sets a column to what it is has changed nothing.
    @Test
    void owesNothingWhereEveryColumnStaysWhatItIs() {
        DATABASE.run(changes().stream()
                .map(change -> "update %s set %2$s = %2$s where %3$s"
                        .formatted(change.table(), change.column(), change.where()))
                .collect(Collectors.joining(";\n")));

        assertEquals(Set.of(), drain());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update job set contact_name = 'A', contact_phone = '+919800000001', contact_whatsapp_ok = true",
                "update company set tax_pan = 'ABCDE1234F', website = 'https://x.example'"
            })
    void owesNothingForWhatNoDocumentShows(String sql) {
        DATABASE.run(sql);

        assertEquals(Set.of(), drain());
    }

    @Test
    void owesAJobThatIsNoLongerListed() {
        DATABASE.run("update job set state = 'PAUSED'");
        assertEquals(Set.of(1L), drain());

        DATABASE.run("update job set state = 'PUBLISHED'");
        assertEquals(Set.of(1L), drain());
    }

    @ParameterizedTest
    @ValueSource(strings = {"job_location", "job_shift", "job_skill", "job_language"})
    void owesEveryJobWhenAListIsEmptied(String list) {
        DATABASE.run("truncate " + list);

        assertEquals(Set.of(1L), drain());

        PlainRows.insertList(DATABASE, list, 1);
    }

    private static String document() {
        return DATABASE.ask("select document from job_documents(array[1])").getFirst();
    }

    /// Claims and settles until nothing is left.
    private static Set<Long> drain() {
        IndexLedger ledger = DATABASE.postgres().indexLedger();
        Set<Long> ids = new LinkedHashSet<>();
        while (true) {
            List<Claim> claims = ledger.claim(100, LONG).claims();
            claims.forEach(claim -> ids.add(claim.id()));
            ledger.settle(claims);
            if (claims.isEmpty()
                    && DATABASE.ask("select source from index_fanout").isEmpty()) return ids;
        }
    }
}
