package dev.rozgar.domain.job;

import static dev.rozgar.domain.job.SampleJobs.NOW;
import static dev.rozgar.domain.job.SampleJobs.UNTIL;
import static dev.rozgar.domain.job.SampleJobs.accepted;
import static dev.rozgar.domain.job.SampleJobs.codes;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.rozgar.domain.Decision;
import dev.rozgar.domain.Reason;
import dev.rozgar.domain.job.JobMove.Approve;
import dev.rozgar.domain.job.JobMove.Archive;
import dev.rozgar.domain.job.JobMove.Close;
import dev.rozgar.domain.job.JobMove.Expire;
import dev.rozgar.domain.job.JobMove.Fill;
import dev.rozgar.domain.job.JobMove.Pause;
import dev.rozgar.domain.job.JobMove.Reopen;
import dev.rozgar.domain.job.JobMove.Resume;
import dev.rozgar.domain.job.JobMove.Start;
import dev.rozgar.domain.job.JobMove.Submit;
import dev.rozgar.domain.job.JobState.Archived;
import dev.rozgar.domain.job.JobState.Closed;
import dev.rozgar.domain.job.JobState.Draft;
import dev.rozgar.domain.job.JobState.Expired;
import dev.rozgar.domain.job.JobState.Filled;
import dev.rozgar.domain.job.JobState.InReview;
import dev.rozgar.domain.job.JobState.Paused;
import dev.rozgar.domain.job.JobState.Published;
import dev.rozgar.domain.job.JobState.Rejected;
import dev.rozgar.domain.job.JobState.Scheduled;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JobGuardsTest {
    private static final JobFacts OPEN = new JobFacts(PostingWindow.until(UNTIL), new Openings(3, 1));
    private static final JobFacts FULL = new JobFacts(PostingWindow.until(UNTIL), new Openings(3, 3));
    private static final Published LIVE = new Published(NOW, UNTIL);
    private static final Paused PAUSED = new Paused(NOW, NOW, UNTIL);
    private static final Instant LAST = UNTIL.minusMillis(1);

    @Test
    void everythingAgainstSubmittingIsTold() {
        var window = window(null, UNTIL, UNTIL);
        var facts = new JobFacts(window, new Openings(2, 2));
        assertEquals(
                List.of("EXPIRY_PASSED", "APPLY_BY_PASSED", "NO_OPENINGS_LEFT"),
                codes(new Draft().on(new Submit(), UNTIL, facts)));
    }

    @Test
    void aJobWithoutExpiryIsNotSubmitted() {
        var facts = new JobFacts(
                new PostingWindow(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), true),
                Openings.ONE);
        assertEquals(List.of("EXPIRY_MISSING"), codes(new Draft().on(new Submit(), NOW, facts)));
    }

    @Test
    void approvalComesTooLateAtTheExpiry() {
        assertEquals(List.of("EXPIRY_PASSED"), codes(new InReview(NOW).on(new Approve(), UNTIL, OPEN)));
    }

    @Test
    void approvalBeforeThePublicationSchedules() {
        var start = NOW.plusMillis(1);
        var facts = new JobFacts(window(start, UNTIL, null), Openings.ONE);
        assertEquals(new Scheduled(start, UNTIL), accepted(new InReview(NOW).on(new Approve(), NOW, facts)));
    }

    @Test
    void approvalAtThePublicationPublishes() {
        var facts = new JobFacts(window(NOW, UNTIL, null), Openings.ONE);
        assertEquals(LIVE, accepted(new InReview(NOW).on(new Approve(), NOW, facts)));
    }

    @Test
    void theClockDoesNotStartEarly() {
        assertEquals(
                List.of("TOO_EARLY"), codes(new Scheduled(LAST, UNTIL).on(new Start(), LAST.minusMillis(1), OPEN)));
    }

    @Test
    void aLateClockDoesNotStartWhatIsOver() {
        assertEquals(List.of("EXPIRY_PASSED"), codes(new Scheduled(LAST, UNTIL).on(new Start(), UNTIL, OPEN)));
    }

    @Test
    void theClockDoesNotExpireEarly() {
        assertEquals(
                List.of(List.of("TOO_EARLY"), List.of("TOO_EARLY"), List.of("TOO_EARLY")),
                List.of(
                        codes(LIVE.on(new Expire(), LAST, OPEN)),
                        codes(PAUSED.on(new Expire(), LAST, OPEN)),
                        codes(new Scheduled(LAST, UNTIL).on(new Expire(), LAST, OPEN))));
    }

    @Test
    void expiryRemembersThePublicationIfThereWasOne() {
        assertEquals(
                List.of(new Expired(UNTIL, Optional.of(NOW)), new Expired(UNTIL, Optional.empty())),
                List.of(
                        accepted(LIVE.on(new Expire(), UNTIL, OPEN)),
                        accepted(new Scheduled(LAST, UNTIL).on(new Expire(), UNTIL, OPEN))));
    }

    @Test
    void closingRemembersThePublicationIfThereWasOne() {
        assertEquals(
                List.of(new Closed(LAST, Optional.of(NOW), "Enough"), new Closed(LAST, Optional.empty(), "Enough")),
                List.of(
                        accepted(PAUSED.on(new Close("Enough"), LAST, OPEN)),
                        accepted(new Scheduled(LAST, UNTIL).on(new Close("Enough"), LAST, OPEN))));
    }

    @Test
    void aPauseKeepsTheDateOfPublication() {
        var paused = accepted(LIVE.on(new Pause(), LAST, OPEN));
        assertEquals(LIVE, accepted(paused.on(new Resume(), LAST, OPEN)));
    }

    @Test
    void whatIsOverOrFullIsNotResumed() {
        assertEquals(List.of("EXPIRY_PASSED", "NO_OPENINGS_LEFT"), codes(PAUSED.on(new Resume(), UNTIL, FULL)));
    }

    @Test
    void aJobWithOpeningsIsFilledOnlyWithAReason() {
        assertEquals(List.of("OPENINGS_LEFT"), codes(LIVE.on(new Fill(Optional.empty()), NOW, OPEN)));
    }

    @Test
    void aFullJobNeedsNoReasonToBeFilled() {
        assertEquals(new Filled(NOW, NOW), accepted(PAUSED.on(new Fill(Optional.empty()), NOW, FULL)));
    }

    @Test
    void aReopenedJobIsNewlyPublished() {
        assertEquals(new Published(LAST, UNTIL), accepted(new Filled(NOW, NOW).on(new Reopen(UNTIL), LAST, OPEN)));
    }

    @Test
    void reopeningNeedsTimeAndSeats() {
        assertEquals(
                List.of("EXPIRY_PASSED", "NO_OPENINGS_LEFT"),
                codes(new Filled(NOW, NOW).on(new Reopen(UNTIL), UNTIL, FULL)));
    }

    @Test
    void theArchiveWaitsForTheRetention() {
        var early = NOW.plus(JobState.RETENTION).minusMillis(1);
        assertEquals(
                List.of(List.of("TOO_EARLY"), List.of("TOO_EARLY")),
                List.of(
                        codes(new Filled(NOW, NOW).on(new Archive(), early, OPEN)),
                        codes(new Rejected(NOW, "Asks for money", false).on(new Archive(), early, OPEN))));
    }

    @Test
    void theArchiveKeepsTheMoment() {
        var due = NOW.plus(JobState.RETENTION);
        assertEquals(new Archived(due), accepted(new Filled(NOW, NOW).on(new Archive(), due, OPEN)));
    }

    @Test
    void aReasonSaysWhatToDo() {
        var refused = (Decision.Refused<JobState>) LIVE.on(new Fill(Optional.empty()), NOW, OPEN);
        assertEquals(
                List.of(new Reason("OPENINGS_LEFT", "2 openings are not filled.", "Fill them, or give a reason.")),
                refused.reasons());
    }

    private static PostingWindow window(@Nullable Instant from, Instant until, @Nullable Instant applyBy) {
        return new PostingWindow(
                Optional.ofNullable(from), Optional.of(until), Optional.ofNullable(applyBy), Optional.empty(), false);
    }
}
