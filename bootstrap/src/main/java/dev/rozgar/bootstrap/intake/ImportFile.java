package dev.rozgar.bootstrap.intake;

import dev.rozgar.application.company.CompanyRepository;
import dev.rozgar.application.intake.Counts;
import dev.rozgar.application.intake.ImportPostings;
import dev.rozgar.application.intake.Row;
import dev.rozgar.application.posting.JobRepository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.Optional;
import java.util.function.Consumer;

/// Imports one file.
public final class ImportFile {
    private final JobRepository jobs;
    private final CompanyRepository companies;
    private final Clock clock;

    public ImportFile(JobRepository jobs, CompanyRepository companies, Clock clock) {
        this.jobs = jobs;
        this.companies = companies;
        this.clock = clock;
    }

    /// What to import and how.
    ///
    /// @param profile the name of a profile that comes with the product, or the path of one; CSV needs one
    /// @param format  empty: by the file's extension
    /// @param rejects where to write the rows that are not imported; empty: beside the file
    /// @param shiftTo moves all dates so that the file's own day becomes this one, for demonstrations; empty: dates
    ///                stay what they are, and postings whose time is over are stored as expired
    public record Request(
            Path file,
            Optional<String> profile,
            Optional<Format> format,
            Optional<Path> rejects,
            Optional<LocalDate> shiftTo) {
        /// With a profile and all else as usual.
        public static Request of(Path file, String profile) {
            return new Request(file, Optional.of(profile), Optional.empty(), Optional.empty(), Optional.empty());
        }
    }

    /// @param bytesRead of the file's `bytes`; a little ahead of the rows
    public record Progress(Counts counts, long bytesRead, long bytes) {}

    /// @param rejects where the rejected rows are told, if there are any
    public record Report(Counts counts, Optional<Path> rejects) {}

    /// @param progress told after each batch of rows
    /// @throws UnusableImport where nothing can be imported: no such file, no such profile, missing columns
    /// @throws dev.rozgar.application.PortFailure when the store does not answer; the next run goes on from there
    public Report run(Request request, Consumer<Progress> progress) {
        var file = request.file();
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new UnusableImport("There is no readable file " + file + ".");
        }
        var format = request.format().orElseGet(() -> Format.of(file));
        var profile = Profiles.find(profileName(request, format));
        var rejectsFile = request.rejects().orElseGet(() -> Rejects.beside(file));
        try (var lines = new Lines(file, profile.reading().charset());
                var rows = new ReadAhead(rows(lines, format, profile, request.shiftTo()));
                var rejects = new Rejects(rejectsFile)) {
            long bytes = Files.size(file);
            var counts = new ImportPostings(jobs, companies, clock)
                    .handle(new ImportPostings.Command(
                            rows,
                            rejects::add,
                            soFar -> progress.accept(new Progress(soFar, lines.bytesRead(), bytes))));
            return new Report(counts, rejects.file());
        } catch (IOException | UncheckedIOException broken) {
            throw new UnusableImport("The file or its rejects file, which --rejects can put elsewhere, cannot be used: "
                    + broken.getMessage());
        }
    }

    private static String profileName(Request request, Format format) {
        return switch (format) {
            case NDJSON -> request.profile().orElse("schema-org");
            case CSV ->
                request.profile()
                        .orElseThrow(() -> new UnusableImport("A CSV file needs a profile that says what its columns"
                                + " mean: one of " + String.join(", ", Profiles.NAMES)
                                + ", or the path of a YAML file."));
        };
    }

    private static Iterator<Row> rows(Lines lines, Format format, Profile profile, Optional<LocalDate> shiftTo) {
        return switch (format) {
            case CSV -> new CsvRows(lines, profile, shiftTo);
            case NDJSON -> {
                if (shiftTo.isPresent()) {
                    throw new UnusableImport("The dates of NDJSON files cannot be shifted.");
                }
                yield new NdjsonRows(lines, profile);
            }
        };
    }
}
