package dev.rozgar.application.alerts;

import dev.rozgar.application.access.Identity;
import dev.rozgar.application.access.Right;
import dev.rozgar.application.change.Answer;
import dev.rozgar.application.change.Approach;
import dev.rozgar.application.change.Changed;
import dev.rozgar.application.change.Terms;
import dev.rozgar.application.change.Transactions;
import dev.rozgar.domain.alerts.EventType;
import dev.rozgar.domain.alerts.Webhook;
import dev.rozgar.domain.alerts.WebhookId;
import dev.rozgar.domain.alerts.WebhookUrl;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/// Gives a webhook another address or other events. One that was stopped is told of what happens from then on, and of
/// what has waited for it.
public final class EditWebhook {
    private final Transactions transactions;

    public EditWebhook(Transactions transactions) {
        this.transactions = transactions;
    }

    /// @param version that the caller has seen, if it says so
    public record Command(WebhookId id, WebhookUrl url, Set<EventType> events, OptionalLong version) {}

    /// Throws [dev.rozgar.domain.InvalidValues] for events that are not for its keeper.
    public Answer<Changed<Webhook>> handle(Identity who, Command command, Terms<Changed<Webhook>> terms) {
        var approach = new Approach(who, Right.WEBHOOK_KEEP, command.version(), Optional.empty());
        return transactions.run(
                terms,
                space -> approach.to(() -> WebhookWrite.find(space, command.id()), () -> false, stand -> {
                    Webhook edited = stand.thing().edited(command.url(), command.events());
                    space.alerts().save(edited);
                    return Answer.Done.accepted(new Changed<>(edited, edited.version() + 1, List.of()));
                }));
    }
}
