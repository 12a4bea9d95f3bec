package dev.rozgar.domain.hiring;

import static dev.rozgar.domain.Decision.accepted;
import static dev.rozgar.domain.Decision.unlessBlocked;

import dev.rozgar.domain.Decision;
import dev.rozgar.domain.Millis;
import dev.rozgar.domain.hiring.ApplicationMove.CloseWithJob;
import dev.rozgar.domain.hiring.ApplicationMove.Reject;
import dev.rozgar.domain.hiring.ApplicationMove.Step;
import dev.rozgar.domain.hiring.ApplicationMove.Unreject;
import dev.rozgar.domain.hiring.ApplicationMove.Withdraw;
import dev.rozgar.domain.machine.NoArrow;
import java.time.Instant;
import java.util.Optional;

/// Where an application stands. States carry their own data, a rejection even the state it ended, so that taking it
/// back asks no log. What can end the way from wherever it is stands here, the way itself in [ApplicationSteps]. No
/// switch has a `default`.
public sealed interface ApplicationState {
    /// How often a missed interview may be given another slot.
    int MOST_RESCHEDULES = 2;

    /// When it came to be so, in whole milliseconds.
    Instant since();

    /// On its way. At most one application of a candidate for a job is.
    sealed interface Live extends ApplicationState {}

    /// Sent.
    record Applied(Instant since) implements Live {}

    /// The answers knocked nothing out.
    record Screened(Instant since) implements Live {}

    /// The employer has seen it.
    record InReview(Instant since) implements Live {}

    /// The employer wants to know more.
    record Shortlisted(Instant since) implements Live {}

    /// A place in the slot is held.
    ///
    /// @param reschedules how often a missed interview was given another slot
    record InterviewScheduled(Instant since, InterviewSlotId slot, Instant slotStart, int reschedules)
            implements Live {}

    /// The interview was missed; the place is not held any more.
    record NoShow(Instant since, InterviewSlotId slot, Instant slotStart, int reschedules) implements Live {}

    /// The interview took place.
    record Interviewed(Instant since, InterviewSlotId slot) implements Live {}

    /// The candidate decides.
    record Offered(Instant since, Offer offer) implements Live {}

    /// The offer was accepted; the seat is taken.
    record Hired(Instant since, Seat seat, Offer offer) implements Live {}

    /// At work: the seat stays taken.
    record Joined(Instant since, Seat seat, Offer offer) implements ApplicationState {}

    /// Hired, but never came; the seat is free again.
    record Dropped(Instant since, String reason) implements ApplicationState {}

    /// The candidate did not want the offer.
    record OfferDeclined(Instant since, Offer offer, Optional<String> reason) implements ApplicationState {}

    /// The candidate did not answer in time.
    record OfferLapsed(Instant since, Offer offer) implements ApplicationState {}

    /// Turned down; can be taken back while the job is live.
    ///
    /// @param was what it was before
    record Rejected(Instant since, Rejection rejection, Live was) implements ApplicationState {}

    /// Taken back by the candidate.
    record Withdrawn(Instant since, Optional<String> reason) implements ApplicationState {}

    /// Ended with the job.
    record JobClosed(Instant since) implements ApplicationState {}

    /// The states' names, for storage and for the API.
    enum Kind {
        APPLIED,
        SCREENED,
        IN_REVIEW,
        SHORTLISTED,
        INTERVIEW_SCHEDULED,
        NO_SHOW,
        INTERVIEWED,
        OFFERED,
        HIRED,
        JOINED,
        DROPPED,
        OFFER_DECLINED,
        OFFER_LAPSED,
        REJECTED,
        WITHDRAWN,
        JOB_CLOSED;

        /// Whether coming here is the employer's word to the candidate, as only being looked at is not.
        public boolean isAnswer() {
            return switch (this) {
                case SHORTLISTED, INTERVIEW_SCHEDULED, OFFERED, REJECTED -> true;
                case APPLIED,
                        SCREENED,
                        IN_REVIEW,
                        NO_SHOW,
                        INTERVIEWED,
                        HIRED,
                        JOINED,
                        DROPPED,
                        OFFER_DECLINED,
                        OFFER_LAPSED,
                        WITHDRAWN,
                        JOB_CLOSED -> false;
            };
        }
    }

    /// This state's name.
    default Kind kind() {
        return switch (this) {
            case Applied _ -> Kind.APPLIED;
            case Screened _ -> Kind.SCREENED;
            case InReview _ -> Kind.IN_REVIEW;
            case Shortlisted _ -> Kind.SHORTLISTED;
            case InterviewScheduled _ -> Kind.INTERVIEW_SCHEDULED;
            case NoShow _ -> Kind.NO_SHOW;
            case Interviewed _ -> Kind.INTERVIEWED;
            case Offered _ -> Kind.OFFERED;
            case Hired _ -> Kind.HIRED;
            case Joined _ -> Kind.JOINED;
            case Dropped _ -> Kind.DROPPED;
            case OfferDeclined _ -> Kind.OFFER_DECLINED;
            case OfferLapsed _ -> Kind.OFFER_LAPSED;
            case Rejected _ -> Kind.REJECTED;
            case Withdrawn _ -> Kind.WITHDRAWN;
            case JobClosed _ -> Kind.JOB_CLOSED;
        };
    }

