package dev.rozgar.adapters.postgres.clock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rozgar.adapters.postgres.Desk;
import dev.rozgar.adapters.postgres.PlainRows;
import dev.rozgar.adapters.postgres.SampleHirings;
import dev.rozgar.adapters.postgres.TestDatabase;
import dev.rozgar.adapters.postgres.Together;
import dev.rozgar.application.billing.PriceList;
import dev.rozgar.application.change.BillingDesk.Charge;
import dev.rozgar.application.clock.ClockTasks;
import dev.rozgar.domain.billing.LineKind;
import dev.rozgar.domain.company.CompanyId;
import dev.rozgar.domain.hiring.ApplicationId;
import dev.rozgar.domain.hiring.ApplicationState;
import dev.rozgar.domain.hiring.JobPhase;
import dev.rozgar.domain.job.JobId;
import dev.rozgar.domain.job.JobState;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
            desk.hiring().add(SampleHirings.candidate(1));
        });
    }

    @BeforeEach
    void nobodyHasApplied() {
        DATABASE.run("delete from application; delete from ended_job");
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
        put(JobState.Kind.PUBLISHED);
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

        assertEquals(filed ? List.of(JOB) : List.of(), archivable(NOON.plusMillis(1)));
        assertEquals(List.of(), archivable(NOON));
        save(new ApplicationState.Offered(NOON, SampleHirings.OFFER));
        assertEquals(List.of(), archivable(NOON.plusMillis(1)));
    }

    private static List<JobId> archivable(Instant endedBefore) {
        return DATABASE.postgres().dueWork().jobsToArchive(endedBefore, 9).stream()
                .filter(JOB::equals)
                .toList();
    }

    @Test
    void startsNoJobOfASuspendedCompany() {
        put(JobState.Kind.SCHEDULED);
        DATABASE.run("update job set company_hidden = true");

        assertEquals(List.of(), DATABASE.postgres().dueWork().jobsToStart(NOON, 9));
        DATABASE.run("update job set company_hidden = false");
    }

    @Test
    void findsNoEndedJobWhoseApplicationsAreSaidToHaveEnded() {
        put(JobState.Kind.PUBLISHED);
        put(JobState.Kind.CLOSED);
        Desk.commit(DATABASE, desk -> desk.hiring().ended(JOB));

        assertEquals(List.of(), DATABASE.postgres().dueWork().endedJobsWithOpenApplications(9));
    }

    /// However many applications there are: the plan has a list of its own to read.
    @Test
    void looksAtNoApplicationToFindEndedJobs() {
        String plan = String.join("\n", DATABASE.ask("explain " + PostgresDueWork.TO_CLOSE.replace("?", "9")));

        assertTrue(plan.contains("ended_job"), plan);
        assertFalse(plan.contains("application"), plan);
    }

    @Test
    void leavesRemovedJobsAloneButNotTheirApplications() {
        put(JobState.Kind.PUBLISHED);
        save(new ApplicationState.InReview(NOON));
        DATABASE.run("update job set removed_at = now() where id = 7");

        assertEquals(List.of(), DATABASE.postgres().dueWork().jobsToExpire(NOON.plusSeconds(60), 9));
        assertEquals(List.of(JOB), DATABASE.postgres().dueWork().endedJobsWithOpenApplications(9));
    }

    @Test
    void billsTheCompanyThatWaitsLongestFirst() {
        PlainRows.insertCompany(DATABASE, 2);
        PlainRows.putJob(DATABASE, 99, 2, "Cook");
        DATABASE.run("truncate charge");
        charge(1, JOB.value(), NOON);
        charge(2, 99, NOON.minusSeconds(1));

        assertEquals(List.of(new CompanyId(2), new CompanyId(1)), toBill(NOON.plusMillis(1), 9));
        assertEquals(List.of(new CompanyId(2)), toBill(NOON, 9));
        assertEquals(List.of(new CompanyId(2)), toBill(NOON.plusMillis(1), 1));
        DATABASE.run("update company set removed_at = now() where id = 2");
        assertEquals(List.of(new CompanyId(1)), toBill(NOON.plusMillis(1), 9));
    }

    @Test
    void billsNothingThatHasNoPriceOrIsBilled() {
        DATABASE.run("truncate charge");
        charge(1, JOB.value(), NOON);

        assertEquals(
                List.of(),
                DATABASE.postgres().dueWork().companiesToBill(Set.of(LineKind.BOOST), NOON.plusSeconds(1), 9));
        DATABASE.run("delete from charge");
        assertEquals(List.of(), toBill(NOON.plusSeconds(1), 9));
    }

    /// Two clocks that have seen the same.
    @Test
    void draftsOneInvoiceWhenTwoNodesDraftAtOnce() throws Exception {
        DATABASE.run("truncate charge");
        charge(1, JOB.value(), NOON);
        var clock = Clock.fixed(NOON.plus(Duration.ofDays(31)), ZoneOffset.UTC);
        var node = new ClockTasks(
                DATABASE.postgres().dueWork(), DATABASE.postgres().transactions(), clock, PriceList.USUAL);

        var drafted = Together.run(4, _ -> node.draftInvoices(9));

        assertEquals(1, drafted.stream().mapToInt(many -> many).sum());
        assertEquals(List.of("1"), DATABASE.ask("select count(*)::text from invoice"));
        assertEquals(List.of("POST_FEE"), DATABASE.ask("select kind from invoice_line"));
    }

    private static void charge(long company, long job, Instant at) {
        var charge = new Charge(
                0, new CompanyId(company), LineKind.POST_FEE, Optional.of(new JobId(job)), Optional.empty(), at);
        Desk.commit(DATABASE, desk -> desk.billing().charge(charge));
    }

    private static List<CompanyId> toBill(Instant before, int most) {
        return DATABASE.postgres().dueWork().companiesToBill(Set.of(LineKind.POST_FEE), before, most);
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
                where id = 7
                """.formatted(state, NOON));
    }
}
