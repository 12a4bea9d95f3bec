package dev.rozgar.domain.hiring;

import dev.rozgar.domain.Decision;
import dev.rozgar.domain.Reason;
import dev.rozgar.domain.company.CompanyId;
import dev.rozgar.domain.job.JobId;
import dev.rozgar.domain.job.JobState;
import dev.rozgar.domain.job.Pay;
import dev.rozgar.domain.job.PayKind;
import dev.rozgar.domain.job.PayPeriod;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Applications to test with.
final class SampleHiring {
    static final Instant NOW = Instant.parse("2026-03-02T06:30:00Z");
    static final Duration DAY = Duration.ofDays(1);
    static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    static final JobId JOB = new JobId(7);
    static final CompanyId COMPANY = new CompanyId(1);
    static final InterviewSlotId SLOT = new InterviewSlotId(3);
    static final InterviewSlotId OTHER_SLOT = new InterviewSlotId(4);
    static final Seat SEAT = new Seat(2);
    static final Offer OFFER = new Offer(1, pay(), TODAY.plusDays(20), NOW.plus(DAY));
    static final Rejection NO = new Rejection("Others fit better", Optional.empty(), Optional.empty());

    private SampleHiring() {}

    static HiringFacts facts() {
        return new HiringFacts(JobPhase.LIVE, Optional.of(SEAT), true, Optional.empty(), false, TODAY);
    }

    static HiringFacts facts(InterviewSlot slot) {
        return facts().with(Optional.of(slot));
    }

    static HiringFacts withoutSeat() {
        return new HiringFacts(JobPhase.LIVE, Optional.empty(), true, Optional.empty(), false, TODAY);
    }

    static HiringFacts during(JobPhase phase) {
        return new HiringFacts(phase, Optional.of(SEAT), true, Optional.empty(), false, TODAY);
    }

    static HiringFacts on(LocalDate day) {
        return new HiringFacts(JobPhase.LIVE, Optional.of(SEAT), true, Optional.empty(), false, day);
    }

    static InterviewSlot slot(InterviewSlotId id, int capacity, int booked) {
        var start = NOW.plus(DAY);
        return new InterviewSlot(
                id, JOB, start, start.plus(DAY), Optional.of("Gate 2"), InterviewMode.WALK_IN, capacity, booked);
    }

    static Pay pay() {
        var amount = BigDecimal.valueOf(18_000);
        return new Pay(
                amount, amount, Currency.getInstance("INR"), PayPeriod.MONTH, Optional.empty(), PayKind.FIXED, true);
    }

    static ApplicationMove.MakeOffer makeOffer() {
        return new ApplicationMove.MakeOffer(OFFER.pay(), OFFER.startDate(), OFFER.expiresAt());
    }

    static Letter letter(Answer... answers) {
        var consent = new Consent(true, true, Optional.of("2026-01"), Optional.empty());
        return new Letter(new CandidateId(9), List.of(answers), ApplicationSource.BOARD, consent, Optional.empty());
    }

    static Vacancy vacancy(ApplicationForm form) {
        var shown = new JobState.Published(NOW.minus(DAY), NOW.plus(DAY));
        return new Vacancy(JOB, COMPANY, shown, Optional.empty(), false, form, false, false);
    }

    static JobApplication in(ApplicationState state) {
        return new JobApplication(new ApplicationId(5), JOB, COMPANY, letter(), state, 1, NOW, NOW);
    }

    static Question licence() {
        var options = List.of(new Question.Choice("lmv", "Car"), new Question.Choice("none", "None"));
        return new Question(
                "licence", "Which licence?", QuestionType.SINGLE_SELECT, true, options, Optional.of(Set.of("lmv")));
    }

    static <S> S accepted(Decision<S> decision) {
        return switch (decision) {
            case Decision.Accepted<S> yes -> yes.next();
            case Decision.Refused<S> no -> throw new AssertionError(no.reasons());
        };
    }

    static List<String> codes(Decision<?> decision) {
        return switch (decision) {
            case Decision.Accepted<?> yes -> throw new AssertionError("accepted: " + yes.next());
            case Decision.Refused<?> no ->
                no.reasons().stream().map(Reason::code).toList();
        };
    }

    /// Some state of that name.
    static ApplicationState state(ApplicationState.Kind kind) {
        return switch (kind) {
            case APPLIED -> new ApplicationState.Applied(NOW);
            case SCREENED -> new ApplicationState.Screened(NOW);
            case IN_REVIEW -> new ApplicationState.InReview(NOW);
            case SHORTLISTED -> new ApplicationState.Shortlisted(NOW);
            case INTERVIEW_SCHEDULED -> new ApplicationState.InterviewScheduled(NOW, SLOT, NOW.plus(DAY), 0);
            case NO_SHOW -> new ApplicationState.NoShow(NOW, SLOT, NOW.minus(DAY), 0);
            case INTERVIEWED -> new ApplicationState.Interviewed(NOW, SLOT);
            case OFFERED -> new ApplicationState.Offered(NOW, OFFER);
            case HIRED -> new ApplicationState.Hired(NOW, SEAT, OFFER);
            case JOINED -> new ApplicationState.Joined(NOW, SEAT, OFFER);
            case DROPPED -> new ApplicationState.Dropped(NOW, "Never came");
            case OFFER_DECLINED -> new ApplicationState.OfferDeclined(NOW, OFFER, Optional.empty());
            case OFFER_LAPSED -> new ApplicationState.OfferLapsed(NOW, OFFER);
            case REJECTED -> new ApplicationState.Rejected(NOW, NO, new ApplicationState.InReview(NOW));
            case WITHDRAWN -> new ApplicationState.Withdrawn(NOW, Optional.empty());
            case JOB_CLOSED -> new ApplicationState.JobClosed(NOW);
        };
    }
}
