package dev.rozgar.adapters.postgres.posting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rozgar.adapters.postgres.Desk;
import dev.rozgar.adapters.postgres.PlainRows;
import dev.rozgar.adapters.postgres.SampleHirings;
import dev.rozgar.adapters.postgres.TestDatabase;
import dev.rozgar.application.access.Identity;
import dev.rozgar.application.change.Answer;
import dev.rozgar.application.change.Scene;
import dev.rozgar.application.change.Terms;
import dev.rozgar.application.posting.ArchiveJob;
import dev.rozgar.domain.hiring.ApplicationId;
import dev.rozgar.domain.hiring.ApplicationState;
import dev.rozgar.domain.hiring.Rejection;
import dev.rozgar.domain.job.JobId;
import dev.rozgar.domain.job.JobState;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Jobs that are over: what the public learns of them, and what is forgotten.
class PastJobsTest {
    private static final TestDatabase DATABASE = TestDatabase.open();
    private static final Instant NOON = Instant.parse("2026-03-05T12:00:00Z");
    private static final JobId JOB = SampleHirings.JOB;
    private static final ApplicationId SENT = new ApplicationId(11);

    @BeforeAll
    static void company() {
        PlainRows.insertCompany(DATABASE, 1);
        PlainRows.putJob(DATABASE, JOB.value(), 1, "Rider");
        PlainRows.insertLists(DATABASE, JOB.value());
        Desk.commit(DATABASE, desk -> desk.hiring().add(SampleHirings.candidate(1)));
    }

    @BeforeEach
    void nobodyHasApplied() {
        DATABASE.run("delete from application");
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @ParameterizedTest
    @EnumSource(JobState.Kind.class)
    void aJobThatWasShownIsPastOnceItIsOver(JobState.Kind state) {
        put("PUBLISHED");
        put(state.name());
        boolean over =
                List.of("FILLED", "EXPIRED", "CLOSED", "REJECTED", "ARCHIVED").contains(state.name());
        boolean inForce = List.of("SCHEDULED", "PUBLISHED", "PAUSED").contains(state.name());

        assertEquals(over, isPast(NOON));
        assertEquals(over || inForce, isPast(NOON.plusSeconds(60)));
    }

    @ParameterizedTest
    @EnumSource(JobState.Kind.class)
    void aJobThatWasNeverShownIsNeverPast(JobState.Kind state) {
        put("DRAFT");
        DATABASE.run("update job set was_shown = false");
        put(state.name());

        assertEquals(
                List.of(state == JobState.Kind.PUBLISHED, state == JobState.Kind.PUBLISHED),
                List.of(isPast(NOON.plusSeconds(60)), removedIsPast()));
    }

    @Test
    void theArchiveKeepsNeitherContactNorLetters() {
        put("CLOSED");
        DATABASE.run(
                "update job set contact_name = 'Asha', contact_phone = '+911234567890', contact_whatsapp_ok = true");
        save(new ApplicationState.Rejected(
                NOON,
                new Rejection("No licence", Optional.of("Rude"), Optional.empty()),
                new ApplicationState.Shortlisted(NOON)));

        assertTrue(Scene.done(archive()));
        assertEquals(
                List.of("ARCHIVED - -"),
                DATABASE.ask("select state || ' ' || coalesce(contact_name, '-') || ' ' || coalesce(contact_phone, '-')"
                        + " from job"));
        assertEquals(
                List.of("[] - - - 2"),
                DATABASE.ask(
                        "select answers::text || ' ' || coalesce(resume, '-') || ' ' || coalesce(source_referrer, '-')"
                                + " || ' ' || coalesce(detail ->> 'note', '-') || ' ' || version from application"));
        Desk.ask(DATABASE, desk -> desk.hiring().lock(SENT).orElseThrow());
        assertEquals(List.of("ARCHIVE"), DATABASE.ask("select move from transition"));
    }

    @Test
    void manyNodesArchiveAJobOnce() throws Exception {
        put("EXPIRED");
        String before = DATABASE.ask("select count(*) from transition").getFirst();
        try (var nodes = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = nodes.invokeAll(Collections.<Callable<Answer<Boolean>>>nCopies(8, PastJobsTest::archive));
            int done = 0;
            for (var answer : answers) if (answer.get() instanceof Answer.Done<?>) done++;

            assertEquals(1, done);
        }
        assertEquals(
                List.of(String.valueOf(Integer.parseInt(before) + 1)), DATABASE.ask("select count(*) from transition"));
    }

    private static Answer<Boolean> archive() {
        var later = Clock.fixed(NOON.plus(JobState.RETENTION).plus(Duration.ofDays(1)), ZoneOffset.UTC);
        return new ArchiveJob(DATABASE.postgres().transactions(), later)
                .handle(Identity.system("clock"), new ArchiveJob.Command(JOB), Terms.usual());
    }

    private static boolean isPast(Instant now) {
        return Desk.ask(DATABASE, desk -> desk.jobs().isPast(JOB, now));
    }

    private static boolean removedIsPast() {
        DATABASE.run("update job set removed_at = now()");
        return isPast(NOON);
    }

    private static void save(ApplicationState state) {
        Desk.commit(DATABASE, desk -> desk.hiring().save(SampleHirings.application(SENT.value(), 1, state)));
    }

    /// The job in that state since noon, for a minute.
    private static void put(String state) {
        DATABASE.run("""
                update job set state = '%1$s', state_at = case '%1$s' when 'DRAFT' then null else timestamptz '%2$s' end,
                    published_at = '2026-03-01Z', expires_at = timestamptz '%2$s' + interval '1 minute', removed_at = null,
                    state_reason = case when '%1$s' in ('CHANGES_REQUESTED', 'CLOSED', 'REJECTED') then 'x' end,
                    state_spam = case '%1$s' when 'REJECTED' then false end
                """.formatted(state, NOON));
    }
}
