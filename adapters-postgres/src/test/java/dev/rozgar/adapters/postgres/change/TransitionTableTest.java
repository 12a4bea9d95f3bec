package dev.rozgar.adapters.postgres.change;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.rozgar.adapters.postgres.MoveAJob;
import dev.rozgar.adapters.postgres.TestDatabase;
import dev.rozgar.application.change.Terms;
import dev.rozgar.domain.job.JobId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
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

    private static final String SPOKEN = """
            insert into transition (kind, subject_id, sequence, move, from_state, to_state, actor_role, actor_subject, version, at,
                reason, on_behalf_of)
            values ('JOB', %s, 7, 'CLOSE', 'PAUSED', 'CLOSED', 'SYSTEM', 'system:test', 2, now(), %s)
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
                        + " do update set reason = 'another'",
                // Not even what the one function does, nor as if within it.
                "update transition set reason = '(removed)', on_behalf_of = null",
                "update transition set reason = null",
                "do $$ begin update transition set reason = '(removed)'; end $$",
                "set rozgar.redaction = 'on'; update transition set reason = '(removed)'",
                "update redaction set subject_id = 1",
                "delete from redaction"
            })
    void refusesToForgetOrToChangeALine(String sql) {
        String before = lines();

        assertEquals("42501", refusal(sql));
        assertEquals(before, lines());
    }

    @Test
    void takesOutTheWordsOfOneSubjectAndChangesNothingElse() {
        JobId other = moved();
        DATABASE.run(SPOKEN.formatted(id.value(), "'Meena is late', 'Asha'"));
        DATABASE.run(SPOKEN.formatted(other.value(), "'Else', null"));
        String kept = "select jsonb_agg(to_jsonb(t) %1$s order by subject_id, sequence) from transition t where %2$s";
        String others = kept.formatted("", "subject_id <> " + id.value());
        String rest = kept.formatted("- 'reason' - 'on_behalf_of'", "true");
        var before = List.of(DATABASE.ask(others), DATABASE.ask(rest));

        DATABASE.run("select redact_transitions('JOB', array[" + id.value() + "])");

        assertEquals(before, List.of(DATABASE.ask(others), DATABASE.ask(rest)));
        assertEquals(
                List.of("(removed)"),
                DATABASE.ask("select distinct reason || coalesce(on_behalf_of, '') from transition where subject_id = "
                        + id.value()));
        assertEquals("42501", refusal("update transition set reason = null where reason = '(removed)'"));
    }

    /// A trigger of somebody else's, as deep as the function's own, lets nothing but words be taken out.
    @ParameterizedTest
    @ValueSource(strings = {"reason = 'another'", "reason = '(removed)', version = 9", "at = now()", "reason = null"})
    void refusesAnythingElseFromWithinATrigger(String change) {
        DATABASE.run(SPOKEN.formatted(id.value(), "'Ravi is late', null"));
        String before = lines();

        assertEquals("42501", refusal("""
                begin;
                create temp view other as select 1 as one;
                create function pg_temp.other() returns trigger language plpgsql as $$ begin
                    update transition set %s; return new; end $$;
                create trigger other instead of insert on other for each row execute function pg_temp.other();
                insert into other values (1)
                """.formatted(change)));
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
