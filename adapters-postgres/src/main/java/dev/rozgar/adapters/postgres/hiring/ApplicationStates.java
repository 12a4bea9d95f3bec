package dev.rozgar.adapters.postgres.hiring;

import dev.rozgar.adapters.postgres.posting.JobReader;
import dev.rozgar.adapters.postgres.posting.JobWriter;
import dev.rozgar.adapters.postgres.sql.RowReader;
import dev.rozgar.adapters.postgres.sql.RowWriter;
import dev.rozgar.domain.hiring.ApplicationState;
import dev.rozgar.domain.hiring.ApplicationState.Applied;
import dev.rozgar.domain.hiring.ApplicationState.Dropped;
import dev.rozgar.domain.hiring.ApplicationState.Hired;
import dev.rozgar.domain.hiring.ApplicationState.InReview;
import dev.rozgar.domain.hiring.ApplicationState.InterviewScheduled;
import dev.rozgar.domain.hiring.ApplicationState.Interviewed;
import dev.rozgar.domain.hiring.ApplicationState.JobClosed;
import dev.rozgar.domain.hiring.ApplicationState.Joined;
import dev.rozgar.domain.hiring.ApplicationState.Live;
import dev.rozgar.domain.hiring.ApplicationState.NoShow;
import dev.rozgar.domain.hiring.ApplicationState.OfferDeclined;
import dev.rozgar.domain.hiring.ApplicationState.OfferLapsed;
import dev.rozgar.domain.hiring.ApplicationState.Offered;
import dev.rozgar.domain.hiring.ApplicationState.Rejected;
import dev.rozgar.domain.hiring.ApplicationState.Screened;
import dev.rozgar.domain.hiring.ApplicationState.Shortlisted;
import dev.rozgar.domain.hiring.ApplicationState.Withdrawn;
import dev.rozgar.domain.hiring.InterviewSlotId;
import dev.rozgar.domain.hiring.Offer;
import dev.rozgar.domain.hiring.Rejection;
import dev.rozgar.domain.hiring.Seat;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/// States of applications as columns (`state`, `state_at`, `slot_id`, `seat`, `offer_expires_at`) and, where no
/// statement looks, as members of `detail`. What a rejection ended stands in its detail in the same form.
final class ApplicationStates {
    private ApplicationStates() {}

    static void write(RowWriter out, ApplicationState state) {
        out.put("state", state.kind()).put("state_at", state.since().toString());
        switch (state) {
            case Applied _, Screened _, InReview _, Shortlisted _, JobClosed _ -> out.object("detail", _ -> {});
            case InterviewScheduled(var _, var slot, var start, var reschedules) ->
                interview(out, slot, start, reschedules);
            case NoShow(var _, var slot, var start, var reschedules) -> interview(out, slot, start, reschedules);
            case Interviewed(var _, var slot) ->
                out.put("slot_id", slot.value()).object("detail", _ -> {});
            case Offered(var _, var offer) -> offer(out, offer, Optional.empty());
            case Hired(var _, var seat, var offer) -> offer(out.put("seat", seat.number()), offer, Optional.empty());
            case Joined(var _, var seat, var offer) -> offer(out.put("seat", seat.number()), offer, Optional.empty());
            case OfferDeclined(var _, var offer, var reason) -> offer(out, offer, reason);
            case OfferLapsed(var _, var offer) -> offer(out, offer, Optional.empty());
            case Dropped(var _, var reason) -> out.object("detail", detail -> detail.put("reason", reason));
            case Withdrawn(var _, var reason) -> out.object("detail", detail -> detail.put("reason", reason));
            case Rejected(var _, var rejection, var was) -> rejected(out, rejection, was);
        }
    }

    private static void interview(RowWriter out, InterviewSlotId slot, Instant start, int reschedules) {
        out.put("slot_id", slot.value())
                .object(
                        "detail",
                        detail -> detail.put("slot_start", start.toString()).put("reschedules", reschedules));
    }

    private static void offer(RowWriter out, Offer offer, Optional<String> reason) {
        out.put("offer_expires_at", offer.expiresAt().toString()).object("detail", detail -> {
            detail.put("offer", offer.version())
                    .put("start_date", offer.startDate().toString())
                    .put("reason", reason);
            JobWriter.pay(detail, offer.pay());
        });
    }

    private static void rejected(RowWriter out, Rejection rejection, Live was) {
        out.object(
                "detail",
                detail -> detail.put("reason", rejection.reason())
                        .put("note", rejection.note())
                        .put("notify_at", rejection.notifyAt())
                        .object("was", before -> write(before, was)));
    }

    static ApplicationState read(RowReader row) {
        Instant since = row.moment("state_at");
        RowReader detail = row.row("detail");
        return switch (ApplicationState.Kind.valueOf(row.text("state"))) {
            case APPLIED -> new Applied(since);
            case SCREENED -> new Screened(since);
            case IN_REVIEW -> new InReview(since);
            case SHORTLISTED -> new Shortlisted(since);
            case INTERVIEW_SCHEDULED ->
                new InterviewScheduled(since, slot(row), detail.moment("slot_start"), detail.small("reschedules"));
            case NO_SHOW -> new NoShow(since, slot(row), detail.moment("slot_start"), detail.small("reschedules"));
            case INTERVIEWED -> new Interviewed(since, slot(row));
            case OFFERED -> new Offered(since, offer(row, detail));
            case HIRED -> new Hired(since, seat(row), offer(row, detail));
            case JOINED -> new Joined(since, seat(row), offer(row, detail));
            case DROPPED -> new Dropped(since, detail.text("reason"));
            case OFFER_DECLINED -> new OfferDeclined(since, offer(row, detail), detail.maybeText("reason"));
            case OFFER_LAPSED -> new OfferLapsed(since, offer(row, detail));
            case REJECTED -> new Rejected(since, rejection(detail), live(detail.row("was")));
            case WITHDRAWN -> new Withdrawn(since, detail.maybeText("reason"));
            case JOB_CLOSED -> new JobClosed(since);
        };
    }

    private static InterviewSlotId slot(RowReader row) {
        return new InterviewSlotId(row.whole("slot_id"));
    }

    private static Seat seat(RowReader row) {
        return new Seat(row.small("seat"));
    }

    private static Offer offer(RowReader row, RowReader detail) {
        return new Offer(
                detail.small("offer"),
                JobReader.pay(detail),
                LocalDate.parse(detail.text("start_date")),
                row.moment("offer_expires_at"));
    }

    private static Rejection rejection(RowReader detail) {
        return new Rejection(detail.text("reason"), detail.maybeText("note"), detail.maybeMoment("notify_at"));
    }

    private static Live live(RowReader was) {
        if (read(was) instanceof Live live) return live;
        throw new IllegalStateException("a rejection that ended what had ended");
    }
}
