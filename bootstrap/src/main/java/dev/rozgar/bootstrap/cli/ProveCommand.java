package dev.rozgar.bootstrap.cli;

import dev.rozgar.bootstrap.logging.Logs;
import dev.rozgar.bootstrap.prove.Proofs;
import dev.rozgar.bootstrap.prove.report.Report;
import dev.rozgar.bootstrap.terminal.Bar;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Proves what is promised of the search index.
@Command(
        name = "prove",
        description = {
            "Proves the promises of the search index on engines of its own.",
            "Kills, freezes and cuts off what it has started, and nothing else; a full run takes hours."
        },
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:every promise is kept",
            "1:a proof could not be carried through, or a fault did not happen",
            "2:the command line is wrong; nothing was started",
            "3:a promise is broken"
        })
final class ProveCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "PROOF",
            arity = "0..*",
            hideParamSyntax = true,
            description = "Any number of them, such as T1 T8; all, if none is named.")
    private final List<String> proofs = new ArrayList<>();

    @Option(
            names = "--seed",
            defaultValue = "42",
            description = "Same seed, same writes and faults (${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--short", description = "At the size of a continuous build: minutes rather than hours.")
    private boolean brief;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = ".rozgar/proofs",
            description = "Where report, JSON and logs go (${DEFAULT-VALUE}).")
    private Path out = Path.of(".rozgar", "proofs");

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        List<String> ids = proofs.stream()
                .map(each -> each.toUpperCase(Locale.ROOT))
                .distinct()
                .toList();
        WrongOption.unlessKnown("PROOF", ids, Proofs.ids());
        Logs.configure(Logs.Format.TEXT, Logs.Threshold.ERROR, false);
        Files.createDirectories(out);
        PrintWriter terminal = spec.commandLine().getOut();
        Report report;
        try (Bar bar = Bar.open("proving")) {
            report = Proofs.run(new Proofs.Plan(ids, seed, brief, out), bar, outcome -> {
                terminal.print(outcome.text());
                terminal.flush();
            });
        }
        report.write(out).forEach(file -> terminal.println("wrote " + file));
        terminal.flush();
        if (report.isBroken()) return Rozgar.IN_PART;
        return report.isKept() ? Rozgar.OK : Rozgar.FAILED;
    }
}
