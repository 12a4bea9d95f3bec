package dev.rozgar.bootstrap.cli;

import dev.rozgar.application.document.SharedRow;
import dev.rozgar.application.indexing.FanOuts.Impact;
import dev.rozgar.application.listing.JobFields;
import dev.rozgar.bootstrap.Wiring;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// What a change would cost, before it is made.
@Command(
        name = "impact",
        description = "Tells how many jobs the index would have to take again if a row changed that they show.",
        mixinStandardHelpOptions = true)
final class IndexImpactCommand implements Callable<Integer> {
    @Mixin
    private final SettingsOptions options = new SettingsOptions();

    @Parameters(index = "0", paramLabel = "TABLE", description = "A table that jobs show, such as company or industry.")
    private String table = "";

    @Parameters(index = "1", paramLabel = "KEY", description = "The row's id, or its code where it has one.")
    private String key = "";

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() {
        var tables = new TreeSet<>(SharedRow.tables(JobFields.JOB));
        if (!tables.contains(table))
            throw new Refusal("No job shows a row of " + table + ". They show " + String.join(", ", tables) + ".");
        try (Wiring wiring = Wiring.open(options.read())) {
            Impact impact = SharedRow.parse(JobFields.JOB, table, key)
                    .flatMap(wiring.postgres().fanOuts()::impact)
                    .orElseThrow(() -> new Refusal("There is no " + table + " " + key + "."));
            tell(impact, spec.commandLine().getOut());
        }
        return Rozgar.OK;
    }

    private static void tell(Impact impact, PrintWriter out) {
        out.println("documents   " + impact.documents() + " show it");
        out.println("pending     " + impact.pending().documents() + " documents of "
                + impact.pending().changes() + " changes");
        out.println("eta         " + eta(impact.eta()));
    }

    private static String eta(Optional<Duration> time) {
        return time.map(it -> String.format(Locale.ROOT, "%.1f s", it.toMillis() / 1000.0))
                .orElse("not known: no such change was measured yet");
    }
}
