package dev.rozgar.application.clock;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.rozgar.application.change.InMemoryReading;
import dev.rozgar.application.change.Scene;
import dev.rozgar.application.change.Subject;
import dev.rozgar.application.posting.SampleJobs;
import dev.rozgar.domain.company.CompanyId;
import dev.rozgar.domain.hiring.ApplicationId;
import dev.rozgar.domain.job.JobContent;
import dev.rozgar.domain.job.JobId;
import dev.rozgar.domain.job.JobState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClockTasksTest {
    private static final Instant START = SampleJobs.NOW.plus(Duration.ofDays(1));

    private final Scene scene = new Scene();
    private final CompanyId company = scene.company();
    private final DueWork due = new InMemoryReading(scene.transactions);
    private final ClockTasks clock = new ClockTasks(due, scene.transactions, scene.clock);

    @Test
    void showsAScheduledJobOnceItsMomentHasCome() {
        var job = scheduled();
        assertEquals(0, clock.startDueJobs(10));
        scene.clock.forward(Duration.ofDays(1));

        assertEquals(1, clock.startDueJobs(10));
        assertEquals(JobState.Kind.PUBLISHED, scene.job(job).state().kind());
    }

    @Test
    void endsAJobOnceItsTimeIsOver() {
        var job = scene.published(company, 1);
        scene.clock.forward(Duration.ofDays(30));

        assertEquals(1, clock.expireDueJobs(10));
        assertEquals(
                "EXPIRE PUBLISHED EXPIRED by system:clock",
                scene.log(Subject.Kind.JOB, job.id().value()).getLast());
    }

    @Test
    void leavesAloneWhatAnotherNodeHasMovedMeanwhile() {
        var job = scene.published(company, 1).id();
        scene.clock.forward(Duration.ofDays(30));
        var late = new ClockTasks(new Seen(List.of(job, new JobId(404))), scene.transactions, scene.clock);
        clock.expireDueJobs(10);
        long version = scene.job(job).version();

        assertEquals(0, late.expireDueJobs(10));
        assertEquals(version, scene.job(job).version());
    }

    private JobId scheduled() {
        return scene.run(space -> {
                    var job = SampleJobs.in(
                            space.jobs().nextId(), company, new JobState.Scheduled(START, SampleJobs.UNTIL), content());
                    space.jobs().save(job);
                    return job;
                })
                .id();
    }

    private static JobContent content() {
        return SampleJobs.content("Cook");
    }

    /// What a node saw a moment ago.
    private record Seen(List<JobId> jobs) implements DueWork {
        @Override
        public List<JobId> jobsToStart(Instant now, int most) {
            return List.of();
        }

        @Override
        public List<JobId> jobsToExpire(Instant now, int most) {
            return jobs;
        }

        @Override
        public List<ApplicationId> offersToLapse(Instant now, int most) {
            return List.of();
        }

        @Override
        public List<JobId> endedJobsWithOpenApplications(int most) {
            return List.of();
        }
    }
}