    /// On its way.
    default boolean isLive() {
        return this instanceof Live;
    }

    /// Nothing leads out.
    default boolean isTerminal() {
        return !(this instanceof Live) && !(this instanceof Rejected);
    }

    /// What it was before a rejection of which the candidate is not to know yet.
    default Optional<Live> untold(Instant now) {
        return this instanceof Rejected(Instant _, Rejection rejection, Live was) && !rejection.isTold(now)
                ? Optional.of(was)
                : Optional.empty();
    }

    /// The same without what somebody wrote: a reason that cannot be left out says that it was removed.
    default ApplicationState withoutWords() {
        return switch (this) {
            case Dropped(var at, var _) -> new Dropped(at, Rejection.REMOVED);
            case OfferDeclined(var at, var offer, var _) -> new OfferDeclined(at, offer, Optional.empty());
            case Rejected(var at, var rejection, var was) -> new Rejected(at, rejection.withoutWords(), was);
            case Withdrawn(var at, var _) -> new Withdrawn(at, Optional.empty());
            case Applied _, Screened _, InReview _, Shortlisted _, InterviewScheduled _, NoShow _ -> this;
            case Interviewed _, Offered _, Hired _, Joined _, OfferLapsed _, JobClosed _ -> this;
        };
    }

    /// The seat that it takes up.
    default Optional<Seat> heldSeat() {
        return switch (this) {
            case Hired(Instant _, Seat seat, Offer _) -> Optional.of(seat);
            case Joined(Instant _, Seat seat, Offer _) -> Optional.of(seat);
            case Applied _, Screened _, InReview _, Shortlisted _, InterviewScheduled _, NoShow _ -> Optional.empty();
            case Interviewed _, Offered _, Dropped _, OfferDeclined _, OfferLapsed _ -> Optional.empty();
            case Rejected _, Withdrawn _, JobClosed _ -> Optional.empty();
        };
    }

    /// The interview slot in which it holds a place.
    default Optional<InterviewSlotId> heldSlot() {
        return this instanceof InterviewScheduled held ? Optional.of(held.slot()) : Optional.empty();
    }

    /// What the move leads to from here, or every reason against it. Nothing else changes.
    default Decision<ApplicationState> on(ApplicationMove move, Instant at, HiringFacts facts) {
        var now = Millis.of(at);
        return switch (this) {
            case Live live ->
                switch (move) {
                    case Reject(Rejection rejection) -> accepted(new Rejected(now, rejection, live));
                    case Withdraw(Optional<String> reason) -> accepted(new Withdrawn(now, reason));
                    case CloseWithJob close -> closed(live, close, now, facts);
                    case Unreject _ -> undefined(move);
                    case Step step -> ApplicationSteps.take(live, step, now, facts);
                };
            case Rejected(Instant _, Rejection _, Live was) ->
                switch (move) {
                    case Unreject _ ->
                        unlessBlocked(ApplicationGuards.revivable(was, facts), () -> revived(was, now, facts));
                    case Reject _, Withdraw _, CloseWithJob _, Step _ -> undefined(move);
                };
            case Joined _, Dropped _, OfferDeclined _, OfferLapsed _, Withdrawn _, JobClosed _ -> undefined(move);
        };
    }

    /// Offers and hires go on when the job ends.
    private Decision<ApplicationState> closed(Live live, CloseWithJob move, Instant now, HiringFacts facts) {
        return switch (live) {
            case Applied _, Screened _, InReview _, Shortlisted _, InterviewScheduled _, NoShow _, Interviewed _ ->
                unlessBlocked(ApplicationGuards.jobOver(facts), () -> new JobClosed(now));
            case Offered _, Hired _ -> undefined(move);
        };
    }

    /// Takes again what the rejection let go.
    private static Live revived(Live was, Instant now, HiringFacts facts) {
        return switch (was) {
            case Applied _ -> new Applied(now);
            case Screened _ -> new Screened(now);
            case InReview _ -> new InReview(now);
            case Shortlisted _ -> new Shortlisted(now);
            case InterviewScheduled(Instant _, InterviewSlotId slot, Instant start, int reschedules) ->
                new InterviewScheduled(now, slot, start, reschedules);
            case NoShow(Instant _, InterviewSlotId slot, Instant start, int reschedules) ->
                new NoShow(now, slot, start, reschedules);
            case Interviewed(Instant _, InterviewSlotId slot) -> new Interviewed(now, slot);
            case Offered(Instant _, Offer offer) -> new Offered(now, offer);
            case Hired(Instant _, Seat _, Offer offer) ->
                new Hired(now, facts.freeSeat().orElseThrow(), offer);
        };
    }

    private Decision<ApplicationState> undefined(ApplicationMove move) {
        return NoArrow.refused(move.trigger(), "application", kind());
    }
}
