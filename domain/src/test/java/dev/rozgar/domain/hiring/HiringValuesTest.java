package dev.rozgar.domain.hiring;

import static dev.rozgar.domain.hiring.SampleHiring.NOW;
import static dev.rozgar.domain.hiring.SampleHiring.SLOT;
import static dev.rozgar.domain.hiring.SampleHiring.slot;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.rozgar.domain.PhoneNumber;
import dev.rozgar.domain.Refusal;
import dev.rozgar.domain.job.JobId;
import dev.rozgar.domain.job.JobState;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class HiringValuesTest {
    @Test
    void aSlotIsNeverOverfilled() {
        assertEquals(
                List.of("/capacity CONTRADICTION"),
                Refusal.of(() -> slot(SLOT, 1, 1).take()));
    }

    @Test
    void aSlotIsNeverLessThanEmpty() {
        assertEquals(
                List.of("/booked TOO_SMALL"), Refusal.of(() -> slot(SLOT, 1, 0).release()));
    }

    @Test
    void aPlaceTakenAndGivenBackIsFree() {
        assertEquals(slot(SLOT, 2, 1), slot(SLOT, 2, 1).take().release());
    }

    @Test
    void aSlotKeepsRoomForThoseItExpects() {
        assertEquals(3, slot(SLOT, 2, 2).resized(5).left());
        assertEquals(
                List.of("/capacity CONTRADICTION"),
                Refusal.of(() -> slot(SLOT, 2, 2).resized(1)));
    }

    @Test
    void everyFaultOfASlotIsNamed() {
        assertEquals(
                List.of("/end CONTRADICTION", "/place REQUIRED", "/capacity MALFORMED"),
                Refusal.of(() -> new InterviewSlot(
                        SLOT, new JobId(1), NOW, NOW, Optional.empty(), InterviewMode.WALK_IN, 0, 0)));
    }

    @Test
    void anOfferHasAVersionAndADay() {
        assertEquals(
                List.of("/version TOO_SMALL", "/start_date MALFORMED"),
                Refusal.of(() -> new Offer(0, SampleHiring.pay(), LocalDate.of(1899, 12, 31), NOW)));
    }

    @Test
    void aRejectionNeedsAReason() {
        assertEquals(
                List.of("/reason REQUIRED"), Refusal.of(() -> new Rejection(" ", Optional.empty(), Optional.empty())));
    }

    @Test
    void aCandidateNeedsNoMailAddress() {
        var asha = new Candidate(
                new CandidateId(1), "Asha", new PhoneNumber("+919876543210"), Optional.empty(), Optional.empty());
        assertEquals(Optional.of(NOW), asha.withVerifiedPhone(NOW).phoneVerifiedAt());
    }

    @Test
    void seatsAreCountedFromOne() {
        assertEquals(List.of("MALFORMED"), Refusal.of(() -> new Seat(0)));
    }

    @Test
    void aJobIsPendingThenLiveThenOver() {
        assertEquals(
                "DRAFT=PENDING IN_REVIEW=PENDING CHANGES_REQUESTED=PENDING SCHEDULED=LIVE PUBLISHED=LIVE PAUSED=LIVE"
                        + " FILLED=OVER EXPIRED=OVER CLOSED=OVER REJECTED=OVER ARCHIVED=OVER",
                Arrays.stream(JobState.Kind.values())
                        .map(kind -> kind + "=" + JobPhase.of(kind))
                        .collect(Collectors.joining(" ")));
    }

    @Test
    void sourcesAndConsentsAreBounded() {
        assertEquals(
                List.of("/channel MALFORMED", "/partner_id TOO_LONG"),
                Refusal.of(() -> ApplicationSource.said("a b", Optional.empty(), Optional.of("p".repeat(65)))));
        assertEquals(
                List.of("/policy_id MALFORMED"),
                Refusal.of(() -> new Consent(true, true, Optional.of("a b"), Optional.empty())));
    }
}
