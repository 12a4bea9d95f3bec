package dev.rozgar.engines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// One server for all facts, each of which leaves it running.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EmbeddedPostgresTest {
    private static final EngineOptions OPTIONS = EngineOptions.temporary().only(Origin.EMBEDDED);

    private final Set<Long> before = Children.now();
    private final PostgresEngine postgres = Engines.of(Map.of()).postgres(OPTIONS);

    @BeforeAll
    void givenACommittedRow() throws SQLException {
        run("create table kept as select 42 as x");
    }

    @AfterAll
    void leavesNoProcessWhenClosed() {
        postgres.close();
        assertEquals(List.of(), Children.since(before));
    }

    @Test
    void runsTheVersionOfTheBuild() throws SQLException {
        var version = Versions.ofBuild().postgres().replaceFirst("\\.0$", "");
        assertTrue(ask("select version()").startsWith("PostgreSQL " + version + " "));
    }

    @Test
    void sortsByCodePointAndKnowsOtherAlphabets() throws SQLException {
        assertEquals("Zé", ask("select min(x) from (values ('a'), ('Zé')) v(x)"));
        assertEquals("zé", ask("select lower('ZÉ')"));
    }

    @Test
    void bringsTheExtensionsThatTextSearchNeeds() throws SQLException {
        run("create extension unaccent");
        run("create extension pg_trgm");
        assertEquals("Cafe", ask("select unaccent('Café')"));
    }

    @Test
    void keepsItsDataOverAStopThatLeavesNoProcess() throws SQLException {
        postgres.stop();
        assertEquals(List.of(), Children.since(before));
        postgres.start();
        assertEquals("42", ask("select x from kept"));
    }

    @Test
    void goesBackToAColdBackup(@TempDir Path backup) throws SQLException {
        run("create table before_backup as select 1 as x");
        postgres.stop();
        postgres.copyFiles(backup);
        postgres.start();
        run("create table after_backup as select 1 as x");
        assertThrows(EngineFailure.class, () -> postgres.putBack(backup), "it runs");
        postgres.stop();
        postgres.putBack(backup);
        postgres.start();
        assertEquals("1", ask("select x from before_backup"));
        assertEquals("0", ask("select count(*) from pg_class where relname = 'after_backup'"));
    }

    @Test
    void tellsWhatItsProcessEndedWith() {
        assertTrue(postgres.processes().size() > 1, "it has children of its own");
        postgres.kill();
        assertEquals(137, postgres.lastExit().orElseThrow());
        assertEquals(List.of(), postgres.processes());
        postgres.start();
    }

    @Test
    void recoversWhatWasCommittedBeforeAnImmediateStop() throws SQLException {
        run("create table before_immediate as select 1 as x");
        postgres.stopImmediately();
        postgres.start();
        assertEquals("1", ask("select x from before_immediate"));
    }

    @Test
    void recoversWhatWasCommittedBeforeItWasKilled() throws SQLException {
        run("create table before_kill as select 1 as x");
        postgres.kill();
        assertThrows(SQLException.class, () -> ask("select 1"));
        postgres.start();
        assertEquals("1", ask("select x from before_kill"));
    }

    @Test
    void answersAgainAfterAPauseInWhichItDidNot() throws SQLException {
        postgres.pause();
        assertThrows(
                SQLException.class,
                () -> DriverManager.getConnection(
                                postgres.jdbcUrl() + "?loginTimeout=1", postgres.user(), postgres.password())
                        .close());
        postgres.resume();
        assertEquals("1", ask("select 1"));
    }

    @Test
    void aTakenPortIsRefusedWithTheFixAndLeavesNothing() {
        var port = Integer.parseInt(postgres.jdbcUrl().replaceAll(".*:(\\d+)/.*", "$1"));
        var running = Children.now();
        var refusal =
                assertThrows(EngineFailure.class, () -> Engines.of(Map.of()).postgres(OPTIONS.onPort(port)));
        assertTrue(refusal.toString().contains("Port " + port)
                && refusal.toString().contains("choose another"));
        assertEquals(List.of(), Children.since(running));
    }

    private String ask(String sql) throws SQLException {
        return Sql.ask(postgres.database(), sql);
    }

    private void run(String sql) throws SQLException {
        Sql.run(postgres.database(), sql);
    }
}
