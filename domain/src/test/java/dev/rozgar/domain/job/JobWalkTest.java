package dev.rozgar.domain.job;

import static dev.rozgar.domain.job.SampleJobs.NOW;
import static dev.rozgar.domain.job.SampleJobs.accepted;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rozgar.domain.Decision;
import dev.rozgar.domain.Event;
import dev.rozgar.domain.job.JobMove.Trigger;
import dev.rozgar.domain.job.JobState.Kind;
import dev.rozgar.domain.machine.Option;
import dev.rozgar.domain.machine.Walked;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Jobs moved at random, while people are hired and leave, and recruiters change the dates.
class JobWalkTest {
    private static final Set<Trigger> CLOCK = Set.of(Trigger.START, Trigger.EXPIRE, Trigger.ARCHIVE);
    private static final Duration LONG = JobState.RETENTION.plusDays(1);

    private final Random dice = Walked.dice(this);
    private final Walked<Kind, Trigger> walked = new Walked<>(JobMachine.arrows());
    private Instant now = NOW;

    @Test
    void holdsEndsDatesAndHistory() {
        int steps = 0;
        for (long id = 1; steps < Walked.STEPS; id++) {
            steps += walk(new JobId(id));
        }
        walked.tookEveryArrow();
    }

    private int walk(JobId id) {
        var job = accepted(Job.draft(id, SampleJobs.EMPLOYER, content(), now));
        var kinds = new ArrayList<>(List.of(job.state().kind()));
        int steps = 0;
        for (; steps < 40; steps++) {
            now = now.plus(dice.nextInt(9) == 0 ? LONG : Duration.ofHours(dice.nextInt(60)));
            job = edited(job);
            var standing = new Standing(dice.nextInt(5) > 0, dice.nextInt(5) > 0, dice.nextInt(9) == 0);
            var move = move(job, standing);
            var answer = job.move(move, now, standing);
            walked.saw(
                    job.state().kind(),
                    move.trigger(),
                    answer.then(next -> Decision.accepted(next.state().kind())));
            if (answer instanceof Decision.Accepted<Job>(Job next, List<Event> events)) {
                var changed = (JobEvent.StateChanged) events.getFirst();
                assertEquals(kinds.getLast(), changed.from());
                assertFalse(job.state().kind() == Kind.ARCHIVED, "left its end");
                kinds.add(changed.to());
                job = next;
            }
            check(job);
            assertEquals(kinds.getLast(), job.state().kind());
        }
        return steps;
    }

    /// A job that is shown has an end ahead of its beginning, which is the content's.
    private static void check(Job job) {
        var window = job.content().window();
        switch (job.state()) {
            case JobState.Published(Instant at, Instant until) -> {
                assertEquals(Optional.of(until), window.expiresAt());
                assertTrue(at.isBefore(until));
            }
            case JobState.Paused(Instant _, Instant at, Instant until) -> assertTrue(at.isBefore(until));
            case JobState.Scheduled(Instant at, Instant until) -> assertTrue(at.isBefore(until));
            case JobState.Draft _, JobState.InReview _, JobState.ChangesRequested _, JobState.Filled _ -> {}
            case JobState.Expired _, JobState.Closed _, JobState.Rejected _, JobState.Archived _ -> {}
        }
    }

    /// What a store would have done meanwhile; refused edits leave the job as it is.
    private Job edited(Job job) {
        return switch (dice.nextInt(12) == 0 ? job.withContent(content(), now) : Decision.accepted(job)) {
            case Decision.Accepted<Job> yes -> yes.next();
            case Decision.Refused<Job> _ -> job;
        };
    }

    private JobContent content() {
        int total = 1 + dice.nextInt(3);
        var shown = now.plus(Duration.ofHours(dice.nextInt(300)));
        var end = shown.plus(Duration.ofDays(1 + dice.nextInt(12)));
        var begin = dice.nextBoolean() ? Optional.of(shown) : Optional.<Instant>empty();
        var window = new PostingWindow(begin, Optional.of(end), Optional.empty(), Optional.empty(), false);
        return SampleJobs.content(window, new Openings(total, dice.nextInt(total + 1)));
    }

    private JobMove move(Job job, Standing standing) {
        var options = job.options(now, standing);
        var clock = options.stream()
                .filter(o -> o.isPermitted() && CLOCK.contains(o.trigger()))
                .toList();
        var trigger = Walked.oneOf(clock.isEmpty() || dice.nextBoolean() ? options : clock, dice)
                .map(Option::trigger)
                .filter(_ -> dice.nextInt(4) > 0)
                .orElseGet(() -> Trigger.values()[dice.nextInt(Trigger.values().length)]);
        return switch (trigger) {
            case FILL -> new JobMove.Fill(dice.nextBoolean() ? Optional.of("Enough people") : Optional.empty());
            case REOPEN -> new JobMove.Reopen(now.plus(Duration.ofHours(dice.nextInt(400) - 20L)));
            case SUBMIT, APPROVE, REQUEST_CHANGES, REJECT, MARK_SPAM, START, PAUSE, RESUME ->
                JobMove.sample(trigger, now);
            case EXPIRE, CLOSE, ARCHIVE -> JobMove.sample(trigger, now);
        };
    }
}
