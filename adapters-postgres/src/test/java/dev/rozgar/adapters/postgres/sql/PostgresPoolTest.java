package dev.rozgar.adapters.postgres.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rozgar.adapters.postgres.TestDatabase;
import dev.rozgar.application.PortFailure;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Connections whose other end is gone, in the half second in which the pool trusts them.
class PostgresPoolTest {
    private static final TestDatabase DATABASE = TestDatabase.open();
    private static final String WHO = "select pg_backend_pid()";
    private static final long AT_ONCE = TimeUnit.SECONDS.toNanos(1);
    private static final long TRUSTED = TimeUnit.MILLISECONDS.toNanos(500);

    private final PostgresPool pool = DATABASE.pool(1);

    @BeforeAll
    static void create() {
        DATABASE.run("create sequence twice; create sequence late; create sequence third");
    }

    @AfterEach
    void closePool() {
        pool.close();
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Test
    void aQuestionGoesByANewConnectionWhenItsOwnHasDied() {
        int first = ask();

        terminate();

        assertNotEquals(first, ask());
    }

    @Test
    void aChangeIsNotRepeatedSinceItMayHaveBeenDone() {
        Optional<PortFailure> failure = Optional.empty();
        for (int turn = 0; failure.isEmpty() && turn < 20; turn++) {
            DATABASE.run("alter sequence third restart");
            long begun = System.nanoTime();
            ask();
            terminate();
            failure = changed();
            // After half a second the pool looks whether a connection is alive before it hands it out.
            assertTrue(failure.isPresent() || System.nanoTime() - begun >= TRUSTED, "a change was asked for twice");
        }

        assertEquals(
                PortFailure.Kind.UNAVAILABLE,
                failure.orElseThrow(() -> new AssertionError("never within half a second"))
                        .kind());
        assertEquals(List.of("f"), DATABASE.ask("select is_called from third"));
    }

    private Optional<PortFailure> changed() {
        try {
            pool.changing("select nextval('third')", _ -> 0);
            return Optional.empty();
        } catch (PortFailure failure) {
            return Optional.of(failure);
        }
    }

    @Test
    void aQuestionIsAskedTwiceAtMost() {
        long took;
        do {
            DATABASE.run("alter sequence twice restart");
            // With a connection that is there already.
            ask();
            long begun = System.nanoTime();
            assertUnavailable("select nextval('twice'), pg_terminate_backend(pg_backend_pid())");
            took = System.nanoTime() - begun;
        } while (took >= AT_ONCE);

        assertEquals(List.of("2"), DATABASE.ask("select last_value from twice"));
    }

    /// Its time may be up already.
    @Test
    void aQuestionWhoseConnectionBreaksLaterIsNotAskedAgain() {
        assertUnavailable("select nextval('late'), pg_sleep(1.1), pg_terminate_backend(pg_backend_pid())");

        assertEquals(List.of("1"), DATABASE.ask("select last_value from late"));
    }

    private void assertUnavailable(String question) {
        var failure = assertThrows(PortFailure.class, () -> pool.rows(question, _ -> 0));
        assertEquals(PortFailure.Kind.UNAVAILABLE, failure.kind());
    }

    private int ask() {
        List<Integer> answered = pool.rows(WHO, row -> row.getInt(1));
        return answered.getFirst();
    }

    private static void terminate() {
        DATABASE.ask("select pg_terminate_backend(pid, 5000) from pg_stat_activity"
                + " where datname = current_database() and pid <> pg_backend_pid()");
    }
}
