package dev.rozgar.domain.hiring;

import static dev.rozgar.domain.Decision.accepted;
import static dev.rozgar.domain.Decision.unlessBlocked;

import dev.rozgar.domain.Decision;
import dev.rozgar.domain.hiring.ApplicationMove.Accept;
import dev.rozgar.domain.hiring.ApplicationMove.Attend;
import dev.rozgar.domain.hiring.ApplicationMove.AutoScreen;
import dev.rozgar.domain.hiring.ApplicationMove.ConfirmJoining;
import dev.rozgar.domain.hiring.ApplicationMove.Decline;
import dev.rozgar.domain.hiring.ApplicationMove.Drop;
import dev.rozgar.domain.hiring.ApplicationMove.Lapse;
import dev.rozgar.domain.hiring.ApplicationMove.MakeOffer;
import dev.rozgar.domain.hiring.ApplicationMove.MarkNoShow;
import dev.rozgar.domain.hiring.ApplicationMove.Reschedule;
import dev.rozgar.domain.hiring.ApplicationMove.ScheduleInterview;
import dev.rozgar.domain.hiring.ApplicationMove.Shortlist;
import dev.rozgar.domain.hiring.ApplicationMove.Step;
import dev.rozgar.domain.hiring.ApplicationMove.View;
import dev.rozgar.domain.hiring.ApplicationState.Applied;
import dev.rozgar.domain.hiring.ApplicationState.Dropped;
import dev.rozgar.domain.hiring.ApplicationState.Hired;
import dev.rozgar.domain.hiring.ApplicationState.InReview;
import dev.rozgar.domain.hiring.ApplicationState.InterviewScheduled;
import dev.rozgar.domain.hiring.ApplicationState.Interviewed;
import dev.rozgar.domain.hiring.ApplicationState.Joined;
import dev.rozgar.domain.hiring.ApplicationState.Live;
import dev.rozgar.domain.hiring.ApplicationState.NoShow;
import dev.rozgar.domain.hiring.ApplicationState.OfferDeclined;
import dev.rozgar.domain.hiring.ApplicationState.OfferLapsed;
import dev.rozgar.domain.hiring.ApplicationState.Offered;
import dev.rozgar.domain.hiring.ApplicationState.Rejected;
import dev.rozgar.domain.hiring.ApplicationState.Screened;
import dev.rozgar.domain.hiring.ApplicationState.Shortlisted;
import dev.rozgar.domain.machine.NoArrow;
import java.time.Instant;
import java.util.List;

/// The way from an application to a joining, one state after the other: the other half of [ApplicationState].
final class ApplicationSteps {
    private ApplicationSteps() {}

    static Decision<ApplicationState> take(Live from, Step step, Instant now, HiringFacts facts) {
        return switch (from) {
            case Applied state -> applied(state, step, now);
            case Screened state -> screened(state, step, now);
            case InReview state -> inReview(state, step, now);
            case Shortlisted state -> shortlisted(state, step, now, facts);
            case InterviewScheduled state -> scheduled(state, step, now, facts);
            case NoShow state -> noShow(state, step, now, facts);
            case Interviewed state -> interviewed(state, step, now, facts);
            case Offered state -> offered(state, step, now, facts);
            case Hired state -> hired(state, step, now, facts);
        };
    }

    private static Decision<ApplicationState> applied(Applied state, Step step, Instant now) {
        return switch (step) {
            case AutoScreen(List<String> knockouts) ->
                accepted(
                        knockouts.isEmpty()
                                ? new Screened(now)
                                : new Rejected(now, Rejection.knockout(knockouts), state));
            case View _ -> accepted(new InReview(now));
            case Shortlist _ -> accepted(new Shortlisted(now));
            case ScheduleInterview _, Reschedule _, MarkNoShow _, Attend _, MakeOffer _ -> none(state, step);
            case Accept _, Decline _, Lapse _, ConfirmJoining _, Drop _ -> none(state, step);
        };
    }

    private static Decision<ApplicationState> screened(Screened state, Step step, Instant now) {
        return switch (step) {
            case View _ -> accepted(new InReview(now));
            case Shortlist _ -> accepted(new Shortlisted(now));
            case AutoScreen _, ScheduleInterview _, Reschedule _, MarkNoShow _, Attend _, MakeOffer _ ->
                none(state, step);
            case Accept _, Decline _, Lapse _, ConfirmJoining _, Drop _ -> none(state, step);
        };
    }

    private static Decision<ApplicationState> inReview(InReview state, Step step, Instant now) {
        return switch (step) {
            case Shortlist _ -> accepted(new Shortlisted(now));
            case AutoScreen _, View _, ScheduleInterview _, Reschedule _, MarkNoShow _, Attend _, MakeOffer _ ->
                none(state, step);
            case Accept _, Decline _, Lapse _, ConfirmJoining _, Drop _ -> none(state, step);
        };
    }

