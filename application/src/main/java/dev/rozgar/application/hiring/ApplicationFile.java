package dev.rozgar.application.hiring;

import dev.rozgar.application.access.Identity;
import dev.rozgar.domain.hiring.ApplicationState;
import dev.rozgar.domain.hiring.Candidate;
import dev.rozgar.domain.hiring.JobApplication;
import dev.rozgar.domain.hiring.Rejection;
import java.time.Instant;
import java.util.Optional;

/// An application with who sent it, as somebody may see it.
///
/// @param application without a word of anybody from the moment on at which its consent ends
/// @param candidate empty: forgotten, or about to be since that consent has ended. Phone and mail address are not to
///                  be shown unless `reachable`
/// @param note      of a rejection, which is the employer's own: always empty for whoever waits for its decision.
///                  Show this, and never that of the application's state
/// @param reachable whether its reader may know phone and mail address: the candidate, and the employer if the
///                  candidate allows it
public record ApplicationFile(
        JobApplication application, Optional<Candidate> candidate, Optional<String> note, boolean reachable) {
    /// @param told as it is known to whoever asks
    static ApplicationFile of(JobApplication told, Optional<Candidate> candidate, Identity who, Instant now) {
        if (told.letter().consent().hasEnded(now))
            return new ApplicationFile(told.forgotten(told.updatedAt()), Optional.empty(), Optional.empty(), false);
        var note = who.awaitsDecisions()
                ? Optional.<String>empty()
                : rejection(told).flatMap(Rejection::note);
        return new ApplicationFile(told, candidate, note, isReachable(told, who));
    }

    /// A partner may have named somebody whom it does not know.
    private static boolean isReachable(JobApplication told, Identity who) {
        return switch (who.role()) {
            case CANDIDATE -> true;
            case RECRUITER -> told.letter().consent().contact();
            case ANONYMOUS, MODERATOR, FINANCE, OPERATOR, PARTNER, SYSTEM -> false;
        };
    }

    /// Why it was turned down, if it was.
    public Optional<Rejection> rejection() {
        return rejection(application);
    }

    private static Optional<Rejection> rejection(JobApplication application) {
        return application.state() instanceof ApplicationState.Rejected rejected
                ? Optional.of(rejected.rejection())
                : Optional.empty();
    }
}
