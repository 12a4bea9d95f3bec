package dev.rozgar.bootstrap.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.rozgar.adapters.postgres.Postgres;
import dev.rozgar.adapters.postgres.PostgresSettings;
import dev.rozgar.application.document.DocumentQuery;
import dev.rozgar.application.intake.Counts;
import dev.rozgar.application.intake.Row;
import dev.rozgar.application.listing.JobFields;
import dev.rozgar.engines.TestEngines;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The postings of New York City as they were published. The file is no part of the product: where it is absent, these
/// tests are skipped and say so.
class NycFileTest {
    private static final Path FILE = Path.of("../../shared/data/nyc-jobs.csv");
    private static final int ROWS = 5_197;
    /// Rows that repeat job id and posting type of an earlier one.
    private static final int REPEATED = 18;
    private static final Instant NOW = Instant.parse("2026-03-10T08:00:00Z");

    @TempDir
    private Path folder;

    @BeforeEach
    void fileIsHere() {
        assumeTrue(Files.isReadable(FILE), "skipped: there is no " + FILE);
    }

    @Test
    void everyRowIsAPostingWithAnOccupation() {
        var rows = Fixtures.csv(FILE, Profiles.find("nyc"));

        assertEquals(ROWS, rows.size());
        assertEquals(
                List.of(), rows.stream().filter(Row.Rejected.class::isInstance).toList());
        assertTrue(rows.stream()
                .map(Row.Posting.class::cast)
                .allMatch(posting ->
                        posting.content().classification().occupation().isPresent()));
    }

    @Test
    void isImportedOnceAndChangesNothingTheSecondTime() {
        try (var postgres = open()) {
            assertEquals(new Counts(ROWS - REPEATED, 0, 0, REPEATED), run(postgres, Optional.empty()));
            long owed = postgres.indexLedger().backlog().due();

            assertEquals(new Counts(0, 0, ROWS - REPEATED, REPEATED), run(postgres, Optional.empty()));
            assertEquals(owed, postgres.indexLedger().backlog().due());
        }
    }

    @Test
    void isShownWhereItsDatesAreMoved() {
        try (var postgres = open()) {
            run(postgres, Optional.of(LocalDate.ofInstant(NOW, ZoneOffset.UTC)));

            var query = DocumentQuery.of(JobFields.JOB, JobFields.NEWEST_FIRST, NOW);
            assertTrue(
                    postgres.jobReadModel().search(query).total().orElseThrow().value() > 2_500);
        }
    }

    private static Postgres open() {
        var database = TestEngines.freshDatabase();
        var postgres = Postgres.open(PostgresSettings.of(database.jdbcUrl(), database.user(), database.password()));
        postgres.migrate();
        return postgres;
    }

    private Counts run(Postgres postgres, Optional<LocalDate> shiftTo) {
        long began = System.nanoTime();
        var counts = new ImportFile(
                        postgres.jobRepository(), postgres.companyRepository(), Clock.fixed(NOW, ZoneOffset.UTC))
                .run(
                        new ImportFile.Request(
                                FILE,
                                Optional.of("nyc"),
                                Optional.empty(),
                                Optional.of(folder.resolve("rejects.csv")),
                                shiftTo),
                        _ -> {})
                .counts();
        System.out.println(counts + " at " + ROWS * 1_000_000_000L / (System.nanoTime() - began) + " rows/s");
        return counts;
    }
}
