package dev.rozgar.adapters.postgres.hiring;

import static dev.rozgar.adapters.postgres.SampleHirings.COMPANY;
import static dev.rozgar.adapters.postgres.SampleHirings.JOB;
import static dev.rozgar.adapters.postgres.SampleHirings.NOW;
import static dev.rozgar.adapters.postgres.SampleHirings.application;
import static dev.rozgar.adapters.postgres.SampleHirings.candidate;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.rozgar.adapters.postgres.Desk;
import dev.rozgar.adapters.postgres.TestDatabase;
import dev.rozgar.application.change.Sync;
import dev.rozgar.application.company.SampleCompanies;
import dev.rozgar.application.posting.SampleJobs;
import dev.rozgar.application.signals.JobSignals;
import dev.rozgar.application.signals.Signals;
import dev.rozgar.domain.company.CompanyId;
import dev.rozgar.domain.hiring.ApplicationState;
import dev.rozgar.domain.hiring.Rejection;
import dev.rozgar.domain.job.Job;
import dev.rozgar.domain.job.JobId;
import dev.rozgar.domain.job.JobState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// A job that was paused for two of its five days, with six applications and one like it before; the log is written by
/// hand, so that it lies in the past.
class PostgresJobSignalsTest {
    private static final TestDatabase DATABASE = TestDatabase.open();
    private static final Instant LATER = NOW.plus(Duration.ofDays(5));
    private static final JobId EARLIER = new JobId(JOB.value() + 1);
    private static final JobId OF_ANOTHER = new JobId(JOB.value() + 2);
    private static final JobId HIDDEN = new JobId(JOB.value() + 3);
    private static final JobId IMPORTED = new JobId(JOB.value() + 5);
    /// A knock-out, and a rejection of which the candidate is to hear on the sixth day.
    private static final Map<Integer, ApplicationState> STATES = Map.of(
            3, rejected(Rejection.KNOCKOUT, Optional.empty()),
            5, rejected("No licence", Optional.of(NOW.plus(Duration.ofDays(6)))));

    private final JobSignals signals = DATABASE.postgres().jobSignals();

    private static ApplicationState rejected(String reason, Optional<Instant> notifyAt) {
        return new ApplicationState.Rejected(
                NOW, new Rejection(reason, Optional.empty(), notifyAt), new ApplicationState.Applied(NOW));
    }

    @BeforeAll
    static void past() {
        var another = new CompanyId(COMPANY.value() + 1);
        DATABASE.postgres()
                .companyRepository()
                .save(List.of(SampleCompanies.plain(COMPANY), SampleCompanies.plain(another)));
        DATABASE.postgres()
                .jobRepository()
                .save(
                        List.of(
                                job(JOB, COMPANY, NOW, "Rider"),
                                job(EARLIER, COMPANY, NOW.minus(Duration.ofDays(9)), "RIDER"),
                                job(new JobId(JOB.value() + 4), COMPANY, NOW.minus(Duration.ofDays(9)), "Cook"),
                                job(OF_ANOTHER, another, NOW.minus(Duration.ofDays(9)), "Rider"),
                                job(IMPORTED, another, NOW.minus(Duration.ofDays(9)), "Guard"),
                                SampleJobs.in(
                                        HIDDEN,
                                        COMPANY,
                                        new JobState.Paused(NOW, NOW, SampleJobs.UNTIL),
                                        SampleJobs.content("Rider"))),
                        Sync.ACCEPTED);
        Desk.commit(DATABASE, desk -> {
            for (int id = 1; id <= 6; id++) {
                desk.hiring().add(candidate(id));
                desk.hiring().save(application(id, id, STATES.getOrDefault(id, new ApplicationState.Applied(NOW))));
            }
        });
        line("JOB", JOB.value(), "CREATE", null, "PUBLISHED", "RECRUITER", Duration.ZERO);
        line("JOB", JOB.value(), "PAUSE", "PUBLISHED", "PAUSED", "RECRUITER", Duration.ofDays(2));
        line("JOB", JOB.value(), "RESUME", "PAUSED", "PUBLISHED", "RECRUITER", Duration.ofDays(4));
        line("JOB", IMPORTED.value(), "PAUSE", "PUBLISHED", "PAUSED", "RECRUITER", Duration.ofDays(1));
        line("JOB", IMPORTED.value(), "RESUME", "PAUSED", "PUBLISHED", "RECRUITER", Duration.ofDays(2));
        line("APPLICATION", 1, "VIEW", "APPLIED", "IN_REVIEW", "RECRUITER", Duration.ofHours(1));
        line("APPLICATION", 2, "SHORTLIST", "APPLIED", "SHORTLISTED", "RECRUITER", Duration.ofHours(3));
        line("APPLICATION", 2, "OFFER", "SHORTLISTED", "OFFERED", "RECRUITER", Duration.ofHours(50));
        line("APPLICATION", 3, "AUTO_SCREEN", "APPLIED", "REJECTED", "SYSTEM", Duration.ZERO);
        line("APPLICATION", 5, "REJECT", "APPLIED", "REJECTED", "RECRUITER", Duration.ofHours(4));
        line("APPLICATION", 4, "WITHDRAW", "APPLIED", "WITHDRAWN", "CANDIDATE", Duration.ofHours(2));
    }

