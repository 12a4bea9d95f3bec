package dev.rozgar.bootstrap.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rozgar.engines.FreePort;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/// The program as a process of its own, with engines of its own.
@Isolated("judges by the clock")
class DemoProcessTest {
    private static final Duration COLD = Duration.ofSeconds(150);
    private static final Duration WARM = Duration.ofSeconds(45);

    @TempDir
    Path dir;

    @Test
    void runsFromNothingKeepsItsDataAndLeavesNoProcess() throws Exception {
        String posted;
        try (Program demo = Program.start(demo())) {
            String guide = demo.awaitOutput("Try:(?:\\R  curl .*){5}\\R", COLD);
            for (String command : commands(guide)) posted = run(command);
            posted = run(commands(guide).getLast());
            demo.terminate();
            assertEquals(143, demo.awaitExit(Duration.ofSeconds(60)), demo::output);
            assertEquals(List.of(), demo.leftBehind(dir));
        }
        try (Program again = Program.start(demo())) {
            String guide = again.awaitOutput("Try:(?:\\R  curl .*){5}\\R", WARM);
            String address = find("serves at (\\S+) after", guide);
            String id = find("\"id\":(\\d+)", posted);
            assertTrue(run("curl -s -o /dev/null -w '%{http_code}' " + address + "/api/jobs/" + id)
                    .endsWith("200"));
            again.terminate();
            again.awaitExit(Duration.ofSeconds(60));
            assertEquals(List.of(), again.leftBehind(dir));
        }
    }

    @Test
    void saysAtOnceThatItsPortIsTaken() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
                Program demo =
                        Program.start(List.of("demo", "--dir", dir.toString(), "--port", "" + taken.getLocalPort()))) {
            assertEquals(Rozgar.FAILED, demo.awaitExit(Duration.ofSeconds(60)));
            assertTrue(demo.output().contains("--port"), demo::output);
            assertEquals(List.of(), demo.leftBehind(dir));
        }
    }

    private List<String> demo() throws IOException {
        return List.of("demo", "--jobs", "400", "--dir", dir.toString(), "--port", "" + FreePort.next());
    }

    private static List<String> commands(String guide) {
        return guide.lines()
                .map(String::strip)
                .filter(line -> line.startsWith("curl "))
                .toList();
    }

    /// Runs a command line as a person would, and expects an answer that is no error.
    private static String run(String command) throws IOException, InterruptedException {
        Process shell = new ProcessBuilder("bash", "-c", command.replaceFirst("curl", "curl -sS --fail"))
                .redirectErrorStream(true)
                .start();
        String output = new String(shell.getInputStream().readAllBytes(), UTF_8);
        assertEquals(0, shell.waitFor(), () -> command + "\n" + output);
        return output;
    }

    private static String find(String pattern, String text) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        assertTrue(matcher.find(), () -> pattern + " in\n" + text);
        return matcher.group(1);
    }
}
