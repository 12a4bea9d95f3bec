package dev.rozgar.bootstrap.cli;

import dev.rozgar.bootstrap.BuildInfo;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.TypeConversionException;

/// The command line as a whole.
@Command(
        name = "rozgar",
        description = "A job board: PostgreSQL is the truth, Elasticsearch the read model.",
        mixinStandardHelpOptions = true,
        versionProvider = Rozgar.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            DemoCommand.class,
            ServeCommand.class,
            MigrateCommand.class,
            SeedCommand.class,
            ImportCommand.class,
            IndexCommand.class,
            VerifyCommand.class,
            WhyCommand.class,
            RelevanceCommand.class,
            BenchCommand.class,
            ProveCommand.class,
            KeysCommand.class,
            DoctorCommand.class,
            ConfigCommand.class
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:it failed; the message says why and what to do",
            "2:the command line or a setting is wrong; nothing was started",
            "3:done in part: some rows were rejected, or the new index was given up; or the index differs,"
                    + " or a promise is broken",
            "130, 143:stopped in order, by Ctrl-C or SIGTERM"
        })
public final class Rozgar {
    static final int OK = 0;
    static final int FAILED = 1;
    static final int USAGE = 2;
    static final int IN_PART = 3;

    private Rozgar() {}

    /// @return the exit code
    public static int run(String... args) {
        return commandLine().execute(args);
    }

    static CommandLine commandLine() {
        CommandLine all = new CommandLine(new Rozgar())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpAutoWidth(true)
                .setExecutionExceptionHandler(new Failures())
                .registerConverter(LocalDate.class, Rozgar::date);
        all.getSubcommands().values().forEach(Rozgar::giveVersion);
        return all;
    }

    /// Of itself a verb has the option and nothing to say.
    private static void giveVersion(CommandLine verb) {
        verb.getCommandSpec().versionProvider(new Version());
        verb.getSubcommands().values().forEach(Rozgar::giveVersion);
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException noDate) {
            throw new TypeConversionException("'" + text + "' is no date such as 2026-03-01");
        }
    }

    /// Also names the Java that runs, since that is what people get wrong.
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"rozgar " + BuildInfo.version() + " on Java " + Runtime.version()};
        }
    }
}
