package dev.rozgar.domain.hiring;

import static dev.rozgar.domain.hiring.SampleHiring.DAY;
import static dev.rozgar.domain.hiring.SampleHiring.NO;
import static dev.rozgar.domain.hiring.SampleHiring.NOW;
import static dev.rozgar.domain.hiring.SampleHiring.OFFER;
import static dev.rozgar.domain.hiring.SampleHiring.OTHER_SLOT;
import static dev.rozgar.domain.hiring.SampleHiring.SEAT;
import static dev.rozgar.domain.hiring.SampleHiring.SLOT;
import static dev.rozgar.domain.hiring.SampleHiring.TODAY;
import static dev.rozgar.domain.hiring.SampleHiring.accepted;
import static dev.rozgar.domain.hiring.SampleHiring.codes;
import static dev.rozgar.domain.hiring.SampleHiring.facts;
import static dev.rozgar.domain.hiring.SampleHiring.makeOffer;
import static dev.rozgar.domain.hiring.SampleHiring.on;
import static dev.rozgar.domain.hiring.SampleHiring.slot;
import static dev.rozgar.domain.hiring.SampleHiring.state;
import static dev.rozgar.domain.hiring.SampleHiring.withoutSeat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.rozgar.domain.hiring.ApplicationMove.Accept;
import dev.rozgar.domain.hiring.ApplicationMove.AutoScreen;
import dev.rozgar.domain.hiring.ApplicationMove.ConfirmJoining;
import dev.rozgar.domain.hiring.ApplicationMove.Reschedule;
import dev.rozgar.domain.hiring.ApplicationMove.ScheduleInterview;
import dev.rozgar.domain.hiring.ApplicationMove.Unreject;
import dev.rozgar.domain.hiring.ApplicationState.Kind;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ApplicationGuardsTest {
    @Test
    void everyReasonAgainstAnInterviewIsNamed() {
        assertEquals(
                List.of("PHONE_NOT_VERIFIED", "SLOT_UNKNOWN"),
                codes(state(Kind.SHORTLISTED).on(new ScheduleInterview(SLOT), NOW, HiringFacts.NOTHING)));
    }

    @Test
    void aFullSlotTakesNobody() {
        assertEquals(
                List.of("SLOT_FULL"),
                codes(state(Kind.SHORTLISTED).on(new ScheduleInterview(SLOT), NOW, facts(slot(SLOT, 2, 2)))));
    }

    @Test
    void aSlotIsOpenUntilJustBeforeItBegins() {
        var asked = new ScheduleInterview(SLOT);
        var start = NOW.plus(DAY);
        assertEquals(
                new ApplicationState.InterviewScheduled(start.minusMillis(1), SLOT, start, 0),
                accepted(state(Kind.SHORTLISTED).on(asked, start.minusMillis(1), facts(slot(SLOT, 1, 0)))));
        assertEquals(List.of("SLOT_STARTED"), codes(state(Kind.SHORTLISTED).on(asked, start, facts(slot(SLOT, 1, 0)))));
    }

    @Test
    void factsAboutAnotherSlotAreNoFacts() {
        assertEquals(
                List.of("SLOT_UNKNOWN"),
                codes(state(Kind.SHORTLISTED).on(new ScheduleInterview(SLOT), NOW, facts(slot(OTHER_SLOT, 1, 0)))));
    }

    @Test
    void anInterviewMovesToAnotherSlotOnly() {
        assertEquals(
                List.of("SLOT_UNCHANGED"),
                codes(state(Kind.INTERVIEW_SCHEDULED).on(new Reschedule(SLOT), NOW, facts(slot(SLOT, 1, 1)))));
    }

    @Test
    void aMissedInterviewGetsTwoMoreChances() {
        var missed = new ApplicationState.NoShow(NOW, SLOT, NOW, 1);
        var again = (ApplicationState.InterviewScheduled)
                accepted(missed.on(new Reschedule(OTHER_SLOT), NOW, facts(slot(OTHER_SLOT, 1, 0))));
        assertEquals(2, again.reschedules());
        var missedAgain = new ApplicationState.NoShow(NOW, OTHER_SLOT, NOW, again.reschedules());
        assertEquals(
                List.of("TOO_MANY_RESCHEDULES"),
                codes(missedAgain.on(new Reschedule(SLOT), NOW, facts(slot(SLOT, 1, 0)))));
    }

    @Test
    void movingAnInterviewThatIsAheadCostsNoChance() {
        var moved = (ApplicationState.InterviewScheduled) accepted(
                state(Kind.INTERVIEW_SCHEDULED).on(new Reschedule(OTHER_SLOT), NOW, facts(slot(OTHER_SLOT, 1, 0))));
        assertEquals(0, moved.reschedules());
    }

    @ParameterizedTest
    @EnumSource(names = {"NO_SHOW", "ATTEND"})
    void nobodyIsMissedOrSeenBeforeTheInterviewBegins(ApplicationMove.Trigger trigger) {
        var move = ApplicationMachine.sample(trigger, NOW);
        assertEquals(
                List.of("TOO_EARLY"),
                codes(state(Kind.INTERVIEW_SCHEDULED).on(move, NOW.plus(DAY).minusMillis(1), facts())));
    }

    @Test
    void nothingIsOfferedWithoutASeat() {
        assertEquals(List.of("NO_OPENINGS_LEFT"), codes(state(Kind.SHORTLISTED).on(makeOffer(), NOW, withoutSeat())));
    }

    @Test
    void anOfferEndsInTheFuture() {
        assertEquals(
                List.of("EXPIRY_PASSED"), codes(state(Kind.SHORTLISTED).on(makeOffer(), OFFER.expiresAt(), facts())));
    }

    @Test
    void aNewOfferCountsOnFromTheOneBefore() {
        var renewed = (ApplicationState.Offered) accepted(state(Kind.OFFERED).on(makeOffer(), NOW, facts()));
        assertEquals(2, renewed.offer().version());
    }

    @Test
    void acceptingTakesTheFreeSeat() {
        assertEquals(
                new ApplicationState.Hired(NOW, SEAT, OFFER),
                accepted(state(Kind.OFFERED).on(new Accept(), NOW, facts())));
    }

    @Test
    void everyReasonAgainstAcceptingIsNamed() {
        assertEquals(
                List.of("NO_OPENINGS_LEFT", "OFFER_EXPIRED"),
                codes(state(Kind.OFFERED).on(new Accept(), OFFER.expiresAt(), withoutSeat())));
    }

    @Test
    void anOfferDoesNotLapseBeforeItsEnd() {
        assertEquals(
                List.of("TOO_EARLY"),
                codes(state(Kind.OFFERED)
                        .on(new ApplicationMove.Lapse(), OFFER.expiresAt().minusMillis(1), facts())));
    }

    @Test
    void nobodyJoinsOrStaysAwayBeforeTheFirstDay() {
        var eve = on(TODAY.plusDays(19));
        assertEquals(
                List.of(List.of("TOO_EARLY"), List.of("TOO_EARLY")),
                List.of(
                        codes(state(Kind.HIRED).on(new ConfirmJoining(), NOW, eve)),
                        codes(state(Kind.HIRED).on(new ApplicationMove.Drop("Never came"), NOW, eve))));
    }

    @Test
    void applicationsAreNotClosedWithAJobThatIsNotOver() {
        var close = new ApplicationMove.CloseWithJob();
        assertEquals(
                List.of(List.of("JOB_NOT_OVER"), List.of("JOB_NOT_OVER")),
                List.of(
                        codes(state(Kind.APPLIED).on(close, NOW, SampleHiring.during(JobPhase.LIVE))),
                        codes(state(Kind.APPLIED).on(close, NOW, SampleHiring.during(JobPhase.PENDING)))));
    }

    @Test
    void aKnockoutNamesTheQuestions() {
        var rejected = (ApplicationState.Rejected)
                accepted(state(Kind.APPLIED).on(new AutoScreen(List.of("licence", "age")), NOW, facts()));
        assertEquals(
                new Rejection("KNOCKOUT", Optional.of("Knocked out by: licence, age"), Optional.empty()),
                rejected.rejection());
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "APPLIED",
                "SCREENED",
                "IN_REVIEW",
                "SHORTLISTED",
                "INTERVIEW_SCHEDULED",
                "NO_SHOW",
                "INTERVIEWED",
                "OFFERED",
                "HIRED"
            })
    void aRejectionTakenBackGivesBackWhatWas(Kind kind) {
        var later = NOW.plusSeconds(60);
        var rejected = accepted(state(kind).on(new ApplicationMove.Reject(NO), NOW, facts()));
        var revived = accepted(rejected.on(new Unreject(), later, facts(slot(SLOT, 1, 0))));
        assertEquals(kind, revived.kind());
        assertEquals(later, revived.since());
        assertEquals(state(kind).heldSlot(), revived.heldSlot());
        assertEquals(state(kind).heldSeat(), revived.heldSeat());
    }

    @Test
    void whatARejectionLetGoMustStillBeFree() {
        var hired = new ApplicationState.Rejected(NOW, NO, new ApplicationState.Hired(NOW, SEAT, OFFER));
        var scheduled = new ApplicationState.Rejected(
                NOW, NO, new ApplicationState.InterviewScheduled(NOW, SLOT, NOW.plus(DAY), 0));
        assertEquals(List.of("NO_OPENINGS_LEFT"), codes(hired.on(new Unreject(), NOW, withoutSeat())));
        assertEquals(List.of("SLOT_FULL"), codes(scheduled.on(new Unreject(), NOW, facts(slot(SLOT, 1, 1)))));
        assertEquals(List.of("SLOT_UNKNOWN"), codes(scheduled.on(new Unreject(), NOW, facts())));
    }

    @Test
    void aRejectionIsNotTakenBackOnceTheJobIsNotLiveOrAnotherApplicationIs() {
        var facts = new HiringFacts(JobPhase.OVER, Optional.of(SEAT), true, Optional.empty(), true, TODAY);
        assertEquals(
                List.of("JOB_NOT_LIVE", "ALREADY_APPLIED"),
                codes(state(Kind.REJECTED).on(new Unreject(), NOW, facts)));
    }
}
