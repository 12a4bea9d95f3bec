package dev.rozgar.bootstrap.cli;

import dev.rozgar.application.checking.Difference;
import dev.rozgar.application.checking.FieldDifference;
import dev.rozgar.application.checking.Findings;
import dev.rozgar.application.checking.IdRange;
import dev.rozgar.application.checking.Moments;
import dev.rozgar.application.checking.Patience;
import dev.rozgar.application.checking.VerifyIndex.Order;
import dev.rozgar.application.checking.VerifyIndex.Scope;
import dev.rozgar.application.indexing.JobIndex.Slot;
import dev.rozgar.bootstrap.SearchCopy;
import dev.rozgar.bootstrap.Wiring;
import dev.rozgar.bootstrap.terminal.Bar;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Whether the index says what PostgreSQL says.
@Command(
        name = "verify",
        description = "Compares the index with PostgreSQL, and has put right what differs.",
        mixinStandardHelpOptions = true,
        subcommands = VerifyQueriesCommand.class,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:the index is in step", "3:jobs differ, whether or not they are owed anew"})
final class VerifyCommand implements Callable<Integer> {
    private static final int FIELDS = 5;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Mixin
    private final SettingsOptions options = new SettingsOptions();

    @Option(
            names = "--repair",
            description = "Owe anew what differs, and nothing else; a running service then writes it.")
    private boolean repair;

    @Option(
            names = "--deep",
            description =
                    "Compare what all documents say, rather than their versions; takes about as long as a rebuild.")
    private boolean deep;

    @Option(
            names = "--since",
            paramLabel = "WHEN",
            description = "Only jobs that changed since, such as 15m, 2h, 3d or 2026-03-01T09:00:00Z; always deep.")
    private @Nullable String since;

    @Option(names = "--range", paramLabel = "A..B", description = "Only jobs with these ids, such as 1..5000.")
    private @Nullable String range;

    @Option(
            names = "--patience",
            paramLabel = "SECONDS",
            defaultValue = "10",
            description = "How long to wait for what is under way, ${DEFAULT-VALUE} by default.")
    private int patience;

    @Option(names = "--json", description = "Print the result as JSON.")
    private boolean json;

    @Override
    public Integer call() {
        Scope scope = scope(Clock.systemUTC().instant());
        WrongOption.unlessWithin("--patience", patience, 0, 3_600);
        var order = new Order(scope, deep, repair, Patience.upTo(Duration.ofSeconds(patience)));
        try (Wiring wiring = Wiring.open(options.read())) {
            SearchCopy copy =
                    wiring.copy().orElseThrow(() -> new Refusal("There is no index: rozgar.write_policy is sql_only."));
            Findings findings = verify(copy, order);
            PrintWriter out = spec.commandLine().getOut();
            if (json) out.println(CheckJson.of(findings));
            else tell(findings, out);
            return findings.isInStep() ? Rozgar.OK : Rozgar.IN_PART;
        }
    }

    private static Findings verify(SearchCopy copy, Order order) {
        try (Bar bar = Bar.open("verifying")) {
            return copy.check().verify(Slot.LIVE).handle(order, bar::at);
        }
    }

    private Scope scope(Instant now) {
        if (since != null && range != null) throw new WrongOption("--since and --range: one of them, not both");
        if (since != null)
            return new Scope.Since(Moments.before(now, since)
                    .orElseThrow(() -> new WrongOption(
                            "--since = " + since + ": expected a duration such as 15m, 2h, 3d, or a moment")));
        if (range != null)
            return new Scope.Ids(IdRange.parse(range)
                    .orElseThrow(() -> new WrongOption("--range = " + range + ": expected ids such as 1..5000")));
        return Scope.everything();
    }

    private static void tell(Findings findings, PrintWriter out) {
        findings.first().forEach(difference -> tell(difference, out));
        long untold = findings.differences() - findings.first().size();
        if (untold > 0) out.println("… and " + untold + " more");
        out.println(findings.checked() + " jobs checked in " + findings.took().toMillis() + " ms, "
                + findings.compared() + " of them one by one");
        if (findings.unsettled() > 0)
            out.println(findings.unsettled() + " still under way, and not judged: ask again, or with more --patience");
        if (findings.renumbered() > 0)
            out.println(findings.renumbered() + " say the same under another number than the ledger's: no difference");
        out.println(findings.isInStep() ? "The index is in step." : verdict(findings));
    }

    private static String verdict(Findings findings) {
        String kinds = findings.counts().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> entry.getValue() + " " + Words.of(entry.getKey()))
                .collect(Collectors.joining(", "));
        String then = findings.repaired() > 0
                ? findings.repaired() + " are owed anew, for a running service to write."
                : "`--repair` owes them anew.";
        return findings.differences() + " differ: " + kinds + ". " + then;
    }

    private static void tell(Difference difference, PrintWriter out) {
        out.println("job " + difference.id() + "  " + Words.of(difference.kind()) + "  ledger's version "
                + difference.version() + ", the index's "
                + difference.held().map(String::valueOf).orElse("none")
                + difference.cause().map(cause -> "  (" + cause + ")").orElse(""));
        difference.fields().stream().limit(FIELDS).forEach(field -> tell(field, out));
        if (difference.fields().size() > FIELDS)
            out.println("    … and " + (difference.fields().size() - FIELDS) + " more fields");
    }

    static void tell(FieldDifference field, PrintWriter out) {
        out.println("    " + (field.path().isEmpty() ? "the whole" : field.path()) + ": "
                + (field.truth().isEmpty() ? "nothing" : field.truth()) + ", in the index "
                + (field.copy().isEmpty() ? "nothing" : field.copy()));
    }
}
