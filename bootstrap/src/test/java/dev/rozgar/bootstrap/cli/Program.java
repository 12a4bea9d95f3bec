package dev.rozgar.bootstrap.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import dev.rozgar.bootstrap.Main;
import dev.rozgar.bootstrap.process.ServiceProcess;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Our program in a process of its own, as the launcher runs it.
final class Program implements AutoCloseable {
    private final Process process;
    private final StringBuffer output = new StringBuffer();
    private final Thread reader;

    private Program(Process process) {
        this.process = process;
        this.reader = Thread.ofPlatform().daemon().start(this::read);
    }

    static Program start(List<String> arguments) throws IOException {
        return start(System.getProperty("java.class.path"), List.of(), arguments);
    }

    /// @param more options of its virtual machine
    static Program start(String classPath, List<String> more, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(ServiceProcess.AS_LAUNCHED);
        command.addAll(more);
        command.addAll(List.of("-cp", classPath, Main.class.getName()));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        // Whatever the tests' own engines are, these processes bring theirs.
        builder.environment().keySet().removeIf(name -> name.startsWith("ROZGAR_"));
        // Java would say that it has seen them.
        builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS"));
        return new Program(builder.start());
    }

    String output() {
        return output.toString();
    }

    /// Everything up to and including the first match.
    String awaitOutput(String pattern, Duration most) throws InterruptedException {
        Pattern wanted = Pattern.compile(pattern);
        long deadline = System.nanoTime() + most.toNanos();
        while (System.nanoTime() < deadline) {
            String said = output();
            Matcher matcher = wanted.matcher(said);
            if (matcher.find()) return said.substring(0, matcher.end());
            if (!process.isAlive()) fail("it ended with " + process.exitValue() + ":\n" + said);
            Thread.sleep(20);
        }
        return fail("not within " + most.toSeconds() + " s: " + pattern + " in\n" + output());
    }

    /// SIGTERM.
    void terminate() {
        process.destroy();
    }

    /// SIGKILL: nothing is tidied up.
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    int awaitExit(Duration most) throws InterruptedException {
        assertTrue(process.waitFor(most.toMillis(), TimeUnit.MILLISECONDS), () -> "still running:\n" + output());
        // A child of it that lives on would keep the output open.
        reader.join(Duration.ofSeconds(5));
        return process.exitValue();
    }

    /// Processes that have this folder in their command line, whoever their parent is now.
    List<String> leftBehind(Path dir) {
        return ProcessHandle.allProcesses()
                .filter(ProcessHandle::isAlive)
                .map(one -> one.info().commandLine())
                .flatMap(Optional::stream)
                .filter(line -> line.contains(dir.toString()))
                .toList();
    }

    private void read() {
        try (BufferedReader lines = process.inputReader()) {
            for (int next = lines.read(); next >= 0; next = lines.read()) output.append((char) next);
        } catch (IOException ended) {
            output.append(ended);
        }
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(60, TimeUnit.SECONDS)) process.destroyForcibly();
    }
}
