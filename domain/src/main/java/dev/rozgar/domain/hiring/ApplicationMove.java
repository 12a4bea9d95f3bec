package dev.rozgar.domain.hiring;

import dev.rozgar.domain.Text;
import dev.rozgar.domain.job.Pay;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// What may be asked of an application's state, with what the move needs. Reasons are one line of at most 500
/// characters.
public sealed interface ApplicationMove {

    /// A step on the way from an application to a joining; every other move can end the way from wherever it is.
    sealed interface Step extends ApplicationMove {}

    /// The system looks at the answers.
    ///
    /// @param knockouts the questions whose answers knock out, see [ApplicationForm#knockouts]
    record AutoScreen(List<String> knockouts) implements Step {
        public AutoScreen {
            knockouts = List.copyOf(knockouts);
        }
    }

    /// The recruiter opens it.
    record View() implements Step {}

    /// The recruiter wants to know more.
    record Shortlist() implements Step {}

    /// A place in an interview slot is taken.
    record ScheduleInterview(InterviewSlotId slot) implements Step {}

    /// Another slot takes the place of the one before, or of a missed one.
    record Reschedule(InterviewSlotId slot) implements Step {}

    /// The candidate did not come.
    record MarkNoShow() implements Step {}

    /// The candidate came.
    record Attend() implements Step {}

    /// The recruiter offers the job; once more: in other words.
    record MakeOffer(Pay pay, LocalDate startDate, Instant expiresAt) implements Step {
        public MakeOffer {
            expiresAt = new Offer(1, pay, startDate, expiresAt).expiresAt();
        }

        Offer first() {
            return new Offer(1, pay, startDate, expiresAt);
        }
    }

    /// The candidate takes the offer and a seat.
    record Accept() implements Step {}

    /// The candidate does not take the offer.
    record Decline(Optional<String> reason) implements Step {
        public Decline {
            reason = reason.map(Text::reason);
        }
    }

    /// The clock ends the offer.
    record Lapse() implements Step {}

    /// The first day of work came, and the person with it.
    record ConfirmJoining() implements Step {}

    /// The first day of work came, but not the person.
    record Drop(String reason) implements Step {
        public Drop {
            reason = Text.reason(reason);
        }
    }

    /// The recruiter turns it down.
    record Reject(Rejection rejection) implements ApplicationMove {}

    /// The recruiter takes a rejection back.
    record Unreject() implements ApplicationMove {}

    /// The candidate takes the application back.
    record Withdraw(Optional<String> reason) implements ApplicationMove {
        public Withdraw {
            reason = reason.map(Text::reason);
        }
    }

    /// The job is over.
    record CloseWithJob() implements ApplicationMove {}

    /// The moves' names, for the API and the log.
    enum Trigger {
        AUTO_SCREEN,
        VIEW,
        SHORTLIST,
        SCHEDULE_INTERVIEW,
        RESCHEDULE,
        NO_SHOW,
        ATTEND,
        OFFER,
        ACCEPT,
        DECLINE,
        LAPSE,
        CONFIRM_JOINING,
        DROP,
        REJECT,
        UNREJECT,
        WITHDRAW,
        JOB_CLOSED
    }

    /// This move's name.
    default Trigger trigger() {
        return switch (this) {
            case AutoScreen _ -> Trigger.AUTO_SCREEN;
            case View _ -> Trigger.VIEW;
            case Shortlist _ -> Trigger.SHORTLIST;
            case ScheduleInterview _ -> Trigger.SCHEDULE_INTERVIEW;
            case Reschedule _ -> Trigger.RESCHEDULE;
            case MarkNoShow _ -> Trigger.NO_SHOW;
            case Attend _ -> Trigger.ATTEND;
            case MakeOffer _ -> Trigger.OFFER;
            case Accept _ -> Trigger.ACCEPT;
            case Decline _ -> Trigger.DECLINE;
            case Lapse _ -> Trigger.LAPSE;
            case ConfirmJoining _ -> Trigger.CONFIRM_JOINING;
            case Drop _ -> Trigger.DROP;
            case Reject _ -> Trigger.REJECT;
            case Unreject _ -> Trigger.UNREJECT;
            case Withdraw _ -> Trigger.WITHDRAW;
            case CloseWithJob _ -> Trigger.JOB_CLOSED;
        };
    }

    /// The interview slot that it asks for by number.
    default Optional<InterviewSlotId> askedSlot() {
        return switch (this) {
            case ScheduleInterview(InterviewSlotId asked) -> Optional.of(asked);
            case Reschedule(InterviewSlotId asked) -> Optional.of(asked);
            case AutoScreen _, View _, Shortlist _, MarkNoShow _, Attend _, MakeOffer _, Accept _, Decline _ ->
                Optional.empty();
            case Lapse _, ConfirmJoining _, Drop _, Reject _, Unreject _, Withdraw _, CloseWithJob _ ->
                Optional.empty();
        };
    }
}
