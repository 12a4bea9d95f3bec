package dev.rozgar.application.change;

import dev.rozgar.application.change.Memory.Hook;
import dev.rozgar.domain.alerts.Keeper;
import dev.rozgar.domain.alerts.SavedSearch;
import dev.rozgar.domain.alerts.SavedSearchId;
import dev.rozgar.domain.alerts.Secret;
import dev.rozgar.domain.alerts.Webhook;
import dev.rozgar.domain.alerts.WebhookId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

record MemoryAlertDesk(MemorySpace space) implements AlertDesk {
    @Override
    public SavedSearchId nextSearch() {
        return new SavedSearchId(space.nextId());
    }

    @Override
    public WebhookId nextWebhook() {
        return new WebhookId(space.nextId());
    }

    @Override
    public int searchesOf(Keeper keeper) {
        return Math.toIntExact(space.read().searches.values().stream()
                .filter(search -> search.keeper().equals(keeper))
                .count());
    }

    @Override
    public int webhooksOf(Keeper keeper) {
        return Math.toIntExact(space.read().webhooks.values().stream()
                .filter(hook -> hook.webhook().keeper().equals(keeper))
                .count());
    }

    @Override
    public Optional<SavedSearch> lock(SavedSearchId id) {
        return Optional.ofNullable(space.read().searches.get(id));
    }

    @Override
    public Optional<Webhook> lock(WebhookId id) {
        return Optional.ofNullable(space.read().webhooks.get(id)).map(Hook::webhook);
    }

    @Override
    public void add(SavedSearch search) {
        if (space.write().searches.putIfAbsent(search.id(), search) != null)
            throw new AssertionError(search.id() + " is saved already");
    }

    @Override
    public void remove(SavedSearchId id) {
        MemorySpace.require(space.write().searches.remove(id) != null, "STALE_VERSION");
        space.rows.findings.removeIf(finding -> finding.search().equals(id));
    }

    @Override
    public void add(Webhook webhook, Secret secret) {
        var hook = new Hook(version(webhook, 1), List.of(secret), webhook.createdAt());
        if (space.write().webhooks.putIfAbsent(webhook.id(), hook) != null)
            throw new AssertionError(webhook.id() + " is there already");
    }

    @Override
    public void save(Webhook webhook) {
        var stored = Optional.ofNullable(space.rows.webhooks.get(webhook.id()));
        long version = stored.map(hook -> hook.webhook().version()).orElse(0L);
        space.writeOver(version, webhook.version())
                .webhooks
                .computeIfPresent(
                        webhook.id(),
                        (_, hook) -> new Hook(version(webhook, version + 1), hook.secrets(), hook.until()));
    }

    @Override
    public void remove(WebhookId id) {
        MemorySpace.require(space.write().webhooks.remove(id) != null, "STALE_VERSION");
        space.rows.deliveries.values().removeIf(sent -> sent.webhook().equals(id));
    }

    @Override
    public Instant rotate(WebhookId id, Secret secret, Instant now, Instant until) {
        var rotated = space.write()
                .webhooks
                .computeIfPresent(
                        id,
                        (_, hook) -> hook.secrets().size() > 1 && hook.until().isAfter(now)
                                ? new Hook(
                                        hook.webhook(),
                                        List.of(secret, hook.secrets().getLast()),
                                        hook.until())
                                : new Hook(
                                        hook.webhook(),
                                        List.of(secret, hook.secrets().getFirst()),
                                        until));
        MemorySpace.require(rotated != null, "STALE_VERSION");
        return rotated.until();
    }

    private static Webhook version(Webhook given, long version) {
        return new Webhook(
                given.id(), given.keeper(), given.url(), given.events(), given.stopped(), version, given.createdAt());
    }
}
