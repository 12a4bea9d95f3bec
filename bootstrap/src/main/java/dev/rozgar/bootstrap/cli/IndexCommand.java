package dev.rozgar.bootstrap.cli;

import picocli.CommandLine.Command;

/// The operator's view of the index.
@Command(
        name = "index",
        description = "Shows, checks, rebuilds or takes back the search index.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            IndexStatusCommand.class,
            VerifyCommand.class,
            WhyCommand.class,
            IndexRebuildCommand.class,
            IndexRollbackCommand.class,
            IndexPruneCommand.class,
            IndexImpactCommand.class,
            IndexDeadLettersCommand.class,
            IndexRedriveCommand.class
        })
final class IndexCommand {}
