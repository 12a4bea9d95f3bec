package dev.rozgar.bootstrap.cli;

import dev.rozgar.application.indexing.IndexLedger.Backlog;
import dev.rozgar.application.indexing.JobIndex;
import dev.rozgar.application.listing.JobFields;
import dev.rozgar.application.rebuild.RebuildIndex;
import dev.rozgar.bootstrap.SearchCopy;
import dev.rozgar.bootstrap.Wiring;
import dev.rozgar.bootstrap.terminal.Bar;
import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// The operator's view of the index.
@Command(
        name = "index",
        description = "Shows or rebuilds the search index.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "status|rebuild")
final class IndexCommand {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Command(
            name = "status",
            description = "What is live, whether it is of this version's declaration, and what it owes.",
            mixinStandardHelpOptions = true)
    int status(@Mixin SettingsOptions options) {
        try (Wiring wiring = Wiring.open(options.read())) {
            SearchCopy copy = copy(wiring);
            JobIndex.Status status = copy.index().status();
            Backlog backlog = wiring.postgres().indexLedger().backlog();
            PrintWriter out = spec.commandLine().getOut();
            out.println("live        " + status.live().orElse("none"));
            out.println("declaration " + declaration(status));
            out.println("documents   " + status.documents() + " of "
                    + wiring.postgres().listedJobs().count() + " listed jobs");
            out.println("building    " + status.building().orElse("none"));
            out.println("owed        " + backlog.due() + ", the oldest for "
                    + backlog.oldest().toSeconds() + " s");
            out.println("set aside   " + backlog.setAside());
        }
        return Rozgar.OK;
    }

    @Command(
            name = "rebuild",
            description = "Builds a new index beside the live one and swaps, while the service goes on.",
            mixinStandardHelpOptions = true,
            exitCodeListHeading = "%nExit codes:%n",
            exitCodeList = {"0:the new index is live", "3:it held too little and was given up; see --force"})
    int rebuild(
            @Mixin SettingsOptions options,
            @Option(names = "--force", description = "Swap however little the new index holds.") boolean force) {
        try (Wiring wiring = Wiring.open(options.read())) {
            RebuildIndex.Result result = rebuild(copy(wiring), force);
            spec.commandLine()
                    .getOut()
                    .println(result.written() + " jobs written, " + result.refused() + " refused; "
                            + (result.promoted() ? "the new index is live." : "too few: the new index was given up."));
            return result.promoted() ? Rozgar.OK : Rozgar.IN_PART;
        }
    }

    private static RebuildIndex.Result rebuild(SearchCopy copy, boolean force) {
        try (Bar bar = Bar.open("indexing")) {
            return copy.rebuild(force, bar::at)
                    .orElseThrow(() -> new Refusal("Another process is building an index at the moment."));
        }
    }

    private static SearchCopy copy(Wiring wiring) {
        return wiring.copy().orElseThrow(() -> new Refusal("There is no index: rozgar.write_policy is sql_only."));
    }

    private static String declaration(JobIndex.Status status) {
        String ours = JobFields.JOB.fingerprint();
        return status.fingerprint()
                .map(its -> its.equals(ours)
                        ? ours + ", this version's"
                        : its + ", but this version's is " + ours + ": run `rozgar index rebuild`")
                .orElse("none");
    }
}
