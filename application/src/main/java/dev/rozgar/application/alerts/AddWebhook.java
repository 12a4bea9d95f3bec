package dev.rozgar.application.alerts;

import dev.rozgar.application.access.Identity;
import dev.rozgar.application.access.Owner;
import dev.rozgar.application.access.Right;
import dev.rozgar.application.change.Answer;
import dev.rozgar.application.change.Approach;
import dev.rozgar.application.change.Terms;
import dev.rozgar.application.change.Transactions;
import dev.rozgar.domain.Reason;
import dev.rozgar.domain.alerts.EventType;
import dev.rozgar.domain.alerts.Keeper;
import dev.rozgar.domain.alerts.Secret;
import dev.rozgar.domain.alerts.Webhook;
import dev.rozgar.domain.alerts.WebhookUrl;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Has an address told of events.
public final class AddWebhook {
    private final Transactions transactions;
    private final Clock clock;

    public AddWebhook(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    /// See [Webhook].
    public record Command(WebhookUrl url, Set<EventType> events) {}

    /// A webhook with a secret, which is told once.
    public record Added(Webhook webhook, Secret secret) {}

    /// Throws [dev.rozgar.domain.InvalidValues] for events that are not for the caller.
    public Answer<Added> handle(Identity who, Command command, Terms<Added> terms) {
        var now = clock.instant();
        return transactions.run(
                terms,
                space -> Approach.of(who, Right.WEBHOOK_KEEP).create(Owner.keeping(who), _ -> {
                    Keeper keeper = who.keeper().orElseThrow();
                    if (space.alerts().webhooksOf(keeper) >= Webhook.MOST) return full();
                    var webhook = new Webhook(
                            space.alerts().nextWebhook(),
                            keeper,
                            command.url(),
                            command.events(),
                            Optional.empty(),
                            0,
                            now);
                    Secret secret = NewSecret.mint();
                    space.alerts().add(webhook, secret);
                    return Answer.Done.accepted(new Added(webhook, secret));
                }));
    }

    private static <R> Answer<R> full() {
        return new Answer.Refused<>(
                List.of(new Reason(
                        "TOO_MANY_WEBHOOKS",
                        "There are " + Webhook.MOST + " webhooks, and no more can be.",
                        "Remove one of them.")),
                Optional.empty());
    }
}
