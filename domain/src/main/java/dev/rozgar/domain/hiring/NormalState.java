package dev.rozgar.domain.hiring;

/// The states of applications in the words that applicant tracking systems exchange (those of unified.to, as far as
/// ours map to them).
public enum NormalState {
    NEW,
    REVIEWING,
    SCREENING,
    FIRST_INTERVIEW,
    OFFERED,
    ACCEPTED,
    HIRED,
    REJECTED,
    DECLINED,
    WITHDRAWN;

    /// The word for one of ours. Whoever accepted an offer is HIRED to us and ACCEPTED there until the first day.
    public static NormalState of(ApplicationState.Kind state) {
        return switch (state) {
            case APPLIED -> NEW;
            case SCREENED -> SCREENING;
            case IN_REVIEW, SHORTLISTED -> REVIEWING;
            case INTERVIEW_SCHEDULED, NO_SHOW, INTERVIEWED -> FIRST_INTERVIEW;
            case OFFERED -> OFFERED;
            case HIRED -> ACCEPTED;
            case JOINED -> HIRED;
            case OFFER_DECLINED, OFFER_LAPSED -> DECLINED;
            case REJECTED, JOB_CLOSED -> REJECTED;
            case DROPPED, WITHDRAWN -> WITHDRAWN;
        };
    }
}
