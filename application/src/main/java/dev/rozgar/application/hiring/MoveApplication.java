package dev.rozgar.application.hiring;

import dev.rozgar.application.access.Identity;
import dev.rozgar.application.access.Right;
import dev.rozgar.application.change.Answer;
import dev.rozgar.application.change.Approach;
import dev.rozgar.application.change.Changed;
import dev.rozgar.application.change.Terms;
import dev.rozgar.application.change.Transactions;
import dev.rozgar.domain.Decision;
import dev.rozgar.domain.Decision.Accepted;
import dev.rozgar.domain.hiring.ApplicationId;
import dev.rozgar.domain.hiring.ApplicationMove;
import dev.rozgar.domain.hiring.ApplicationState;
import dev.rozgar.domain.hiring.JobApplication;
import java.time.Clock;
import java.util.Optional;
import java.util.OptionalLong;

/// Moves an application from one state to another, with all that hangs on it: the seat, the place in an interview slot,
/// the job when its last seat is taken, the charge.
public final class MoveApplication {
    private final Transactions transactions;
    private final Clock clock;

    public MoveApplication(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    /// @param from    the state that the caller has seen, if it says so
    /// @param version that the caller has seen, if it says so
    public record Command(
            ApplicationId id, ApplicationMove move, Optional<ApplicationState.Kind> from, OptionalLong version) {}

    public Answer<Changed<JobApplication>> handle(Identity who, Command command, Terms<Changed<JobApplication>> terms) {
        var asked = new Dossier.Request(command.id(), Optional.of(command.move()), who, clock.instant());
        var right = Right.of(command.move().trigger());
        var approach = new Approach(who, right, command.version(), command.from());
        return transactions.run(
                terms,
                space -> approach.to(() -> asked.in(space), () -> false, stand -> {
                    var dossier = stand.thing();
                    var places = Places.of(dossier, command.move());
                    return switch (dossier.move(command.move(), places.asked())) {
                        case Accepted<JobApplication> yes ->
                            Answer.Done.accepted(new Step(who, dossier, places).write(yes, command.move()));
                        case Decision.Refused<JobApplication>(var reasons) -> stand.refused(reasons);
                    };
                }));
    }

    private record Step(Identity who, Dossier dossier, Places places) {
        Changed<JobApplication> write(Accepted<JobApplication> decided, ApplicationMove move) {
            var seating = Seating.of(dossier, decided.next());
            var space = dossier.space();
            seating.write(space.hiring(), who);
            places.write(space.hiring(), decided.next().state());
            return new ApplicationWrite(space, who).moved(decided, move);
        }
    }
}
