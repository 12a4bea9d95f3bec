package dev.rozgar.domain.job;

import static dev.rozgar.domain.job.SampleJobs.EMPLOYER;
import static dev.rozgar.domain.job.SampleJobs.ID;
import static dev.rozgar.domain.job.SampleJobs.NOW;
import static dev.rozgar.domain.job.SampleJobs.UNTIL;
import static dev.rozgar.domain.job.SampleJobs.accepted;
import static dev.rozgar.domain.job.SampleJobs.codes;
import static dev.rozgar.domain.job.SampleJobs.content;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.rozgar.domain.Decision.Accepted;
import dev.rozgar.domain.Refusal;
import dev.rozgar.domain.company.CompanyId;
import dev.rozgar.domain.company.CompanyState;
import dev.rozgar.domain.company.Employer;
import dev.rozgar.domain.job.JobState.Archived;
import dev.rozgar.domain.job.JobState.Closed;
import dev.rozgar.domain.job.JobState.Draft;
import dev.rozgar.domain.job.JobState.Kind;
import dev.rozgar.domain.job.JobState.Paused;
import dev.rozgar.domain.job.JobState.Published;
import dev.rozgar.domain.job.JobState.Rejected;
import dev.rozgar.domain.job.JobState.Scheduled;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JobTest {
    private static final Instant LATER = NOW.plusSeconds(60);
    private static final PostingWindow LONGER = PostingWindow.until(UNTIL.plusSeconds(1));
    private static final PostingWindow ENDLESS =
            new PostingWindow(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), false);

    @Test
    void aNewJobIsADraft() {
        assertEquals(
                new Accepted<>(
                        new Job(ID, EMPLOYER.id(), content(), new Draft(), 0, NOW, NOW),
                        List.of(new JobEvent.Drafted(ID, NOW))),
                Job.draft(ID, EMPLOYER, content(), NOW.plusNanos(999_999)));
    }

    @Test
    void aSuspendedCompanyPostsNothing() {
        var suspended = new Employer(
                new CompanyId(1), new CompanyState.Suspended(NOW, "Complaints", Optional.of(NOW), Optional.empty()));
        assertEquals(List.of("COMPANY_SUSPENDED"), codes(Job.draft(ID, suspended, content(), NOW)));
    }

    @Test
    void aVerifiedCompanyPosts() {
        var verified = new Employer(new CompanyId(1), new CompanyState.Verified(NOW));
        assertEquals(
                Kind.DRAFT,
                accepted(Job.draft(ID, verified, content(), NOW)).state().kind());
    }

    @Test
    void aDraftBecomesPublicInTwoMoves() {
        assertEquals(new Published(NOW, UNTIL), SampleJobs.published().state());
    }

    @Test
    void aMoveChangesStateAndTimeAndNothingElse() {
        assertEquals(
                new Accepted<>(
                        new Job(ID, EMPLOYER.id(), content(), new Paused(LATER, NOW, UNTIL), 0, NOW, LATER),
                        List.of(new JobEvent.StateChanged(
                                ID, JobMove.Trigger.PAUSE, Kind.PUBLISHED, Kind.PAUSED, LATER))),
                SampleJobs.published().move(new JobMove.Pause(), LATER));
    }

    @Test
    void aRefusedMoveSaysWhy() {
        assertEquals(List.of("MOVE_NOT_PERMITTED"), codes(SampleJobs.draft().approve(NOW)));
    }

    @Test
    void aSlowClockDoesNotMakeARowYounger() {
        assertEquals(
                NOW, accepted(SampleJobs.draft().submit(NOW.minusSeconds(5))).updatedAt());
    }

    @Test
    void reopeningMovesTheWindowAndDropsWhatHasPassed() {
        var window =
                new PostingWindow(Optional.of(NOW), Optional.of(UNTIL), Optional.of(LATER), Optional.empty(), true);
        var closed = new Job(
                ID,
                EMPLOYER.id(),
                content(window, Openings.ONE),
                new Closed(LATER, Optional.of(NOW), "Enough"),
                1,
                NOW,
                NOW);
        var until = UNTIL.plusSeconds(60);
        assertEquals(
                new PostingWindow(Optional.empty(), Optional.of(until), Optional.empty(), Optional.empty(), true),
                accepted(closed.move(new JobMove.Reopen(until), LATER))
                        .content()
                        .window());
    }

    @Test
    void aLaterExpiryOfAPublishedJobIsInForceAtOnce() {
        var edited = accepted(SampleJobs.published().withContent(content(LONGER, Openings.ONE), LATER));
        assertEquals(new Published(NOW, UNTIL.plusSeconds(1)), edited.state());
    }

    @Test
    void aLaterExpiryOfAPausedJobIsInForceAtOnce() {
        var paused = SampleJobs.in(new Paused(NOW, NOW, UNTIL));
        var edited = accepted(paused.withContent(content(LONGER, Openings.ONE), LATER));
        assertEquals(new Paused(NOW, NOW, UNTIL.plusSeconds(1)), edited.state());
    }

    @Test
    void anEditNeverPublishesAScheduledJob() {
        var scheduled = SampleJobs.in(new Scheduled(LATER, UNTIL));
        var edited = accepted(scheduled.withContent(content(LONGER, Openings.ONE), NOW));
        assertEquals(new Scheduled(NOW, UNTIL.plusSeconds(1)), edited.state());
    }

    @Test
    void aPublishedJobKeepsAnExpiry() {
        assertEquals(
                List.of("EXPIRY_MISSING"),
                codes(SampleJobs.published().withContent(content(ENDLESS, Openings.ONE), LATER)));
    }

    @Test
    void aPublishedJobIsNotEndedByAnEdit() {
        assertEquals(
                List.of("EXPIRY_PASSED"),
                codes(SampleJobs.published().withContent(content(PostingWindow.until(LATER), Openings.ONE), LATER)));
    }

    @Test
    void aWindowCanBeGivenAnEnd() {
        assertEquals(PostingWindow.until(UNTIL), ENDLESS.expiringAt(UNTIL));
    }

    @Test
    void aStoredJobKeepsItsVersionThroughAMove() {
        var stored = new Job(ID, EMPLOYER.id(), content(), new Draft(), 4, NOW, NOW);
        assertEquals(4, accepted(stored.submit(LATER)).version());
    }

    @Test
    void aDraftMayLoseItsExpiry() {
        var edited = accepted(SampleJobs.draft().withContent(content(ENDLESS, Openings.ONE), LATER));
        assertEquals(new Job(ID, EMPLOYER.id(), content(ENDLESS, Openings.ONE), new Draft(), 0, NOW, LATER), edited);
    }

    @Test
    void whatIsRefusedOrArchivedStaysAsItIs() {
        assertEquals(
                List.of(List.of("NOT_EDITABLE"), List.of("NOT_EDITABLE")),
                List.of(
                        codes(SampleJobs.in(new Rejected(NOW, "Asks for money", false))
                                .withContent(content(), LATER)),
                        codes(SampleJobs.in(new Archived(NOW)).withContent(content(), LATER))));
    }

    @Test
    void aRowWithTwoExpiriesIsNotLoaded() {
        assertEquals(
                List.of("/expires_at CONTRADICTION"),
                Refusal.of(() -> SampleJobs.in(new Published(NOW, UNTIL.plusSeconds(1)))));
    }

    @Test
    void aRowThatCannotBeIsNotLoaded() {
        assertEquals(
                List.of("/version TOO_SMALL", "/updated_at CONTRADICTION"),
                Refusal.of(() -> new Job(ID, EMPLOYER.id(), content(), new Draft(), -1, LATER, NOW)));
    }

    @Test
    void theAddressNamesTitleAndId() {
        assertEquals("delivery-rider-7", SampleJobs.draft().slug().value());
    }
}
