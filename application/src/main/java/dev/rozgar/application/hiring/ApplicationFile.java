package dev.rozgar.application.hiring;

import dev.rozgar.application.access.Identity;
import dev.rozgar.application.access.Role;
import dev.rozgar.domain.hiring.ApplicationState;
import dev.rozgar.domain.hiring.Candidate;
import dev.rozgar.domain.hiring.JobApplication;
import dev.rozgar.domain.hiring.Rejection;
import java.util.Optional;

/// An application with who sent it, for somebody who may see it.
///
/// @param note of a rejection, which is the employer's own: always empty for a candidate. Show this, and never that of
///             the application's state
public record ApplicationFile(JobApplication application, Candidate candidate, Optional<String> note) {
    static ApplicationFile of(JobApplication application, Candidate candidate, Identity who) {
        var note = who.role() == Role.CANDIDATE
                ? Optional.<String>empty()
                : rejection(application).flatMap(Rejection::note);
        return new ApplicationFile(application, candidate, note);
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
