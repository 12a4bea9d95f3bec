package dev.rozgar.bootstrap.cli;

import dev.rozgar.adapters.postgres.Postgres;
import dev.rozgar.application.PortFailure;
import dev.rozgar.application.intake.Counts;
import dev.rozgar.bootstrap.Wiring;
import dev.rozgar.bootstrap.intake.Format;
import dev.rozgar.bootstrap.intake.ImportFile;
import dev.rozgar.bootstrap.intake.UnusableImport;
import dev.rozgar.bootstrap.terminal.Bar;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Postings from a file.
@Command(
        name = "import",
        description = {
            "Imports postings from a CSV file by a profile, or from NDJSON of schema.org's JobPosting.",
            "Twice the same changes nothing. The index follows while a service runs."
        },
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:every row is there", "1:nothing could be imported", "3:some rows were rejected"})
final class ImportCommand implements Callable<Integer> {
    @Mixin
    private final SettingsOptions options = new SettingsOptions();

    @Parameters(paramLabel = "FILE", description = "What to import, CSV or NDJSON.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path file;

    @Option(names = "--profile", description = "nyc, schema-org, or the path of a YAML file; CSV needs one.")
    private @Nullable String profile;

    @Option(names = "--format", description = "${COMPLETION-CANDIDATES}; without it, by the file's extension.")
    private @Nullable Format format;

    @Option(names = "--rejects", description = "Where to tell of rejected rows; without it, beside the file.")
    private @Nullable Path rejects;

    @Option(
            names = "--shift-to",
            paramLabel = "DATE",
            description = "Move all dates so that the file's own day becomes this one, such as 2026-03-01.")
    private @Nullable LocalDate shiftTo;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() {
        var request = new ImportFile.Request(
                file,
                Optional.ofNullable(profile),
                Optional.ofNullable(format),
                Optional.ofNullable(rejects),
                Optional.ofNullable(shiftTo));
        try (Wiring wiring = Wiring.open(options.read())) {
            Schema.check(wiring.postgres(), false);
            return tell(run(wiring, request));
        } catch (UnusableImport unusable) {
            throw new Refusal(String.join(System.lineSeparator(), unusable.faults()));
        }
    }

    private ImportFile.Report run(Wiring wiring, ImportFile.Request request) {
        var postgres = wiring.postgres();
        var importer = new ImportFile(postgres.jobRepository(), postgres.companyRepository(), Clock.systemUTC());
        try (Bar bar = Bar.open("importing")) {
            var report = importer.run(request, progress -> {
                bar.step(progress.counts().rows() + " rows");
                bar.at(progress.bytesRead() >> 10, progress.bytes() >> 10);
            });
            if (report.counts().imported() + report.counts().updated() > 0) count(postgres);
            return report;
        }
    }

    /// Plans made for what was there before would make the first searches slow; the server's own turn comes later.
    private void count(Postgres postgres) {
        try {
            postgres.analyze();
        } catch (PortFailure late) {
            spec.commandLine().getErr().println("The planner's figures stay as they were: " + late.getMessage());
        }
    }

    private int tell(ImportFile.Report report) {
        Counts counts = report.counts();
        PrintWriter out = spec.commandLine().getOut();
        out.println(counts.imported() + " new, " + counts.updated() + " changed, " + counts.unchanged()
                + " as they were, " + counts.rejected() + " rejected.");
        report.rejects().ifPresent(where -> out.println("Which and why: " + where));
        return counts.rejected() == 0 ? Rozgar.OK : Rozgar.IN_PART;
    }
}
