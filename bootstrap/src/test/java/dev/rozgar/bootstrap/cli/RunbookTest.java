package dev.rozgar.bootstrap.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A person who is woken at night types what the runbook says: all of it must exist.
class RunbookTest {
    private static final Path RUNBOOK = Path.of("../docs/RUNBOOK.md");
    private static final Pattern COMMAND = Pattern.compile("\\./rozgar ([^`\\n#]+)");

    static Stream<String> commands() throws IOException {
        Set<String> commands = new TreeSet<>();
        COMMAND.matcher(Files.readString(RUNBOOK))
                .results()
                .forEach(found -> commands.add(found.group(1).strip()));
        assertTrue(commands.size() >= 5, commands::toString);
        return commands.stream();
    }

    /// With the arguments it is given, so that an option that is none is found too.
    @ParameterizedTest
    @MethodSource("commands")
    void exists(String command) {
        List<String> words = new ArrayList<>(Arrays.asList(command.split(" ")));
        words.add("--help");
        Said said = Said.by(words);

        assertEquals(0, said.code(), said::toString);
        assertTrue(said.out().contains("Usage: rozgar " + String.join(" ", verbs(words))), said::toString);
    }

    private static List<String> verbs(List<String> words) {
        return words.stream()
                .takeWhile(word -> word.matches("[a-z][a-z-]*"))
                .limit(2)
                .toList();
    }
}