    private static Decision<ApplicationState> shortlisted(
            Shortlisted state, Step step, Instant now, HiringFacts facts) {
        return switch (step) {
            case ScheduleInterview(InterviewSlotId slot) ->
                unlessBlocked(ApplicationGuards.schedulable(slot, now, facts), () -> booked(now, facts, 0));
            case MakeOffer offer ->
                unlessBlocked(ApplicationGuards.offerable(offer, now, facts), () -> new Offered(now, offer.first()));
            case AutoScreen _, View _, Shortlist _, Reschedule _, MarkNoShow _, Attend _ -> none(state, step);
            case Accept _, Decline _, Lapse _, ConfirmJoining _, Drop _ -> none(state, step);
        };
    }

    private static Decision<ApplicationState> scheduled(
            InterviewScheduled state, Step step, Instant now, HiringFacts facts) {
        return switch (step) {
            case Reschedule(InterviewSlotId slot) ->
                unlessBlocked(
                        ApplicationGuards.movable(state.slot(), slot, now, facts),
                        () -> booked(now, facts, state.reschedules()));
            case MarkNoShow _ ->
                unlessBlocked(
                        ApplicationGuards.due(now, state.slotStart()),
                        () -> new NoShow(now, state.slot(), state.slotStart(), state.reschedules()));
            case Attend _ ->
                unlessBlocked(ApplicationGuards.due(now, state.slotStart()), () -> new Interviewed(now, state.slot()));
            case AutoScreen _, View _, Shortlist _, ScheduleInterview _, MakeOffer _ -> none(state, step);
            case Accept _, Decline _, Lapse _, ConfirmJoining _, Drop _ -> none(state, step);
        };
    }

    private static Decision<ApplicationState> noShow(NoShow state, Step step, Instant now, HiringFacts facts) {
        return switch (step) {
            case Reschedule(InterviewSlotId slot) ->
                unlessBlocked(
                        ApplicationGuards.secondChance(state.reschedules(), slot, now, facts),
                        () -> booked(now, facts, state.reschedules() + 1));
            case AutoScreen _, View _, Shortlist _, ScheduleInterview _, MarkNoShow _, Attend _, MakeOffer _ ->
                none(state, step);
            case Accept _, Decline _, Lapse _, ConfirmJoining _, Drop _ -> none(state, step);
        };
    }

    private static Decision<ApplicationState> interviewed(
            Interviewed state, Step step, Instant now, HiringFacts facts) {
        return switch (step) {
            case MakeOffer offer ->
                unlessBlocked(ApplicationGuards.offerable(offer, now, facts), () -> new Offered(now, offer.first()));
            case AutoScreen _, View _, Shortlist _, ScheduleInterview _, Reschedule _, MarkNoShow _, Attend _ ->
                none(state, step);
            case Accept _, Decline _, Lapse _, ConfirmJoining _, Drop _ -> none(state, step);
        };
    }

    private static Decision<ApplicationState> offered(Offered state, Step step, Instant now, HiringFacts facts) {
        return switch (step) {
            case MakeOffer offer ->
                unlessBlocked(
                        ApplicationGuards.offerable(offer, now, facts),
                        () -> new Offered(now, offer.first().after(state.offer())));
            case Accept _ ->
                unlessBlocked(
                        ApplicationGuards.acceptable(state.offer(), now, facts),
                        () -> new Hired(now, facts.freeSeat().orElseThrow(), state.offer()));
            case Decline decline -> accepted(new OfferDeclined(now, state.offer(), decline.reason()));
            case Lapse _ ->
                unlessBlocked(
                        ApplicationGuards.due(now, state.offer().expiresAt()),
                        () -> new OfferLapsed(now, state.offer()));
            case AutoScreen _, View _, Shortlist _, ScheduleInterview _, Reschedule _, MarkNoShow _, Attend _ ->
                none(state, step);
            case ConfirmJoining _, Drop _ -> none(state, step);
        };
    }

    private static Decision<ApplicationState> hired(Hired state, Step step, Instant now, HiringFacts facts) {
        return switch (step) {
            case ConfirmJoining _ ->
                unlessBlocked(
                        ApplicationGuards.begun(state.offer(), facts),
                        () -> new Joined(now, state.seat(), state.offer()));
            case Drop(String reason) ->
                unlessBlocked(ApplicationGuards.begun(state.offer(), facts), () -> new Dropped(now, reason));
            case AutoScreen _, View _, Shortlist _, ScheduleInterview _, Reschedule _, MarkNoShow _, Attend _ ->
                none(state, step);
            case MakeOffer _, Accept _, Decline _, Lapse _ -> none(state, step);
        };
    }

    private static ApplicationState booked(Instant now, HiringFacts facts, int reschedules) {
        var slot = facts.slot().orElseThrow();
        return new InterviewScheduled(now, slot.id(), slot.start(), reschedules);
    }

    private static Decision<ApplicationState> none(Live state, Step step) {
        return NoArrow.refused(step.trigger(), "application", state.kind());
    }
}
