package dev.rozgar.application.alerts;

import dev.rozgar.application.access.Identity;
import dev.rozgar.application.access.Right;
import dev.rozgar.application.change.Answer;
import dev.rozgar.application.change.Approach;
import dev.rozgar.application.change.Terms;
import dev.rozgar.application.change.Transactions;
import dev.rozgar.domain.Millis;
import dev.rozgar.domain.alerts.Secret;
import dev.rozgar.domain.alerts.WebhookId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/// Gives a webhook another secret. For a day its events are signed with both, so that its receiver can change over.
public final class RotateSecret {
    public static final Duration OVERLAP = Duration.ofDays(1);

    private final Transactions transactions;
    private final Clock clock;

    public RotateSecret(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    /// @param until the secret before signs as well
    public record Rotated(WebhookId id, Secret secret, Instant until) {}

    public Answer<Rotated> handle(Identity who, WebhookId id, Terms<Rotated> terms) {
        var until = Millis.of(clock.instant().plus(OVERLAP));
        return transactions.run(
                terms,
                space -> Approach.of(who, Right.WEBHOOK_KEEP).to(() -> WebhookWrite.find(space, id), () -> false, _ -> {
                    Secret secret = NewSecret.mint();
                    space.alerts().rotate(id, secret, until);
                    return Answer.Done.accepted(new Rotated(id, secret, until));
                }));
    }
}
