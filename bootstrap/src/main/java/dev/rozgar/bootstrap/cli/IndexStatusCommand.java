package dev.rozgar.bootstrap.cli;

import dev.rozgar.application.document.Evolution;
import dev.rozgar.application.rebuild.Build;
import dev.rozgar.application.rebuild.IndexGenerations.Generation;
import dev.rozgar.application.rebuild.IndexReport;
import dev.rozgar.application.rebuild.Watch;
import dev.rozgar.bootstrap.SearchCopy;
import dev.rozgar.bootstrap.Wiring;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// The index as it is.
@Command(
        name = "status",
        description =
                "What is live, whether it is of this version's declaration, what it owes, and what is being built.",
        mixinStandardHelpOptions = true)
final class IndexStatusCommand implements Callable<Integer> {
    private static final Duration GLANCE = Duration.ofSeconds(1);

    @Mixin
    private final SettingsOptions options = new SettingsOptions();

    @Option(names = "--watch", description = "Tell it every second until no build is under way.")
    private boolean watch;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() {
        try (Wiring wiring = Wiring.open(options.read())) {
            SearchCopy copy = Building.copy(wiring);
            IndexReport report = copy.report();
            tell(report);
            while (watch && report.underWay().isPresent()) {
                Watch.sleep(GLANCE);
                report = copy.report();
                report.build().map(Progress::line).ifPresent(spec.commandLine().getOut()::println);
            }
        }
        return Rozgar.OK;
    }

    private void tell(IndexReport report) {
        PrintWriter out = spec.commandLine().getOut();
        var generations = report.generations();
        out.println("live        " + generations.live().map(Generation::name).orElse("none"));
        out.println("declaration " + declaration(report));
        out.println("documents   " + report.documents() + " of " + report.listed() + " listed jobs");
        out.println(
                "building    " + generations.building().map(Generation::name).orElse("none"));
        String kept = String.join(
                ", ", generations.kept().stream().map(Generation::name).toList());
        out.println("kept        " + (kept.isEmpty() ? "none" : kept));
        out.println("owed        " + report.backlog().due() + ", the oldest for "
                + report.backlog().oldest().toSeconds() + " s");
        out.println("set aside   " + report.backlog().setAside());
        report.build().ifPresent(build -> tell(build, out));
        if (!report.lacking().isEmpty())
            out.println("filling in  " + String.join(", ", report.lacking())
                    + "; until it is done PostgreSQL answers queries by them");
    }

    private static void tell(Build build, PrintWriter out) {
        out.println("last build  " + Progress.line(build));
        build.end().ifPresent(end -> end.remarks().forEach(remark -> out.println("            - " + remark)));
    }

    private static String declaration(IndexReport report) {
        String ours = report.declared().fingerprint();
        return report.evolution()
                .map(found -> found.kind() == Evolution.Kind.SAME
                        ? ours + ", this version's"
                        : report.generations()
                                        .live()
                                        .map(Generation::fingerprint)
                                        .orElse("none")
                                + ", but this version's is " + ours + " (" + found.text()
                                + "): run `rozgar index rebuild`")
                .orElse("none");
    }
}
