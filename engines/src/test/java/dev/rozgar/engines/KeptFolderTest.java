package dev.rozgar.engines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A folder that outlives the server: reused, guarded, and cleaned of what a killed start left.
class KeptFolderTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void aSecondStartFindsTheData() throws SQLException {
        try (var first = open()) {
            Sql.run(first.database(), "create table kept as select 42 as x");
        }
        try (var second = open()) {
            assertEquals("42", Sql.ask(second.database(), "select x from kept"));
        }
    }

    @Test
    void aSecondStartBesideARunningOneIsRefusedWithTheFix() {
        try (var first = open()) {
            var refusal = assertThrows(EngineFailure.class, this::open);
            assertTrue(refusal.toString().contains("choose another folder"), refusal.toString());
            first.stop();
        }
    }

    @Test
    void processesOfAKilledStartAreEndedByTheNext() throws IOException, InterruptedException {
        var leftOver = new ProcessBuilder("sleep", "600").start();
        try (var home = NodeHome.open("PostgreSQL", Optional.of(folder))) {
            home.remember(ProcessTree.of(leftOver.toHandle()));
        }
        open().close();
        assertTrue(leftOver.waitFor(10, TimeUnit.SECONDS));
    }

    @Test
    void aPidFileThatNamesAForeignProcessHindersNothing() throws IOException, SQLException {
        try (var first = open()) {
            first.kill();
            var file = folder.resolve("postgresql/node/data/postmaster.pid");
            var lines = Files.readAllLines(file);
            lines.set(0, Long.toString(ProcessHandle.current().pid()));
            Files.write(file, lines);
        }
        try (var second = open()) {
            assertEquals("1", Sql.ask(second.database(), "select 1"));
        }
    }

    @Test
    void dataOfAnotherVersionIsRefusedWithTheFix() throws IOException {
        open().close();
        Files.writeString(folder.resolve("postgresql/node/data/PG_VERSION"), "15\n");
        var refusal = assertThrows(EngineFailure.class, this::open);
        assertTrue(refusal.toString().contains("belongs to PostgreSQL 15"), refusal.toString());
    }

    @Test
    void serversEndWithAJvmThatIsToldToEnd() throws IOException, InterruptedException {
        assertEquals(List.of(), servingUntil(Process::destroy));
    }

    /// By the kernel's word that the parent died; elsewhere than on Linux the next start does it.
    @Test
    void serversEndWithAJvmThatIsKilled() throws IOException, InterruptedException {
        assertEquals(List.of(), servingUntil(Process::destroyForcibly));
    }

    private static List<ProcessHandle> servingUntil(Consumer<Process> end) throws IOException, InterruptedException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var jvm = new ProcessBuilder(java, "-cp", System.getProperty("java.class.path"), Serving.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var out = jvm.inputReader()) {
            assertEquals("serving", out.readLine());
            var servers = jvm.toHandle().descendants().toList();
            assertFalse(servers.isEmpty());
            end.accept(jvm);
            assertTrue(jvm.waitFor(60, TimeUnit.SECONDS));
            new ProcessTree(jvm.toHandle(), servers).goneWithin(Duration.ofSeconds(20));
            return servers.stream().filter(ProcessTree::runs).toList();
        }
    }

    private PostgresEngine open() {
        return Engines.of(Map.of())
                .postgres(new EngineOptions(
                        Optional.of(folder), 0, 512, false, Set.of(Origin.EMBEDDED), Progress.SILENT));
    }
}
