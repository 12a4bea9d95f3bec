package dev.rozgar.bootstrap.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/// What each verb says of itself, and to those who use it wrongly.
class VerbsTest {
    /// Of the whole program; the words of a verb are its path.
    record Verb(List<String> path, CommandLine command) {
        Said with(String option) {
            List<String> all = new ArrayList<>(path);
            all.add(option);
            return Said.by(all);
        }

        @Override
        public String toString() {
            return "rozgar " + String.join(" ", path);
        }
    }

    static Stream<Verb> verbs() {
        return with(new Verb(List.of(), Rozgar.commandLine()));
    }

    private static Stream<Verb> with(Verb verb) {
        var below = verb.command.getSubcommands().entrySet().stream().flatMap(entry -> {
            List<String> path = new ArrayList<>(verb.path);
            path.add(entry.getKey());
            return with(new Verb(path, entry.getValue()));
        });
        return Stream.concat(Stream.of(verb), below);
    }

    @Test
    void theseAreAllVerbs() {
        Set<String> all = new TreeSet<>();
        verbs().forEach(verb -> all.add(String.join(" ", verb.path)));
        assertEquals(
                new TreeSet<>(List.of(
                        "",
                        "bench",
                        "bench baseline",
                        "bench search",
                        "bench writes",
                        "config",
                        "demo",
                        "doctor",
                        "import",
                        "index",
                        "index dead-letters",
                        "index impact",
                        "index prune",
                        "index rebuild",
                        "index redrive",
                        "index rollback",
                        "index status",
                        "index verify",
                        "index verify queries",
                        "index why",
                        "index why job",
                        "keys",
                        "keys create",
                        "keys list",
                        "keys revoke",
                        "migrate",
                        "prove",
                        "relevance",
                        "seed",
                        "serve",
                        "train",
                        "verify",
                        "verify queries",
                        "why",
                        "why job")),
                all);
    }

    @ParameterizedTest
    @MethodSource("verbs")
    void helpTellsWhatItDoesAndEveryOption(Verb verb) {
        Said said = verb.with("--help");
        assertEquals(Rozgar.OK, said.code());
        assertEquals("", said.err());
        assertTrue(said.out().startsWith("Usage: " + verb), said::out);
        var spec = verb.command.getCommandSpec();
        String what = spec.usageMessage().description()[0];
        assertTrue(said.out().contains(what) && what.endsWith("."), said::out);
        for (OptionSpec option : spec.options()) assertTold(said, option.longestName(), option);
        for (ArgSpec argument : spec.positionalParameters()) assertTold(said, argument.paramLabel(), argument);
        for (String sub : verb.command.getSubcommands().keySet())
            if (!sub.equals("baseline")) assertTrue(said.out().contains("  " + sub + " "), said::out);
    }

    /// With a description of its own beside it.
    private static void assertTold(Said said, String name, ArgSpec argument) {
        assertTrue(argument.description().length > 0, () -> name + " has no description");
        assertTrue(
                said.out().lines().anyMatch(line -> line.matches(".*(^| )\\Q" + name + "\\E[ =].*\\p{L}{2}.*")),
                () -> name + " in\n" + said.out());
    }

    @ParameterizedTest
    @MethodSource("verbs")
    void tellsTheVersion(Verb verb) {
        Said said = verb.with("--version");
        assertEquals(Rozgar.OK, said.code());
        assertTrue(said.out().matches("rozgar \\d+\\.\\d+\\S* on Java 25\\S*\\R"), said::out);
    }

    @ParameterizedTest
    @MethodSource("verbs")
    void anUnknownOptionIsNamed(Verb verb) {
        List<String> all = new ArrayList<>(verb.path);
        // What is missing would be told first.
        for (ArgSpec argument : verb.command.getCommandSpec().args())
            if (argument.required())
                all.add(argument instanceof OptionSpec option ? option.longestName() + "=" + value(option) : "1");
        all.add("--nonsense");
        Said.by(all).failedWith(Rozgar.USAGE, "--nonsense", "Usage: " + verb);
    }

    private static String value(OptionSpec option) {
        return option.type().isEnum() ? String.valueOf(option.type().getEnumConstants()[0]) : "1";
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "keys create --role boss --label x             | RECRUITER",
                "keys create --role finance --label x --only fly | JOB_POST",
                "sreve                                         | sreve",
                "index                                         | rollback",
                "verify --range 5..1                           | --range = 5..1",
                "verify --since yesterday                      | --since = yesterday",
                "verify --since 1h --range 1..5                | not both",
                "verify --patience -1                          | --patience = -1",
                "why                                           | job",
                "why job 0                                     | ID = 0",
                "why job x                                     | is not a long",
                "index build                                   | build",
                "index rebuild --rate -1                       | --rate = -1",
                "index prune --keep -1                         | --keep = -1",
                "index dead-letters --limit 0                  | --limit = 0",
                "index redrive --id 0                          | --id = 0",
                "import                                        | FILE",
                "import jobs.csv --format xml                  | [CSV, NDJSON]",
                "import jobs.csv --shift-to yesterday          | 2026-03-01",
                "import one.csv two.csv                        | two.csv",
                "serve --port x                                | --port",
                "serve --port 99999                            | from 0 to 65535",
                "serve --set rozgar.server.port                | KEY=VALUE",
                "serve --set rozgar.srever.port=1              | rozgar.server.port",
                "migrate --config no-such-file.yaml            | no-such-file.yaml",
                "migrate --set rozgar.postgres.url=http://here | jdbc:postgresql://host:5432/database",
                "demo --jobs 0                                 | --jobs = 0: expected a whole number from 1",
                "seed --jobs -1                                | --jobs = -1",
                "seed --seed x                                 | --seed",
                "prove T99                                     | PROOF = T99: expected one of T1",
                "prove --seed x                                | --seed",
                "bench --rounds 0                              | --rounds = 0",
                "bench --page 101                              | --page = 101",
                "bench --gets 0                                | --gets = 0",
                "bench --posts 9 --concurrency 10              | --concurrency = 10: expected a whole number from 1 to 9"
            })
    void whatIsWrongWithACommandLineIsTold(String arguments, String word) {
        Said.by(arguments.strip()).failedWith(Rozgar.USAGE, word);
    }
}
