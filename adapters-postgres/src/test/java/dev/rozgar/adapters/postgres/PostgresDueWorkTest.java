package dev.rozgar.adapters.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.rozgar.domain.hiring.ApplicationId;
import dev.rozgar.domain.hiring.ApplicationState;
import dev.rozgar.domain.hiring.JobPhase;
import dev.rozgar.domain.job.JobId;
import dev.rozgar.domain.job.JobState;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What is due, found by the moment at which it becomes so.
class PostgresDueWorkTest {
    private static final TestDatabase DATABASE = TestDatabase.open();
    private static final Instant NOON = Instant.parse("2026-03-05T12:00:00Z");
    private static final JobId JOB = SampleHirings.JOB;

    @BeforeAll
    static void job() {
        PlainRows.insertCompany(DATABASE, 1);
        PlainRows.putJob(DATABASE, JOB.value(), 1, "Rider");
        Desk.commit(DATABASE, desk -> {
            desk.hiring().save(SampleHirings.slot(SampleHirings.SLOT, JOB, 1));
            desk.hiring().save(SampleHirings.candidate(1));
        });
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
    void startsScheduledJobsFromTheirMomentOn(JobState.Kind state) {
        put(state);
        boolean starts = state == JobState.Kind.SCHEDULED;

        assertEquals(
                starts ? List.of(JOB) : List.of(), DATABASE.postgres().dueWork().jobsToStart(NOON, 9));
        assertEquals(List.of(), DATABASE.postgres().dueWork().jobsToStart(NOON.minusMillis(1), 9));
    }

    @ParameterizedTest
    @EnumSource(JobState.Kind.class)
    void expiresJobsInForceFromTheirEndOn(JobState.Kind state) {
        put(state);
        Instant end = NOON.plusSeconds(60);
        boolean expires = JobPhase.of(state) == JobPhase.LIVE;

        assertEquals(
                expires ? List.of(JOB) : List.of(),
                DATABASE.postgres().dueWork().jobsToExpire(end, 9));
        assertEquals(List.of(), DATABASE.postgres().dueWork().jobsToExpire(end.minusMillis(1), 9));
    }

    @Test
    void lapsesOffersFromTheirEndOn() {
        var end = SampleHirings.OFFER.expiresAt();
        save(new ApplicationState.Offered(NOON, SampleHirings.OFFER));

        assertEquals(
                List.of(new ApplicationId(11)), DATABASE.postgres().dueWork().offersToLapse(end, 9));
        assertEquals(List.of(), DATABASE.postgres().dueWork().offersToLapse(end.minusMillis(1), 9));
    }

    @ParameterizedTest
    @EnumSource(JobState.Kind.class)
    void findsEndedJobsThatPeopleStillWaitFor(JobState.Kind state) {
        put(state);
        save(new ApplicationState.Shortlisted(NOON));
        boolean ended = JobPhase.of(state) == JobPhase.OVER;

        assertEquals(
                ended ? List.of(JOB) : List.of(), DATABASE.postgres().dueWork().endedJobsWithOpenApplications(9));
    }

    @ParameterizedTest
    @EnumSource(JobState.Kind.class)
    void archivesWhatEndedBefore(JobState.Kind state) {
        put(state);
        boolean filed = JobPhase.of(state) == JobPhase.OVER && state != JobState.Kind.ARCHIVED;

        assertEquals(
                filed ? List.of(JOB) : List.of(), DATABASE.postgres().dueWork().jobsToArchive(NOON.plusMillis(1), 9));
        assertEquals(List.of(), DATABASE.postgres().dueWork().jobsToArchive(NOON, 9));
        save(new ApplicationState.Offered(NOON, SampleHirings.OFFER));
        assertEquals(List.of(), DATABASE.postgres().dueWork().jobsToArchive(NOON.plusMillis(1), 9));
    }

    @Test
    void startsNoJobOfASuspendedCompany() {
        put(JobState.Kind.SCHEDULED);
        DATABASE.run("update job set company_hidden = true");

        assertEquals(List.of(), DATABASE.postgres().dueWork().jobsToStart(NOON, 9));
        DATABASE.run("update job set company_hidden = false");
    }

    @Test
    void findsNoEndedJobWhoseApplicationsGoOnOrEnded() {
        put(JobState.Kind.CLOSED);
        save(new ApplicationState.Offered(NOON, SampleHirings.OFFER));

        assertEquals(List.of(), DATABASE.postgres().dueWork().endedJobsWithOpenApplications(9));
    }

    @Test
    void leavesRemovedJobsAloneButNotTheirApplications() {
        put(JobState.Kind.PUBLISHED);
        save(new ApplicationState.InReview(NOON));
        DATABASE.run("update job set removed_at = now()");

        assertEquals(List.of(), DATABASE.postgres().dueWork().jobsToExpire(NOON.plusSeconds(60), 9));
        assertEquals(List.of(JOB), DATABASE.postgres().dueWork().endedJobsWithOpenApplications(9));
    }

    private static void save(ApplicationState state) {
        Desk.commit(DATABASE, desk -> desk.hiring().save(SampleHirings.application(11, 1, state)));
    }

    /// The job in that state since noon, for a minute.
    private static void put(JobState.Kind state) {
        DATABASE.run("""
                update job set state = '%1$s', state_at = case '%1$s' when 'DRAFT' then null else timestamptz '%2$s' end,
                    published_at = '2026-03-01Z', expires_at = timestamptz '%2$s' + interval '1 minute', removed_at = null,
                    state_reason = case when '%1$s' in ('CHANGES_REQUESTED', 'CLOSED', 'REJECTED') then 'x' end,
                    state_spam = case '%1$s' when 'REJECTED' then false end
                """.formatted(state, NOON));
    }
}
