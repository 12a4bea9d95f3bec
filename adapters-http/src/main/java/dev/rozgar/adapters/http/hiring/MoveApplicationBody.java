package dev.rozgar.adapters.http.hiring;

import dev.rozgar.adapters.http.posting.JobParts;
import dev.rozgar.adapters.http.resource.MoveMembers;
import dev.rozgar.domain.Faults;
import dev.rozgar.domain.hiring.ApplicationMove;
import dev.rozgar.domain.hiring.ApplicationState;
import dev.rozgar.domain.hiring.InterviewSlotId;
import dev.rozgar.domain.hiring.Rejection;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A move of an application.
///
/// @param fromState the state that it is to lead out of; in its place an `If-Match` may say which version is meant
/// @param reason    for DROP and REJECT, and where it is wanted for DECLINE and WITHDRAW
/// @param note      for REJECT; the candidate never sees it
/// @param notifyAt  for REJECT: when the candidate is to be told
/// @param slotId    for SCHEDULE_INTERVIEW and RESCHEDULE
/// @param offer     for OFFER
public record MoveApplicationBody(
        ApplicationMove.Trigger move,
        ApplicationState.@Nullable Kind fromState,
        @Nullable String reason,
        @Nullable String note,
        @Nullable OffsetDateTime notifyAt,
        @Nullable Long slotId,
        @Nullable OfferBody offer) {

    public record OfferBody(JobParts.PayBody pay, LocalDate startDate, OffsetDateTime expiresAt) {
        ApplicationMove toMove() {
            var faults = new Faults();
            var paid = faults.required("pay", pay, JobParts.PayBody::toPay);
            return faults.build(() -> new ApplicationMove.MakeOffer(paid.get(), startDate, expiresAt.toInstant()));
        }
    }

    /// @throws dev.rozgar.domain.InvalidValues where members do not fit the move
    ApplicationMove toMove() {
        new MoveMembers(move)
                .with("reason", reason)
                .with("note", note)
                .with("notify_at", notifyAt)
                .with("slot_id", slotId)
                .with("offer", offer)
                .requireOnly(wanted());
        return switch (move) {
            case AUTO_SCREEN -> new ApplicationMove.AutoScreen(List.of());
            case VIEW -> new ApplicationMove.View();
            case SHORTLIST -> new ApplicationMove.Shortlist();
            case SCHEDULE_INTERVIEW -> new ApplicationMove.ScheduleInterview(slot());
            case RESCHEDULE -> new ApplicationMove.Reschedule(slot());
            case NO_SHOW -> new ApplicationMove.MarkNoShow();
            case ATTEND -> new ApplicationMove.Attend();
            case OFFER -> offered();
            case ACCEPT -> new ApplicationMove.Accept();
            case DECLINE -> new ApplicationMove.Decline(Optional.ofNullable(reason));
            case LAPSE -> new ApplicationMove.Lapse();
            case CONFIRM_JOINING -> new ApplicationMove.ConfirmJoining();
            case DROP -> new ApplicationMove.Drop(MoveMembers.needed("reason", reason));
            case REJECT -> rejected();
            case UNREJECT -> new ApplicationMove.Unreject();
            case WITHDRAW -> new ApplicationMove.Withdraw(Optional.ofNullable(reason));
            case JOB_CLOSED -> new ApplicationMove.CloseWithJob();
        };
    }

    private String[] wanted() {
        return switch (move) {
            case SCHEDULE_INTERVIEW, RESCHEDULE -> new String[] {"slot_id"};
            case OFFER -> new String[] {"offer"};
            case DECLINE, DROP, WITHDRAW -> new String[] {"reason"};
            case REJECT -> new String[] {"reason", "note", "notify_at"};
            case AUTO_SCREEN, VIEW, SHORTLIST, NO_SHOW, ATTEND, ACCEPT, LAPSE -> new String[0];
            case CONFIRM_JOINING, UNREJECT, JOB_CLOSED -> new String[0];
        };
    }

    private InterviewSlotId slot() {
        var faults = new Faults();
        var id = faults.required("slot_id", slotId, InterviewSlotId::new);
        return faults.build(id::get);
    }

    private ApplicationMove offered() {
        var faults = new Faults();
        var made = faults.required("offer", offer, OfferBody::toMove);
        return faults.build(made::get);
    }

    private ApplicationMove rejected() {
        return new ApplicationMove.Reject(new Rejection(
                MoveMembers.needed("reason", reason),
                Optional.ofNullable(note),
                Optional.ofNullable(notifyAt).map(OffsetDateTime::toInstant)));
    }
}
