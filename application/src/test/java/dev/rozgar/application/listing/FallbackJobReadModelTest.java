package dev.rozgar.application.listing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rozgar.application.PortFailure;
import dev.rozgar.application.document.Document;
import dev.rozgar.application.document.DocumentPage;
import dev.rozgar.application.document.DocumentQuery;
import dev.rozgar.domain.job.JobId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FallbackJobReadModelTest {
    private static final DocumentQuery ANY = DocumentQuery.of(JobFields.JOB, JobFields.NEWEST_FIRST, Instant.EPOCH);

    private final Answering preferred = new Answering();
    private final Answering standIn = new Answering();
    private final Watch watch = new Watch();
    private final FallbackJobReadModel auto =
            new FallbackJobReadModel(preferred, standIn, watch, Duration.ofSeconds(2));

    @Test
    void asksOnlyThePreferredWhileItAnswers() {
        auto.search(ANY);

        assertEquals(List.of(1, 0), List.of(preferred.asked, standIn.asked));
    }

    @Test
    void answersFromTheStandInWhenThePreferredIsDown() {
        preferred.failure = PortFailure.unavailable("down", null);

        auto.search(ANY);

        assertEquals(1, standIn.asked);
        assertTrue(auto.isDegraded());
    }

    @Test
    void leavesThePreferredAloneUntilThePauseIsOver() {
        preferred.failure = PortFailure.unavailable("down", null);
        auto.search(ANY);
        watch.now = watch.now.plusMillis(1_999);

        auto.search(ANY);

        assertEquals(1, preferred.asked);
    }

    @Test
    void comesBackByItselfAfterThePause() {
        preferred.failure = PortFailure.unavailable("down", null);
        auto.search(ANY);
        preferred.failure = null;
        watch.now = watch.now.plusSeconds(2);

        auto.search(ANY);

        assertFalse(auto.isDegraded());
        assertEquals(1, standIn.asked);
    }

    @Test
    void hidesNoDefectBehindTheStandIn() {
        preferred.failure = PortFailure.broken("a reply without hits", null);

        assertThrows(PortFailure.class, () -> auto.search(ANY));
        assertEquals(0, standIn.asked);
    }

    private static final class Answering implements JobReadModel {
        @Nullable
        PortFailure failure;

        int asked;

        @Override
        public DocumentPage search(DocumentQuery query) {
            asked++;
            if (failure != null) throw failure;
            return DocumentPage.of(query, List.of(), Optional.empty(), Optional.empty());
        }

        @Override
        public Optional<Document> find(JobId id, Instant now) {
            return Optional.empty();
        }
    }

    private static final class Watch extends Clock {
        Instant now = Instant.EPOCH;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
