package dev.rozgar.bootstrap.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// With a script in place of the real tool, which need not be installed.
class AbTest {
    private static final URI SOMEWHERE = URI.create("http://127.0.0.1:9/x");

    @TempDir
    private Path bin = Path.of("set by JUnit");

    @TempDir
    private Path files = Path.of("set by JUnit");

    @Test
    void isSearchedForOnThePath() throws IOException {
        String elsewhere = files.resolve("nothing-here").toString();

        assertTrue(Ab.find(null, files).isEmpty());
        assertTrue(Ab.find(elsewhere, files).isEmpty());
        install("exit 0");
        assertTrue(Ab.find(elsewhere + File.pathSeparator + bin, files).isPresent());
    }

    @Test
    void isToldWhatToSend() throws IOException {
        Ab ab = install("""
                echo "$@" > "$(dirname "$0")/arguments"
                while [ $# -gt 1 ]; do
                  [ "$1" = -p ] && cp "$2" "$(dirname "$0")/body"
                  [ "$1" = -e ] && printf 'Percentage served,Time in ms\\n50,1.5\\n100,2.5\\n' > "$2"
                  shift
                done
                echo 'Time taken for tests:   2.000 seconds'
                echo 'Complete requests:      40'
                echo 'Failed requests:        0'
                echo 'HTML transferred:       400 bytes'
                """);
        byte[] body = "{\"a\":1}".getBytes(StandardCharsets.UTF_8);

        Run run = ab.send(new AbLoad(SOMEWHERE, Optional.of(body), Optional.of("rzg_some_key"), 10, true), 40);

        String told = Files.readString(bin.resolve("arguments"));
        for (String part : new String[] {
            "-n 40",
            "-c 10",
            "-v 2",
            "-l",
            "-T application/json",
            "-H Authorization: Bearer rzg_some_key",
            SOMEWHERE.toString()
        }) assertTrue(told.contains(part), part + " is not in " + told);
        assertEquals("{\"a\":1}", Files.readString(bin.resolve("body")));
        assertEquals(20, run.perSecond());
        assertEquals(2.5, run.p95());
        try (Stream<Path> left = Files.list(files)) {
            assertEquals(0, left.count(), "files are left behind");
        }
    }

    @Test
    void sendsNoMoreAtATimeThanAltogether() throws IOException {
        Ab ab = install("echo \"$@\" > \"$(dirname \"$0\")/arguments\"; exit 1");

        assertThrows(
                AbReport.UnreadableReport.class,
                () -> ab.warm(
                        new AbLoad(SOMEWHERE, Optional.empty(), Optional.empty(), 10, false),
                        3,
                        Duration.ofSeconds(2)));

        // -t sets a number of its own, so -n has to stand behind it.
        assertTrue(Files.readString(bin.resolve("arguments")).contains("-t 2 -n 3 -c 3"));
    }

    @Test
    void saysWhatTheToolSaidWhenItGivesUp() throws IOException {
        Ab ab = install("echo 'apr_pollset_poll: The timeout specified has expired (70007)'; exit 78");

        var refusal = assertThrows(
                AbReport.UnreadableReport.class,
                () -> ab.send(new AbLoad(SOMEWHERE, Optional.empty(), Optional.empty(), 10, false), 10));

        assertTrue(String.valueOf(refusal.getMessage()).contains("timeout specified has expired"));
    }

    @Test
    void knowsItsVersion() throws IOException {
        assertEquals(
                "2.3",
                install("echo 'This is ApacheBench, Version 2.3 <$Revision: 1934973 $>'")
                        .version());
    }

    private Ab install(String script) throws IOException {
        Path program = Files.writeString(bin.resolve("ab"), "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        return Ab.find(bin.toString(), files).orElseThrow();
    }
}
