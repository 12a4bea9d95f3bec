package dev.rozgar.bootstrap.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import picocli.CommandLine;

/// What a run of the command line in this JVM answered.
record Said(int code, String out, String err) {
    static Said by(List<String> arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        String[] words = arguments.toArray(String[]::new);
        CommandLine program = Rozgar.commandLine(words)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .setUsageHelpAutoWidth(false)
                .setUsageHelpWidth(200);
        int code = program.execute(words);
        return new Said(code, out.toString(), err.toString());
    }

    static Said by(String arguments) {
        return by(List.of(arguments.split(" ")));
    }

    /// It ended with this code, told a person these words, and nobody had to read a stack.
    void failedWith(int expected, String... words) {
        assertEquals(expected, code, this::toString);
        assertEquals("", out);
        for (String word : words) assertTrue(err.contains(word), () -> word + " in\n" + err);
        assertFalse(err.contains("\tat "), err);
    }
}
