package dev.rozgar.bootstrap.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rozgar.bootstrap.Board;
import dev.rozgar.engines.Database;
import dev.rozgar.engines.TestEngines;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What `train` keeps, and what is left where it cannot.
class TrainCommandTest {
    private static final Duration MOST = Duration.ofMinutes(3);
    private static final int SIGTERM = 143;

    @TempDir
    private Path dir;

    @Test
    void aLaterStartCanUseWhatItKeeps() throws IOException, InterruptedException {
        String jars = jars();
        Path cache = dir.resolve("rozgar-" + Runtime.version() + ".aot");
        try (Program train = train(jars, migrated())) {
            assertEquals(Rozgar.OK, train.awaitExit(MOST), train::output);
            assertTrue(train.output().contains("Later starts use " + cache + "."), train::output);
        }
        assertEquals(List.of(cache.getFileName().toString()), kept());
        // In this mode Java ends where the file is of no use.
        List<String> strictly = List.of("-XX:AOTCache=" + cache, "-XX:AOTMode=on");
        assertEquals(Rozgar.OK, version(jars, strictly).code());
        String others = dir + File.pathSeparator + jars;
        assertEquals(1, version(others, strictly).code());
        // As the launcher has it, Java does without and says nothing.
        Said stale = version(others, List.of("-XX:AOTCache=" + cache, "-Xlog:aot=off"));
        assertEquals(Rozgar.OK, stale.code());
        assertTrue(stale.out().matches("rozgar \\S+ on Java \\S+\\R"), stale::out);
    }

    @Test
    void keepsNothingOfAServiceThatDoesNotStart() throws IOException, InterruptedException {
        try (Program train = train(jars(), Map.of("rozgar.postgres.url", "jdbc:postgresql://127.0.0.1:1/rozgar"))) {
            assertEquals(Rozgar.FAILED, train.awaitExit(MOST), train::output);
            assertTrue(train.output().contains("the service did not start"), train::output);
            assertFalse(train.output().contains("\tat "), train::output);
            assertEquals(List.of(), train.leftBehind(dir));
        }
        assertEquals(List.of(), kept());
    }

    @Test
    void endsWithWhatItHasStarted() throws IOException, InterruptedException {
        try (Program train = train(jars(), migrated())) {
            train.awaitOutput("asking", MOST);
            train.terminate();
            assertEquals(SIGTERM, train.awaitExit(MOST), train::output);
            assertEquals(List.of(), train.leftBehind(dir));
        }
        assertEquals(List.of(), kept());
    }

    @Test
    void isForTheBuiltProgram() {
        Said.by("train").failedWith(Rozgar.FAILED, "./rozgar train");
    }

    private static Program train(String jars, Map<String, String> settings) throws IOException {
        return Program.start(jars, List.of(), arguments("train", settings));
    }

    private static Said version(String classPath, List<String> more) throws IOException, InterruptedException {
        try (Program program = Program.start(classPath, more, List.of("--version"))) {
            int code = program.awaitExit(MOST);
            return new Said(code, program.output(), "");
        }
    }

    private static Map<String, String> migrated() {
        Map<String, String> settings = settings(TestEngines.freshDatabase());
        assertEquals(Rozgar.OK, Said.by(arguments("migrate", settings)).code());
        return settings;
    }

    private static Map<String, String> settings(Database database) {
        Map<String, String> settings = new HashMap<>(Board.postgres(database));
        settings.put("rozgar.elasticsearch.prefix", TestEngines.freshIndexPrefix());
        settings.putAll(Board.PATIENT);
        settings.put(
                "rozgar.elasticsearch.url", TestEngines.elasticsearch().uri().toString());
        return settings;
    }

    private static List<String> arguments(String verb, Map<String, String> settings) {
        List<String> all = new ArrayList<>(List.of(verb));
        settings.forEach((key, value) -> all.addAll(List.of("--set", key + "=" + value)));
        return all;
    }

    /// The class path of this test without the tests; Java remembers nothing of classes that lie in folders.
    private String jars() {
        List<String> jars = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(Pattern.quote(File.pathSeparator))) {
            Path path = Path.of(entry);
            if (path.endsWith("test-classes")) continue;
            jars.add(Files.isDirectory(path) ? packed(path, jars.size()).toString() : entry);
        }
        return String.join(File.pathSeparator, jars);
    }

    private Path packed(Path classes, int number) {
        Path jar = dir.resolve(number + ".jar");
        int code = ToolProvider.findFirst("jar")
                .orElseThrow()
                .run(System.out, System.err, "--create", "--file", jar.toString(), "-C", classes.toString(), ".");
        assertEquals(0, code);
        return jar;
    }

    private List<String> kept() throws IOException {
        try (Stream<Path> files = Files.list(dir)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.endsWith(".jar"))
                    .sorted()
                    .toList();
        }
    }
}
