package dev.rozgar.bootstrap.cli;

import dev.rozgar.bootstrap.BuildInfo;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
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

    private static final List<Class<?>> VERBS = List.of(
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
            ConfigCommand.class,
            TrainCommand.class);

    private Rozgar() {}

    /// @return the exit code
    public static int run(String... args) {
        return commandLine(args).execute(args);
    }

    /// The command line that these words are for. Where the first is a verb, the others are left out: to read what they
    /// say of themselves takes as long as a small verb does.
    static CommandLine commandLine(String... args) {
        CommandLine program = new CommandLine(new Rozgar());
        List<Class<?>> meant = VERBS.stream()
                .filter(verb -> args.length > 0 && name(verb).equals(args[0]))
                .toList();
        for (Class<?> verb : meant.isEmpty() ? VERBS : meant) program.addSubcommand(verb);
        program.setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpAutoWidth(true)
                .setExecutionExceptionHandler(new Failures())
                .registerConverter(LocalDate.class, Rozgar::date);
        program.getSubcommands().values().forEach(Rozgar::giveVersion);
        return program;
    }

    private static String name(Class<?> verb) {
        return verb.getAnnotation(Command.class).name();
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
