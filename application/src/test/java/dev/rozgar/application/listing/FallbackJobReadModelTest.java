package dev.rozgar.application.listing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rozgar.application.HandClock;
import dev.rozgar.application.PortFailure;
import dev.rozgar.application.document.Document;
import dev.rozgar.application.document.DocumentPage;
import dev.rozgar.application.document.DocumentQuery;
import dev.rozgar.application.document.Selection;
import dev.rozgar.domain.job.JobId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FallbackJobReadModelTest {
    private static final DocumentQuery ANY = DocumentQuery.of(JobFields.JOB, JobFields.NEWEST_FIRST, Instant.EPOCH);
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final Answering preferred = new Answering();
    private final Answering standIn = new Answering();
    private final HandClock clock = new HandClock(Instant.EPOCH);
    private final FallbackJobReadModel auto = new FallbackJobReadModel(preferred, standIn, clock, PAUSE);

    @Test
    void asksOnlyThePreferredWhileItAnswers() {
        assertFalse(auto.search(ANY).byStandIn());
        assertEquals(List.of(1, 0), List.of(preferred.asked, standIn.asked));
    }

    @Test
    void answersFromTheStandInWhenThePreferredIsDown() {
        preferred.failure = PortFailure.unavailable("down", null);

        assertTrue(auto.search(ANY).byStandIn());
        assertTrue(auto.find(new JobId(1), Instant.EPOCH, Optional.empty()).byStandIn());
        assertEquals(2, standIn.asked);
    }

    @Test
    void leavesThePreferredAloneAfterTooManyFailures() {
        takeDown();
        int asked = preferred.asked;
        for (int i = 0; i < 10; i++) assertTrue(auto.search(ANY).byStandIn());

        assertEquals(asked, preferred.asked);
        assertEquals(BreakerState.OPEN, auto.state());
        assertEquals(1, auto.outages());
    }

    @Test
    void comesBackByItselfAfterThePause() {
        takeDown();
        preferred.failure = null;
        clock.forward(PAUSE);

        assertFalse(auto.search(ANY).byStandIn());
        assertEquals(BreakerState.CLOSED, auto.state());
    }

    @Test
    void theRequestThatFindsItStillDownIsAnsweredToo() {
        takeDown();
        clock.forward(PAUSE);

        assertTrue(auto.search(ANY).byStandIn());
        assertEquals(BreakerState.OPEN, auto.state());
    }

    @Test
    void hidesNoDefectBehindTheStandIn() {
        preferred.failure = PortFailure.broken("a reply without hits", null);

        for (int i = 0; i < 30; i++) assertThrows(PortFailure.class, () -> auto.search(ANY));
        assertEquals(0, standIn.asked);
        assertEquals(BreakerState.CLOSED, auto.state());
    }

    @Test
    void saysSoWhenTheStandInIsDownAsWell() {
        preferred.failure = PortFailure.unavailable("down", null);
        standIn.failure = PortFailure.unavailable("down too", null);

        assertEquals(
                "down too",
                assertThrows(PortFailure.class, () -> auto.search(ANY)).getMessage());
    }

    private void takeDown() {
        preferred.failure = PortFailure.unavailable("down", null);
        while (auto.state() == BreakerState.CLOSED) auto.search(ANY);
    }

    private static final class Answering implements JobReadModel {
        @Nullable
        PortFailure failure;

        int asked;

        @Override
        public DocumentPage search(DocumentQuery query) {
            ask();
            return DocumentPage.of(query, List.of(), Optional.empty(), Optional.empty());
        }

        @Override
        public Optional<Document> find(JobId id, Instant now, Optional<Selection> fields) {
            ask();
            return Optional.empty();
        }

        private void ask() {
            asked++;
            if (failure != null) throw failure;
        }
    }
}