    private static Job job(JobId id, CompanyId company, Instant from, String title) {
        return SampleJobs.in(id, company, new JobState.Published(from, SampleJobs.UNTIL), SampleJobs.content(title));
    }

    private static void line(
            String kind, long id, String move, @Nullable String from, String to, String who, Duration after) {
        DATABASE.run("""
                insert into transition (
                    kind, subject_id, sequence, move, from_state, to_state, actor_role, actor_subject, version, at)
                select '%1$s', %2$d, 1 + count(*), '%3$s', %4$s, '%5$s', '%6$s', 'somebody', 1 + count(*), '%7$s'
                from transition where kind = '%1$s' and subject_id = %2$d
                """.formatted(kind, id, move, from == null ? "null" : "'" + from + "'", to, who, NOW.plus(after)));
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Test
    void tellsOfTheJobAndOfItsApplications() {
        var applications = new Signals.Applications(6, 2, 2, Optional.of(Duration.ofHours(2)));

        assertEquals(Optional.of(new Signals(Duration.ofDays(3), 2, 1, applications)), signals.of(JOB, LATER));
    }

    @Test
    void aRejectionCountsOnceTheCandidateMayKnowOfIt() {
        var applications = new Signals.Applications(6, 3, 3, Optional.of(Duration.ofHours(3)));

        assertEquals(
                applications,
                signals.of(JOB, NOW.plus(Duration.ofDays(7))).orElseThrow().applications());
    }

    @Test
    void aJobThatWasUpBeforeItsLogBeginsHasBeenUpAllTheTime() {
        var imported = signals.of(IMPORTED, LATER).orElseThrow();

        assertEquals(Duration.ofDays(13), imported.listed());
        assertEquals(2, imported.times());
    }

    @Test
    void aJobWithoutALogHasBeenUpSinceItWasPublished() {
        var none = new Signals.Applications(0, 0, 0, Optional.empty());

        assertEquals(Optional.of(new Signals(Duration.ofDays(14), 1, 0, none)), signals.of(OF_ANOTHER, LATER));
    }

    @Test
    void tellsNothingOfAJobThatIsNotShown() {
        assertEquals(Optional.empty(), signals.of(HIDDEN, LATER));
        assertEquals(Optional.empty(), signals.of(JOB, SampleJobs.UNTIL));
        assertEquals(Optional.empty(), signals.of(JOB, NOW.minusSeconds(1)));
        assertEquals(Optional.empty(), signals.of(new JobId(404), LATER));
    }
}
