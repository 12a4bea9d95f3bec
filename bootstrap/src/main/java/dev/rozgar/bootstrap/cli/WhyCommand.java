package dev.rozgar.bootstrap.cli;

import dev.rozgar.application.checking.CheckedTruth.Facts;
import dev.rozgar.application.checking.Explanation;
import dev.rozgar.application.checking.Standing.Debt;
import dev.rozgar.bootstrap.SearchCopy;
import dev.rozgar.bootstrap.Wiring;
import dev.rozgar.domain.job.JobId;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Instant;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Why the index shows what it shows.
@Command(
        name = "why",
        description = "Tells why a search shows something, or does not.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "job")
final class WhyCommand {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Command(
            name = "job",
            description =
                    "What PostgreSQL, its ledger and the index say of one job, where they differ, and what to do.",
            mixinStandardHelpOptions = true,
            exitCodeListHeading = "%nExit codes:%n",
            exitCodeList = {"0:the index has it right, or will soon", "3:the index has it wrong"})
    int job(
            @Mixin SettingsOptions options,
            @Parameters(paramLabel = "ID", description = "The job's number.") long id,
            @Option(names = "--json", description = "Print it as JSON.") boolean json) {
        if (id < 1) throw new WrongOption("ID = " + id + ": expected a whole number above zero");
        Instant now = Clock.systemUTC().instant();
        try (Wiring wiring = Wiring.open(options.read())) {
            SearchCopy copy =
                    wiring.copy().orElseThrow(() -> new Refusal("There is no index: rozgar.write_policy is sql_only."));
            Explanation why = copy.check().explain().handle(new JobId(id), now);
            PrintWriter out = spec.commandLine().getOut();
            if (json) out.println(CheckJson.of(why));
            else tell(why, out);
            return isRight(why) ? Rozgar.OK : Rozgar.IN_PART;
        }
    }

    private static boolean isRight(Explanation why) {
        return switch (why.state()) {
            case IN_STEP, UNDER_WAY -> true;
            case MISSING, EXTRA, STALE, FUTURE, DIFFERENT -> false;
        };
    }

    private static void tell(Explanation why, PrintWriter out) {
        out.println("job       " + why.id());
        out.println("truth     " + why.facts().map(facts -> truth(facts, why)).orElse("there is no such job"));
        out.println("ledger    " + why.ledger().map(WhyCommand::ledger).orElse("has never heard of it"));
        if (why.spreading())
            out.println("          a change of many documents waits to be spread, perhaps over this one");
        out.println("index     " + index(why));
        out.println("answer    " + why.answer());
        out.println("so it is  " + Words.of(why.state()));
        why.fields().forEach(field -> VerifyCommand.tell(field, out));
        out.println("to do     " + why.repair());
        why.command().ifPresent(command -> out.println("          " + command));
    }

    private static String truth(Facts facts, Explanation why) {
        String removed = facts.removed().map(at -> ", removed " + at).orElse("");
        String listed = why.listed() ? why.shown() ? ", listed and shown" : ", listed, not shown now" : ", not listed";
        String window = facts.from()
                .map(from -> ", from " + from
                        + facts.until().map(until -> " until " + until).orElse(""))
                .orElse("");
        return facts.state() + removed + listed + window;
    }

    private static String ledger(Debt debt) {
        String paid = debt.setAside()
                ? ", set aside"
                : debt.owed() ? ", owed since " + debt.since() + ", next try " + debt.nextTry() : ", paid";
        return "change " + debt.wanted() + ", acknowledged " + debt.indexed() + ", version " + debt.version() + paid
                + (debt.tries() > 0 ? ", refused " + debt.tries() + " times" : "");
    }

    private static String index(Explanation why) {
        String held = why.held()
                .map(version -> "holds version " + version + (why.marker() ? ", a marker of its absence" : ""))
                .orElse("holds nothing");
        return held
                + why.visible()
                        .map(version -> "; searches find version " + version)
                        .orElse("; searches find nothing");
    }
}
