package dev.rozgar.application.change;

import dev.rozgar.domain.alerts.Keeper;
import dev.rozgar.domain.alerts.SavedSearch;
import dev.rozgar.domain.alerts.SavedSearchId;
import dev.rozgar.domain.alerts.Secret;
import dev.rozgar.domain.alerts.Webhook;
import dev.rozgar.domain.alerts.WebhookId;
import java.time.Instant;
import java.util.Optional;

/// Saved searches and webhooks within a transaction.
public interface AlertDesk {
    SavedSearchId nextSearch();

    WebhookId nextWebhook();

    /// How many searches the keeper has saved; nobody else counts or saves for the same keeper until the end of the
    /// transaction, so that a limit is one.
    int searchesOf(Keeper keeper);

    /// The same for webhooks.
    int webhooksOf(Keeper keeper);

    Optional<SavedSearch> lock(SavedSearchId id);

    Optional<Webhook> lock(WebhookId id);

    void add(SavedSearch search);

    /// With all that it has found.
    void remove(SavedSearchId id);

    void add(Webhook webhook, Secret secret);

    /// Its address, its events and whether it was stopped, under the next version; its own must be the stored one.
    void save(Webhook webhook);

    /// With all that was, or is to be, delivered to it.
    void remove(WebhookId id);

    /// Another secret. The one before signs as well until then; but if that one had itself replaced another
    /// that still signs, it is that other one which goes on, as long as it would have: the receiver knows it,
    /// and may never have heard of the one between.
    ///
    /// @return until when one that was before signs
    Instant rotate(WebhookId id, Secret secret, Instant now, Instant until);
}
