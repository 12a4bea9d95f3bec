package dev.rozgar.adapters.postgres.change;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.rozgar.adapters.postgres.MoveAJob;
import dev.rozgar.adapters.postgres.TestDatabase;
import dev.rozgar.application.change.Terms;
import dev.rozgar.domain.job.JobId;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The log against somebody with psql.
class TransitionTableTest {
    private static final TestDatabase DATABASE = TestDatabase.open();
    private static final String LINE = """
            insert into transition (kind, subject_id, sequence, move, from_state, to_state, actor_role, actor_subject, version, at)
            values ('JOB', %s, 1, %s, %s, 'PAUSED', 'SYSTEM', 'system:test', 1, now())
            """;

    private final JobId id = moved();

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update transition set reason = 'another'",
                "update transition set reason = 'another' where false",
                "delete from transition",
                "truncate transition",
                "insert into transition select * from transition on conflict on constraint transition_pkey"
                        + " do update set reason = 'another'"
            })
    void refusesToForgetOrToChangeALine(String sql) {
        String before = lines();

        assertEquals("42501", refusal(sql));
        assertEquals(before, lines());
    }

    @Test
    void refusesASecondLineOfOneNumber() {
        assertEquals("23505", refusal(LINE.formatted(id.value(), "'PAUSE'", "'PUBLISHED'")));
    }

    @Test
    void refusesAMoveFromNowhereAndACreationFromSomewhere() {
        assertEquals("23514", refusal(LINE.formatted(-1, "'PAUSE'", "null")));
        assertEquals("23514", refusal(LINE.formatted(-1, "'CREATE'", "'DRAFT'")));
    }

    private static JobId moved() {
        JobId id = MoveAJob.published(DATABASE);
        DATABASE.postgres().transactions().run(Terms.usual(), MoveAJob.pause(id));
        return id;
    }

    private static String lines() {
        return DATABASE.ask("select jsonb_agg(t order by subject_id, sequence) from transition t")
                .getFirst();
    }

    private static String refusal(String sql) {
        return assertThrows(SQLException.class, () -> {
                    try (Connection connection = DATABASE.connect()) {
                        TestDatabase.run(connection, sql);
                    }
                })
                .getSQLState();
    }
}
