package dev.rozgar.adapters.http;

import dev.rozgar.application.change.AlertDesk;
import dev.rozgar.domain.alerts.Keeper;
import dev.rozgar.domain.alerts.SavedSearch;
import dev.rozgar.domain.alerts.SavedSearchId;
import dev.rozgar.domain.alerts.Secret;
import dev.rozgar.domain.alerts.Webhook;
import dev.rozgar.domain.alerts.WebhookId;
import java.time.Instant;
import java.util.Optional;

/// A desk of a board on which nobody saves searches: nothing is found, and whoever writes has come to the wrong fake.
final class NobodyIsTold implements AlertDesk {
    @Override
    public SavedSearchId nextSearch() {
        return new SavedSearchId(1);
    }

    @Override
    public WebhookId nextWebhook() {
        return new WebhookId(1);
    }

    @Override
    public int searchesOf(Keeper keeper) {
        return 0;
    }

    @Override
    public int webhooksOf(Keeper keeper) {
        return 0;
    }

    @Override
    public Optional<SavedSearch> lock(SavedSearchId id) {
        return Optional.empty();
    }

    @Override
    public Optional<Webhook> lock(WebhookId id) {
        return Optional.empty();
    }

    @Override
    public void add(SavedSearch search) {
        throw unexpected();
    }

    @Override
    public void remove(SavedSearchId id) {
        throw unexpected();
    }

    @Override
    public void add(Webhook webhook, Secret secret) {
        throw unexpected();
    }

    @Override
    public void save(Webhook webhook) {
        throw unexpected();
    }

    @Override
    public void remove(WebhookId id) {
        throw unexpected();
    }

    @Override
    public Instant rotate(WebhookId id, Secret secret, Instant now, Instant until) {
        throw unexpected();
    }

    private static AssertionError unexpected() {
        return new AssertionError("nobody is told of anything here");
    }
}
