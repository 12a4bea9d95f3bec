package dev.rozgar.domain.hiring;

import static dev.rozgar.domain.Decision.accepted;

import dev.rozgar.domain.Decision;
import dev.rozgar.domain.hiring.ApplicationMove.Trigger;
import dev.rozgar.domain.hiring.ApplicationState.Kind;
import dev.rozgar.domain.hiring.ApplicationState.Live;
import dev.rozgar.domain.job.JobId;
import dev.rozgar.domain.job.Pay;
import dev.rozgar.domain.job.PayKind;
import dev.rozgar.domain.job.PayPeriod;
import dev.rozgar.domain.machine.Arrow;
import dev.rozgar.domain.machine.NoArrow;
import dev.rozgar.domain.machine.Option;
import dev.rozgar.domain.machine.Trial;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// The machine of [ApplicationState] seen from outside, by trying moves on it.
public final class ApplicationMachine {
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration WEEK = Duration.ofDays(7);
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final Instant LATER = NOON.plus(Duration.ofDays(30));
    private static final InterviewSlotId SLOT = new InterviewSlotId(1);
    private static final InterviewSlotId OTHER_SLOT = new InterviewSlotId(2);
    private static final InterviewSlotId THOUGHT_OF = new InterviewSlotId(Long.MAX_VALUE);
    private static final Seat SEAT = new Seat(1);

    private ApplicationMachine() {}

    /// Every arrow, with the guards that were seen to stand on it.
    public static List<Arrow<Kind, Trigger>> arrows() {
        return Arrow.seenIn(samples().flatMap(ApplicationMachine::trials));
    }

    /// The moves with an arrow out of that state, whatever their guards say.
    public static Set<Trigger> movesFrom(ApplicationState state) {
        var moves = EnumSet.noneOf(Trigger.class);
        for (var trigger : Trigger.values()) {
            if (!NoArrow.answers(state.on(sample(trigger, NOON), NOON, HiringFacts.NOTHING))) {
                moves.add(trigger);
            }
        }
        return moves;
    }

    /// What may happen now. Where nobody has named an interview slot yet, a free one of the job is thought of.
    static List<Option<Kind, Trigger>> options(ApplicationState state, Instant now, HiringFacts facts) {
        return Option.among(
                Trigger.values(),
                trigger -> kindOf(
                        switch (trigger) {
                            case SCHEDULE_INTERVIEW, RESCHEDULE -> {
                                var slot = facts.slot().orElseGet(() -> slot(THOUGHT_OF, now.plus(DAY), 0));
                                var move = trigger == Trigger.RESCHEDULE
                                        ? new ApplicationMove.Reschedule(slot.id())
                                        : new ApplicationMove.ScheduleInterview(slot.id());
                                yield state.on(move, now, facts.with(Optional.of(slot)));
                            }
                            case AUTO_SCREEN, VIEW, SHORTLIST, NO_SHOW, ATTEND, OFFER, ACCEPT, DECLINE, LAPSE ->
                                state.on(sample(trigger, now), now, facts);
                            case CONFIRM_JOINING, DROP, REJECT, UNREJECT, WITHDRAW, JOB_CLOSED ->
                                state.on(sample(trigger, now), now, facts);
                        }));
    }

    /// Some move of that name, to try a state with at that moment.
    public static ApplicationMove sample(Trigger trigger, Instant now) {
        return switch (trigger) {
            case AUTO_SCREEN -> new ApplicationMove.AutoScreen(List.of());
            case VIEW -> new ApplicationMove.View();
            case SHORTLIST -> new ApplicationMove.Shortlist();
            case SCHEDULE_INTERVIEW -> new ApplicationMove.ScheduleInterview(OTHER_SLOT);
            case RESCHEDULE -> new ApplicationMove.Reschedule(OTHER_SLOT);
            case NO_SHOW -> new ApplicationMove.MarkNoShow();
            case ATTEND -> new ApplicationMove.Attend();
            case OFFER -> {
                var offer = offer(now);
                yield new ApplicationMove.MakeOffer(offer.pay(), offer.startDate(), offer.expiresAt());
            }
            case ACCEPT -> new ApplicationMove.Accept();
            case DECLINE -> new ApplicationMove.Decline(Optional.empty());
            case LAPSE -> new ApplicationMove.Lapse();
            case CONFIRM_JOINING -> new ApplicationMove.ConfirmJoining();
            case DROP -> new ApplicationMove.Drop("sample");
            case REJECT -> new ApplicationMove.Reject(new Rejection("sample", Optional.empty(), Optional.empty()));
            case UNREJECT -> new ApplicationMove.Unreject();
            case WITHDRAW -> new ApplicationMove.Withdraw(Optional.empty());
            case JOB_CLOSED -> new ApplicationMove.CloseWithJob();
        };
    }

