package dev.rozgar.application.hiring;

import dev.rozgar.application.access.Identity;
import dev.rozgar.application.access.Right;
import dev.rozgar.application.change.Answer;
import dev.rozgar.application.change.Approach;
import dev.rozgar.application.change.Terms;
import dev.rozgar.application.change.Transactions;
import dev.rozgar.application.change.View;
import dev.rozgar.domain.hiring.ApplicationId;
import java.time.Clock;
import java.util.Optional;

/// Shows an application with its candidate to the two who share it, with what may happen to it now.
public final class ViewApplication {
    private final Transactions transactions;
    private final Clock clock;

    public ViewApplication(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    public Answer<View<ApplicationFile>> handle(Identity who, ApplicationId id) {
        var asked = new Dossier.Request(id, Optional.empty(), who, clock.instant());
        return transactions.run(
                Terms.reading(),
                space -> Approach.of(who, Right.APPLICATION_READ).to(() -> asked.in(space), () -> false, stand -> {
                    var dossier = stand.thing();
                    var file =
                            ApplicationFile.of(dossier.told(), dossier.docket().candidate(), who, dossier.now());
                    return Answer.Done.accepted(new View<>(file, stand.view().options()));
                }));
    }
}
