package dev.rozgar.domain.hiring;

import dev.rozgar.domain.Reason;
import dev.rozgar.domain.hiring.ApplicationMove.MakeOffer;
import dev.rozgar.domain.hiring.ApplicationState.Hired;
import dev.rozgar.domain.hiring.ApplicationState.InterviewScheduled;
import dev.rozgar.domain.hiring.ApplicationState.Live;
import dev.rozgar.domain.job.JobState.Published;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// The conditions on the arrows of [ApplicationState]: each answers with every reason against the move.
final class ApplicationGuards {
    private ApplicationGuards() {}

    /// May somebody apply for it?
    static List<Reason> open(Vacancy vacancy, Instant now) {
        var reasons = new ArrayList<Reason>();
        boolean shown = vacancy.state() instanceof Published(Instant _, Instant until) && now.isBefore(until);
        if (!shown || vacancy.suspended()) {
            reasons.add(new Reason("JOB_NOT_LIVE", "The job does not take applications.", "Look for another job."));
        }
        if (vacancy.applyBy().filter(last -> last.isBefore(now)).isPresent()) {
            reasons.add(new Reason("APPLY_BY_PASSED", "The last day to apply has passed.", "Look for another job."));
        }
        reasons.addAll(only(vacancy.alreadyApplied()));
        if (vacancy.ruledOut()) {
            reasons.add(new Reason(
                    "KNOCKED_OUT",
                    "What the candidate answered to this job's questions before rules it out.",
                    "Look for another job; apply again when its questions have changed."));
        }
        return reasons;
    }

    static List<Reason> schedulable(InterviewSlotId asked, Instant now, HiringFacts facts) {
        var reasons = new ArrayList<Reason>();
        if (!facts.phoneVerified()) {
            reasons.add(new Reason(
                    "PHONE_NOT_VERIFIED",
                    "The candidate's phone number is not verified.",
                    "Have the candidate enter the code sent to the phone."));
        }
        reasons.addAll(bookable(asked, now, facts));
        return reasons;
    }

    static List<Reason> movable(InterviewSlotId held, InterviewSlotId asked, Instant now, HiringFacts facts) {
        return held.equals(asked)
                ? List.of(new Reason("SLOT_UNCHANGED", "The interview is in this slot already.", "Name another slot."))
                : bookable(asked, now, facts);
    }

    static List<Reason> secondChance(int had, InterviewSlotId asked, Instant now, HiringFacts facts) {
        var reasons = new ArrayList<Reason>();
        if (had >= ApplicationState.MOST_RESCHEDULES) {
            reasons.add(new Reason(
                    "TOO_MANY_RESCHEDULES",
                    "A missed interview gets another slot at most " + ApplicationState.MOST_RESCHEDULES + " times.",
                    ""));
        }
        reasons.addAll(bookable(asked, now, facts));
        return reasons;
    }

    static List<Reason> offerable(MakeOffer offer, Instant now, HiringFacts facts) {
        var reasons = new ArrayList<Reason>(seatLeft(facts));
        if (!offer.expiresAt().isAfter(now)) {
            reasons.add(new Reason("EXPIRY_PASSED", "The offer would be over already.", "Set a later expires_at."));
        }
        return reasons;
    }

    static List<Reason> acceptable(Offer offer, Instant now, HiringFacts facts) {
        var reasons = new ArrayList<Reason>(seatLeft(facts));
        if (!now.isBefore(offer.expiresAt())) {
            reasons.add(new Reason(
                    "OFFER_EXPIRED",
                    "The offer ended at " + offer.expiresAt() + ".",
                    "Ask the employer for a new one."));
        }
        return reasons;
    }

    /// Has the first day of work come?
    static List<Reason> begun(Offer offer, HiringFacts facts) {
        return facts.today().isBefore(offer.startDate())
                ? List.of(new Reason("TOO_EARLY", "Not before " + offer.startDate() + ".", "Wait until then."))
                : List.of();
    }

    /// Has the moment come?
    static List<Reason> due(Instant now, Instant moment) {
        return now.isBefore(moment)
                ? List.of(new Reason("TOO_EARLY", "Not before " + moment + ".", "Wait until then."))
                : List.of();
    }

    static List<Reason> jobOver(HiringFacts facts) {
        return facts.job() == JobPhase.OVER
                ? List.of()
                : List.of(new Reason("JOB_NOT_OVER", "The job has not ended.", "Close the job first."));
    }

    /// Is the job live, and what the state held still to be had?
    static List<Reason> revivable(Live was, HiringFacts facts) {
        var reasons = new ArrayList<Reason>();
        if (facts.job() != JobPhase.LIVE) {
            reasons.add(new Reason("JOB_NOT_LIVE", "The job is not live any more.", "Reopen the job first."));
        }
        reasons.addAll(only(facts.otherLive()));
        if (was instanceof Hired) {
            reasons.addAll(seatLeft(facts));
        }
        if (was instanceof InterviewScheduled held) {
            reasons.addAll(room(held.slot(), facts));
        }
        return reasons;
    }

    private static List<Reason> bookable(InterviewSlotId asked, Instant now, HiringFacts facts) {
        var reasons = new ArrayList<Reason>(room(asked, facts));
        if (facts.slot().filter(slot -> !now.isBefore(slot.start())).isPresent()) {
            reasons.add(new Reason("SLOT_STARTED", "The interview slot has begun.", "Name a later slot."));
        }
        return reasons;
    }

    private static List<Reason> room(InterviewSlotId asked, HiringFacts facts) {
        var slot = facts.slot().filter(found -> found.id().equals(asked));
        if (slot.isEmpty()) {
            return List.of(
                    new Reason("SLOT_UNKNOWN", "The job has no such interview slot.", "Name one of the job's slots."));
        }
        return slot.get().left() > 0
                ? List.of()
                : List.of(new Reason(
                        "SLOT_FULL", "The interview slot is full.", "Name another slot, or raise its capacity."));
    }

    private static List<Reason> seatLeft(HiringFacts facts) {
        return facts.freeSeat().isPresent()
                ? List.of()
                : List.of(new Reason("NO_OPENINGS_LEFT", "All openings are filled.", "Raise openings_total."));
    }

    private static List<Reason> only(boolean otherLive) {
        return otherLive
                ? List.of(new Reason(
                        "ALREADY_APPLIED",
                        "The candidate has another live application for this job.",
                        "Go on with that one."))
                : List.of();
    }
}
