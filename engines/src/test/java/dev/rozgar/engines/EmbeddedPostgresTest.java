package dev.rozgar.engines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresTest {
    private static final EngineOptions OPTIONS = EngineOptions.temporary().only(Origin.EMBEDDED);

    @Test
    void runsTheVersionOfTheBuild() throws SQLException {
        try (var postgres = open(OPTIONS)) {
            var version = Versions.ofBuild().postgres().replaceFirst("\\.0$", "");
            assertTrue(ask(postgres, "select version()").startsWith("PostgreSQL " + version + " "));
        }
    }

    @Test
    void sortsByCodePointAndKnowsOtherAlphabets() throws SQLException {
        try (var postgres = open(OPTIONS)) {
            assertEquals("Zé", ask(postgres, "select min(x) from (values ('a'), ('Zé')) v(x)"));
            assertEquals("zé", ask(postgres, "select lower('ZÉ')"));
        }
    }

    @Test
    void bringsTheExtensionsThatTextSearchNeeds() throws SQLException {
        try (var postgres = open(OPTIONS)) {
            run(postgres, "create extension unaccent");
            run(postgres, "create extension pg_trgm");
            assertEquals("Cafe", ask(postgres, "select unaccent('Café')"));
        }
    }

    @Test
    void keepsItsDataAndPortOverAnOrderlyStop() throws SQLException {
        try (var postgres = open(OPTIONS)) {
            run(postgres, "create table kept as select 42 as x");
            postgres.stop();
            postgres.start();
            assertEquals("42", ask(postgres, "select x from kept"));
        }
    }

    @Test
    void recoversWhatWasCommittedBeforeAnImmediateStop() throws SQLException {
        try (var postgres = open(OPTIONS)) {
            run(postgres, "create table kept as select 42 as x");
            postgres.stopImmediately();
            postgres.start();
            assertEquals("42", ask(postgres, "select x from kept"));
        }
    }

    @Test
    void recoversWhatWasCommittedBeforeItWasKilled() throws SQLException {
        try (var postgres = open(OPTIONS)) {
            run(postgres, "create table kept as select 42 as x");
            postgres.kill();
            assertThrows(SQLException.class, () -> ask(postgres, "select 1"));
            postgres.start();
            assertEquals("42", ask(postgres, "select x from kept"));
        }
    }

    @Test
    void answersAgainAfterAPauseInWhichItDidNot() throws SQLException {
        try (var postgres = open(OPTIONS)) {
            postgres.pause();
            assertThrows(
                    SQLException.class,
                    () -> DriverManager.getConnection(
                            postgres.jdbcUrl() + "?loginTimeout=1", postgres.user(), postgres.password()));
            postgres.resume();
            assertEquals("1", ask(postgres, "select 1"));
        }
    }

    @Test
    void leavesNoProcessBehindWhenStoppedOrClosed() {
        var before = Children.now();
        try (var postgres = open(OPTIONS)) {
            assertTrue(Children.since(before).size() > 1);
            postgres.stop();
            assertEquals(List.of(), Children.since(before));
            postgres.start();
        }
        assertEquals(List.of(), Children.since(before));
    }

    @Test
    void aSecondStartInTheSameFolderFindsTheData(@TempDir Path folder) throws SQLException {
        var kept = EngineOptions.kept(folder).only(Origin.EMBEDDED);
        try (var first = open(kept)) {
            run(first, "create table kept as select 42 as x");
        }
        try (var second = open(kept)) {
            assertEquals("42", ask(second, "select x from kept"));
        }
    }

    @Test
    void aSecondStartBesideARunningOneIsRefusedWithTheFix(@TempDir Path folder) {
        var kept = EngineOptions.kept(folder).only(Origin.EMBEDDED);
        try (var first = open(kept)) {
            var refusal = assertThrows(EngineFailure.class, () -> open(kept));
            assertTrue(refusal.toString().contains("choose another folder"), refusal.toString());
            first.stop();
        }
    }

    @Test
    void aTakenPortIsRefusedWithTheFixAndLeavesNothing() {
        var before = Children.now();
        try (var first = open(OPTIONS)) {
            var port = Integer.parseInt(first.jdbcUrl().replaceAll(".*:(\\d+)/.*", "$1"));
            var running = Children.now();
            var refusal = assertThrows(EngineFailure.class, () -> open(OPTIONS.onPort(port)));
            assertTrue(refusal.toString().contains("Port " + port)
                    && refusal.toString().contains("choose another"));
            assertEquals(List.of(), Children.since(running));
        }
        assertEquals(List.of(), Children.since(before));
    }

    private static PostgresEngine open(EngineOptions options) {
        return Engines.of(Map.of()).postgres(options);
    }

    private static String ask(PostgresEngine postgres, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(postgres.jdbcUrl(), postgres.user(), postgres.password());
                var rows = connection.createStatement().executeQuery(sql)) {
            assertTrue(rows.next());
            return rows.getString(1);
        }
    }

    private static void run(PostgresEngine postgres, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(postgres.jdbcUrl(), postgres.user(), postgres.password());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
