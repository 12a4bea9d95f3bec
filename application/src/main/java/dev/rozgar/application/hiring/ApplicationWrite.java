package dev.rozgar.application.hiring;

import dev.rozgar.application.access.Identity;
import dev.rozgar.application.change.BillingDesk.Charge;
import dev.rozgar.application.change.Changed;
import dev.rozgar.application.change.Logbook;
import dev.rozgar.application.change.Workspace;
import dev.rozgar.domain.Decision.Accepted;
import dev.rozgar.domain.billing.LineKind;
import dev.rozgar.domain.hiring.ApplicationMove;
import dev.rozgar.domain.hiring.ApplicationState;
import dev.rozgar.domain.hiring.JobApplication;
import java.util.Optional;

/// Writes an application with its lines and what it costs.
record ApplicationWrite(Workspace space, Identity who) {

    /// @param isFirst of the candidate for the job: only that one costs
    Changed<JobApplication> sent(Accepted<JobApplication> decided, boolean isFirst) {
        var application = decided.next();
        var knockout = application.state() instanceof ApplicationState.Rejected rejected
                ? Optional.of(rejected.rejection().reason())
                : Optional.<String>empty();
        var saved = saved(decided, knockout);
        // Behind what it is for: a charge refers to its application.
        if (isFirst) charge(application, LineKind.PER_APPLICATION);
        return saved;
    }

    Changed<JobApplication> moved(Accepted<JobApplication> decided, ApplicationMove move) {
        switch (move) {
            case ApplicationMove.Attend _ -> charge(decided.next(), LineKind.PER_INTERVIEW);
            case ApplicationMove.ConfirmJoining _ -> charge(decided.next(), LineKind.PER_JOINING);
            case ApplicationMove.Step _ -> {}
            case ApplicationMove.Reject _, ApplicationMove.Unreject _, ApplicationMove.Withdraw _ -> {}
            case ApplicationMove.CloseWithJob _ -> {}
        }
        return saved(decided, reason(move));
    }

    private Changed<JobApplication> saved(Accepted<JobApplication> decided, Optional<String> reason) {
        var next = decided.next();
        space.hiring().save(next);
        long version = next.version() + 1;
        var lines = new Logbook(space, who).write(decided.events(), version, reason);
        var stored = new JobApplication(
                next.id(),
                next.job(),
                next.company(),
                next.letter(),
                next.state(),
                version,
                next.createdAt(),
                next.updatedAt());
        return new Changed<>(stored, version, lines);
    }

    private void charge(JobApplication application, LineKind kind) {
        space.billing()
                .charge(new Charge(
                        0,
                        application.company(),
                        kind,
                        Optional.of(application.job()),
                        Optional.of(application.id()),
                        application.updatedAt()));
    }

    private static Optional<String> reason(ApplicationMove move) {
        return switch (move) {
            case ApplicationMove.Reject(var rejection) -> Optional.of(rejection.reason());
            case ApplicationMove.Withdraw(var reason) -> reason;
            case ApplicationMove.Decline(var reason) -> reason;
            case ApplicationMove.Drop(String reason) -> Optional.of(reason);
            case ApplicationMove.Step _, ApplicationMove.Unreject _, ApplicationMove.CloseWithJob _ -> Optional.empty();
        };
    }
}
