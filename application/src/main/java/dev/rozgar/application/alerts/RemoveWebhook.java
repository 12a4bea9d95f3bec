package dev.rozgar.application.alerts;

import dev.rozgar.application.access.Identity;
import dev.rozgar.application.access.Right;
import dev.rozgar.application.change.Answer;
import dev.rozgar.application.change.Approach;
import dev.rozgar.application.change.Terms;
import dev.rozgar.application.change.Transactions;
import dev.rozgar.domain.alerts.Webhook;
import dev.rozgar.domain.alerts.WebhookId;
import java.util.Optional;
import java.util.OptionalLong;

/// Removes a webhook with all that was, or is to be, delivered to it.
public final class RemoveWebhook {
    private final Transactions transactions;

    public RemoveWebhook(Transactions transactions) {
        this.transactions = transactions;
    }

    /// @param version that the caller has seen, if it says so
    public record Command(WebhookId id, OptionalLong version) {}

    public Answer<Webhook> handle(Identity who, Command command, Terms<Webhook> terms) {
        var approach = new Approach(who, Right.WEBHOOK_KEEP, command.version(), Optional.empty());
        return transactions.run(
                terms,
                space -> approach.to(() -> WebhookWrite.find(space, command.id()), () -> false, stand -> {
                    space.alerts().remove(command.id());
                    return Answer.Done.accepted(stand.thing());
                }));
    }
}
