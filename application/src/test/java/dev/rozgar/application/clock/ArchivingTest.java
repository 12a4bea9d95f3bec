package dev.rozgar.application.clock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rozgar.application.billing.PriceList;
import dev.rozgar.application.change.InMemoryReading;
import dev.rozgar.application.change.Scene;
import dev.rozgar.application.posting.ArchiveJob;
import dev.rozgar.application.posting.SampleJobs;
import dev.rozgar.domain.WebUrl;
import dev.rozgar.domain.company.CompanyId;
import dev.rozgar.domain.hiring.ApplicationId;
import dev.rozgar.domain.hiring.ApplicationSource;
import dev.rozgar.domain.hiring.ApplicationState;
import dev.rozgar.domain.hiring.CandidateId;
import dev.rozgar.domain.hiring.Consent;
import dev.rozgar.domain.hiring.JobApplication;
import dev.rozgar.domain.hiring.Letter;
import dev.rozgar.domain.job.Job;
import dev.rozgar.domain.job.JobState;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What becomes of jobs long after their end.
class ArchivingTest {
    private final Scene scene = new Scene();
    private final CompanyId company = scene.company();
    private final InMemoryReading reading = new InMemoryReading(scene.transactions);
    private final DueWork due = reading;
    private final ClockTasks clock = tasks(due, JobState.RETENTION);

    private ClockTasks tasks(DueWork seen, Duration retention) {
        return new ClockTasks(seen, scene.transactions, scene.clock, new ClockTasks.Plan(PriceList.USUAL, retention));
    }

    @Test
    void filesAnEndedJobAwayOnceItsRetentionIsOver() {
        var job = scene.published(company, 1).id();
        scene.clock.forward(Duration.ofDays(30));
        clock.expireDueJobs(10);
        scene.clock.forward(JobState.RETENTION);
        assertEquals(0, clock.archiveDueJobs(10));
        scene.clock.forward(Duration.ofSeconds(1));

        assertEquals(1, clock.archiveDueJobs(10));
        assertEquals(JobState.Kind.ARCHIVED, scene.job(job).state().kind());
        assertEquals(0, clock.archiveDueJobs(10));
    }

    @Test
    void forgetsTheContactOfAJobThatIsFiledAway() {
        var job = scene.run(space -> {
            var full = SampleJobs.in(
                    space.jobs().nextId(),
                    company,
                    new JobState.Rejected(SampleJobs.NOW, "No job", false),
                    SampleJobs.full("R-9"));
            space.jobs().save(full);
            return full;
        });
        scene.clock.forward(JobState.RETENTION.plusDays(1));
        clock.archiveDueJobs(10);

        assertTrue(job.content().contact().isPresent());
        assertEquals(Optional.empty(), scene.job(job.id()).content().contact());
    }

    @Test
    void keepsAJobAsLongAsTheInstallationSays() {
        var longer = tasks(due, JobState.RETENTION.plusDays(10));
        scene.published(company, 1);
        scene.clock.forward(Duration.ofDays(30));
        clock.expireDueJobs(10);
        scene.clock.forward(JobState.RETENTION.plusDays(5));

        assertEquals(0, longer.archiveDueJobs(10));
    }

    @Test
    void forgetsLettersInPartsBeforeTheJobIsFiledAway() {
        var job = scene.published(company, 1);
        var letters = ArchiveJob.MOST + 1;
        scene.run(space -> {
            for (long i = 1; i <= letters; i++) space.hiring().save(withdrawn(i, job));
            return job;
        });
        scene.clock.forward(Duration.ofDays(30));
        clock.expireDueJobs(10);
        scene.clock.forward(JobState.RETENTION.plusDays(1));

        assertEquals(letters, written(job));
        assertEquals(1, clock.archiveDueJobs(10));
        assertEquals(1, written(job));
        assertEquals(JobState.Kind.EXPIRED, scene.job(job.id()).state().kind());
        assertEquals(1, clock.archiveDueJobs(10));
        assertEquals(0, written(job));
        assertEquals(JobState.Kind.ARCHIVED, scene.job(job.id()).state().kind());
    }

    @Test
    void aSecondNodeFindsNothingLeftToArchive() {
        var job = scene.published(company, 1).id();
        scene.clock.forward(Duration.ofDays(30));
        clock.expireDueJobs(10);
        scene.clock.forward(JobState.RETENTION.plusDays(1));
        var late = tasks(new ClockTasksTest.Seen(List.of(job), List.of()), JobState.RETENTION);

        assertEquals(1, clock.archiveDueJobs(10));
        assertEquals(0, late.archiveDueJobs(10));
    }

    private JobApplication withdrawn(long id, Job job) {
        var letter = new Letter(
                new CandidateId(id),
                List.of(),
                ApplicationSource.said("board", Optional.of("a friend"), Optional.empty()),
                new Consent(true, true, Optional.empty(), Optional.empty()),
                Optional.of(new WebUrl("https://resumes.example/" + id)));
        var now = scene.clock.instant();
        return new JobApplication(
                new ApplicationId(1_000 + id),
                job.id(),
                company,
                letter,
                new ApplicationState.Withdrawn(now, Optional.of("Another job")),
                0,
                now,
                now);
    }

    /// Letters that are still there.
    private int written(Job job) {
        return (int) reading.ofJob(job.id(), Optional.empty(), 1_000).stream()
                .filter(sent -> sent.letter().resume().isPresent())
                .count();
    }
}
