package dev.rozgar.bootstrap.cli;

import dev.rozgar.bootstrap.doctor.Doctor;
import dev.rozgar.bootstrap.doctor.Finding;
import dev.rozgar.bootstrap.settings.Settings;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Looks at everything the program needs.
@Command(
        name = "doctor",
        description = "Checks the JDK, memory, disk, ports, PostgreSQL and Elasticsearch, and says the fix for each.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:nothing fails; there may be warnings", "1:something fails", "2:a setting is wrong"})
final class DoctorCommand implements Callable<Integer> {
    @Mixin
    private final SettingsOptions options = new SettingsOptions();

    @Option(names = "--dir", description = "Where the demo keeps its data (${DEFAULT-VALUE}).")
    private Path dir = Path.of(".rozgar");

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() {
        Settings settings = options.read();
        PrintWriter out = spec.commandLine().getOut();
        List<Finding> findings = new Doctor(settings, dir).examine();
        findings.forEach(finding -> out.println(finding.text()));
        boolean failed = findings.stream().anyMatch(finding -> finding.grade() == Finding.Grade.FAIL);
        return failed ? Rozgar.FAILED : Rozgar.OK;
    }
}
