package dev.rozgar.bootstrap.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rozgar.application.company.InMemoryCompanies;
import dev.rozgar.application.intake.Counts;
import dev.rozgar.application.posting.InMemoryJobs;
import dev.rozgar.domain.job.OccupationId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportFileTest {
    private final InMemoryCompanies companies = new InMemoryCompanies(Set.of());
    private final InMemoryJobs jobs = new InMemoryJobs(companies, Set.of(new OccupationId(1101)));
    private final List<ImportFile.Progress> progress = new ArrayList<>();

    @TempDir
    private Path folder;

    @Test
    void importsWhatIsGoodAndTellsTheRest() throws IOException {
        var report = run(board());

        assertEquals(new Counts(6, 0, 0, 12), report.counts());
        var lines = Files.readAllLines(report.rejects().orElseThrow());
        assertEquals("line,reason,key", lines.getFirst());
        assertEquals(13, lines.size());
        assertTrue(lines.contains("6,/title REQUIRED: must be given,A3"));
        assertTrue(lines.stream().anyMatch(line -> line.startsWith("20,") && line.contains("DUPLICATE_IN_FILE")));
    }

    @Test
    void theSecondImportChangesNothing() {
        run(board());

        assertEquals(new Counts(0, 0, 6, 12), run(board()).counts());
    }

    @Test
    void importsNdjsonByItsExtension() {
        assertEquals(
                new Counts(4, 0, 0, 13),
                run(request("postings.ndjson", Optional.empty())).counts());
    }

    @Test
    void tellsHowFarItIs() {
        run(board());

        var last = progress.getLast();
        assertEquals(18, last.counts().rows());
        assertEquals(last.bytes(), last.bytesRead());
    }

    @Test
    void writesNoRejectsFileWithoutRejects() throws IOException {
        var file = folder.resolve("good.ndjson");
        Files.writeString(
                file, Fixtures.text("postings.ndjson").lines().findFirst().orElseThrow());
        Files.writeString(folder.resolve("good.ndjson.rejects.csv"), "of an earlier import");

        var report = run(
                new ImportFile.Request(file, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()));

        assertEquals(Optional.empty(), report.rejects());
        assertFalse(Files.exists(folder.resolve("good.ndjson.rejects.csv")));
    }

    @Test
    void leavesAFolderAloneThatItsOwnerHasClosed() throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("r-xr-xr-x"));

        assertFalse(Rejects.beside(folder.resolve("jobs.csv")).startsWith(folder));

        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        assertEquals(folder.resolve("jobs.csv.rejects.csv"), Rejects.beside(folder.resolve("jobs.csv")));
    }

    @Test
    void aCsvFileNeedsAProfile() {
        assertThrows(UnusableImport.class, () -> run(request("board.csv", Optional.empty())));
    }

    @Test
    void aMissingFileIsTold() {
        assertThrows(UnusableImport.class, () -> run(ImportFile.Request.of(folder.resolve("none.csv"), "nyc")));
    }

    private ImportFile.Request board() {
        return request("board.csv", Optional.of(Fixtures.file("board.yaml").toString()));
    }

    private ImportFile.Request request(String name, Optional<String> profile) {
        return new ImportFile.Request(
                Fixtures.file(name),
                profile,
                Optional.empty(),
                Optional.of(folder.resolve("rejects.csv")),
                Optional.empty());
    }

    private ImportFile.Report run(ImportFile.Request request) {
        var clock = Clock.fixed(Instant.parse("2026-03-10T08:00:00Z"), ZoneOffset.UTC);
        return new ImportFile(jobs, companies, clock).run(request, progress::add);
    }
}
