package dev.rozgar.adapters.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rozgar.adapters.postgres.sql.PostgresFailures;
import dev.rozgar.adapters.postgres.sql.PostgresPool;
import dev.rozgar.application.PortFailure;
import dev.rozgar.domain.job.JobId;
import dev.rozgar.engines.FreePort;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class PostgresTest {
    private static final TestDatabase DATABASE = TestDatabase.open();

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Test
    void answersWithItsVersion() {
        assertTrue(DATABASE.postgres().answers());
        assertTrue(DATABASE.postgres().version().matches("\\d+\\..*"));
    }

    @Test
    void opensWithoutAServerAndSaysSoWhenItIsAsked() {
        try (Postgres nobody = Postgres.open(nowhere())) {
            assertFalse(nobody.answers());
            PortFailure failure =
                    assertThrows(PortFailure.class, () -> nobody.jobRepository().find(new JobId(1)));
            assertEquals(PortFailure.Kind.UNAVAILABLE, failure.kind());
        }
    }

    @Test
    void goesOnAfterTheServerHasCutItsConnections() {
        DATABASE.postgres().jobRepository().find(new JobId(1));
        DATABASE.run("select pg_terminate_backend(pid) from pg_stat_activity"
                + " where datname = current_database() and pid <> pg_backend_pid()");

        // What was open is found out to be closed; at the latest, every connection is a new one.
        for (int i = 0;
                i
                                <= Objects.requireNonNull(
                                                DATABASE.postgres().pools().get("usual"))
                                        .max()
                        && !DATABASE.postgres().answers();
                i++) Thread.onSpinWait();
        assertTrue(DATABASE.postgres().answers());
    }

    @Test
    void keepsItsSessionsInUtcAndBounded() {
        List<String> names = List.of("TimeZone", "statement_timeout", "idle_in_transaction_session_timeout");
        try (PostgresPool pool = DATABASE.pool(1)) {
            List<String> values = names.stream()
                    .map(name -> pool.run("select current_setting('" + name + "')", statement -> {
                        try (var row = statement.executeQuery()) {
                            row.next();
                            return row.getString(1);
                        }
                    }))
                    .toList();
            assertEquals(List.of("UTC", "15s", "30s"), values);
        }
    }

    @Test
    void neverPrintsAPassword() {
        PostgresSettings settings = PostgresSettings.of(
                "jdbc:postgresql://db.example/rozgar?password=s3cret&ssl=true", "rozgar", "hunter2");

        assertEquals("rozgar at jdbc:postgresql://db.example/rozgar, 10 connections", settings.toString());
    }

    @Test
    void calls40P01WorthRepeatingAnd23505Not() {
        assertTrue(PostgresFailures.isWorthRepeating(new SQLException("deadlock", "40P01")));
        assertFalse(PostgresFailures.isWorthRepeating(new SQLException("duplicate", "23505")));
    }

    /// A port that nobody listens on.
    private static PostgresSettings nowhere() {
        return new PostgresSettings(
                "jdbc:postgresql://127.0.0.1:" + FreePort.next() + "/none",
                "nobody",
                "nothing",
                2,
                Duration.ofMillis(300),
                Duration.ofSeconds(1),
                new PostgresSettings.Lists(2, Duration.ofSeconds(1)));
    }
}
