package dev.rozgar.domain.job;

import dev.rozgar.domain.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// The conditions on the arrows of [JobState]: each answers with every reason against the move.
final class JobGuards {
    static final Reason SUSPENDED = new Reason(
            "COMPANY_SUSPENDED",
            "The company is suspended and may not post jobs.",
            "Ask the board to reinstate the company.");

    private JobGuards() {}

    static Reason unchangeable(JobState.Kind state) {
        return new Reason("NOT_EDITABLE", "A job that is " + state + " cannot be edited.", "Post a new job.");
    }

    /// May the moderators see it?
    static List<Reason> submittable(Instant now, JobFacts facts) {
        var reasons = new ArrayList<Reason>(publishable(now, facts));
        reasons.addAll(permitted(facts));
        if (!facts.standing().contactVerified()) {
            reasons.add(new Reason(
                    "CONTACT_NOT_VERIFIED",
                    "Nobody has verified whom to ask about this job.",
                    "Have a moderator reach the company's contact (VERIFY_CONTACT) or verify the company;"
                            + " keep the job as a draft until then."));
        }
        return reasons;
    }

    /// May it pass the moderators?
    static List<Reason> approvable(Instant now, JobFacts facts) {
        var reasons = new ArrayList<Reason>(publishable(now, facts));
        reasons.addAll(permitted(facts));
        if (!facts.standing().credit()) {
            reasons.add(new Reason(
                    "NO_CREDIT", "An invoice of the company is unpaid long after it was due.", "Pay what is overdue."));
        }
        return reasons;
    }

    /// May it be shown from now on, as its content stands?
    static List<Reason> publishable(Instant now, JobFacts facts) {
        var window = facts.window();
        var reasons = new ArrayList<Reason>(dated(now, window));
        if (window.applyBy().isPresent() && !window.applyBy().get().isAfter(now)) {
            reasons.add(new Reason("APPLY_BY_PASSED", "The last day to apply has passed.", "Move or clear apply_by."));
        }
        reasons.addAll(seatsLeft(facts));
        return reasons;
    }

    /// May its company show jobs at all?
    static List<Reason> permitted(JobFacts facts) {
        return facts.standing().suspended() ? List.of(SUSPENDED) : List.of();
    }

    /// Has it time and seats left, and may its company show it?
    static List<Reason> openUntil(Instant now, Instant until, JobFacts facts) {
        var reasons = new ArrayList<Reason>(notOver(now, until));
        reasons.addAll(permitted(facts));
        reasons.addAll(seatsLeft(facts));
        return reasons;
    }

    /// Has its content an expiry that lies ahead?
    static List<Reason> dated(Instant now, PostingWindow window) {
        return window.expiresAt()
                .map(until -> notOver(now, until))
                .orElseGet(() -> List.of(new Reason("EXPIRY_MISSING", "The job has no expiry.", "Set expires_at.")));
    }

    static List<Reason> notOver(Instant now, Instant until) {
        return until.isAfter(now)
                ? List.of()
                : List.of(new Reason("EXPIRY_PASSED", "The job's time is over.", "Set a later expires_at."));
    }

    /// Has the moment come?
    static List<Reason> due(Instant now, Instant moment) {
        return now.isBefore(moment)
                ? List.of(new Reason("TOO_EARLY", "Not before " + moment + ".", "Wait until then."))
                : List.of();
    }

    /// May the clock show it?
    static List<Reason> startable(Instant now, JobState.Scheduled state, JobFacts facts) {
        var early = due(now, state.publishAt());
        var reasons = new ArrayList<Reason>(early.isEmpty() ? notOver(now, state.until()) : early);
        reasons.addAll(permitted(facts));
        return reasons;
    }

    static List<Reason> retained(Instant now, Instant endedAt, Duration retention) {
        return due(now, endedAt.plus(retention));
    }

    static List<Reason> fullOrExplained(JobMove.Fill fill, JobFacts facts) {
        return facts.openings().left() == 0 || fill.reason().isPresent()
                ? List.of()
                : List.of(new Reason(
                        "OPENINGS_LEFT",
                        facts.openings().left() + " openings are not filled.",
                        "Fill them, or give a reason."));
    }

    private static List<Reason> seatsLeft(JobFacts facts) {
        return facts.openings().left() > 0
                ? List.of()
                : List.of(new Reason("NO_OPENINGS_LEFT", "All openings are filled.", "Raise openings_total."));
    }
}
