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

/// Gives a webhook another secret. For a day its events are signed with both, so that its receiver can change over. One
/// that is asked for again within that day, because the reply was lost, does not end the secret that the receiver has.
public final class RotateSecret {
    public static final Duration OVERLAP = Duration.ofDays(1);

    private final Transactions transactions;
    private final Clock clock;

    public RotateSecret(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    /// @param until a secret that was before signs as well
    public record Rotated(WebhookId id, Secret secret, Instant until) {}

    public Answer<Rotated> handle(Identity who, WebhookId id, Terms<Rotated> terms) {
        var now = Millis.of(clock.instant());
        return transactions.run(
                terms,
                space -> Approach.of(who, Right.WEBHOOK_KEEP).to(() -> WebhookWrite.find(space, id), () -> false, _ -> {
                    Secret secret = NewSecret.mint();
                    Instant until = space.alerts().rotate(id, secret, now, now.plus(OVERLAP));
                    return Answer.Done.accepted(new Rotated(id, secret, until));
                }));
    }
}