    private static Stream<Trial<Kind, Trigger>> trials(ApplicationState state) {
        return Stream.of(NOON, LATER)
                .flatMap(now -> facts(now)
                        .flatMap(facts -> moves().map(move ->
                                new Trial<>(state.kind(), move.trigger(), kindOf(state.on(move, now, facts))))));
    }

    private static Decision<Kind> kindOf(Decision<ApplicationState> answer) {
        return answer.then(next -> accepted(next.kind()));
    }

    private static Stream<ApplicationMove> moves() {
        return Stream.concat(
                Arrays.stream(Trigger.values()).map(trigger -> sample(trigger, NOON)),
                Stream.of(
                        sample(Trigger.OFFER, LATER),
                        new ApplicationMove.AutoScreen(List.of("licence")),
                        new ApplicationMove.Reschedule(SLOT)));
    }

    private static Stream<HiringFacts> facts(Instant now) {
        var today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        var fine = new HiringFacts(JobPhase.LIVE, Optional.of(SEAT), true, Optional.empty(), false, today);
        return Stream.of(
                HiringFacts.NOTHING,
                fine,
                new HiringFacts(JobPhase.OVER, Optional.of(SEAT), true, Optional.empty(), false, today),
                fine.with(Optional.of(slot(OTHER_SLOT, LATER.plus(DAY), 0))),
                fine.with(Optional.of(slot(OTHER_SLOT, LATER.plus(DAY), 1))),
                fine.with(Optional.of(slot(OTHER_SLOT, NOON, 0))),
                fine.with(Optional.of(slot(SLOT, NOON.plus(DAY), 0))),
                fine.with(Optional.of(slot(SLOT, NOON.plus(DAY), 1))));
    }

    private static Stream<ApplicationState> samples() {
        var offer = offer(NOON);
        var ended = Stream.<ApplicationState>of(
                new ApplicationState.Joined(NOON, SEAT, offer),
                new ApplicationState.Dropped(NOON, "sample"),
                new ApplicationState.OfferDeclined(NOON, offer, Optional.empty()),
                new ApplicationState.OfferLapsed(NOON, offer),
                new ApplicationState.Withdrawn(NOON, Optional.empty()),
                new ApplicationState.JobClosed(NOON));
        var rejection = new Rejection("sample", Optional.empty(), Optional.empty());
        return Stream.of(live(), ended, live().map(was -> new ApplicationState.Rejected(NOON, rejection, was)))
                .flatMap(states -> states);
    }

    private static Stream<Live> live() {
        var start = NOON.plus(DAY);
        return Stream.of(
                new ApplicationState.Applied(NOON),
                new ApplicationState.Screened(NOON),
                new ApplicationState.InReview(NOON),
                new ApplicationState.Shortlisted(NOON),
                new ApplicationState.InterviewScheduled(NOON, SLOT, start, 0),
                new ApplicationState.NoShow(NOON, SLOT, start, 0),
                new ApplicationState.NoShow(NOON, SLOT, start, ApplicationState.MOST_RESCHEDULES),
                new ApplicationState.Interviewed(NOON, SLOT),
                new ApplicationState.Offered(NOON, offer(NOON)),
                new ApplicationState.Hired(NOON, SEAT, offer(NOON)));
    }

    private static InterviewSlot slot(InterviewSlotId id, Instant start, int booked) {
        return new InterviewSlot(
                id, new JobId(1), start, start.plus(DAY), Optional.empty(), InterviewMode.PHONE, 1, booked);
    }

    private static Offer offer(Instant now) {
        var amount = BigDecimal.valueOf(15_000);
        var pay = new Pay(
                amount, amount, Currency.getInstance("INR"), PayPeriod.MONTH, Optional.empty(), PayKind.FIXED, true);
        return new Offer(1, pay, LocalDate.ofInstant(now.plus(WEEK), ZoneOffset.UTC), now.plus(WEEK));
    }
}
