package dev.rozgar.application.change;

import dev.rozgar.application.alerts.Alerts;
import dev.rozgar.application.change.Memory.Finding;
import dev.rozgar.application.change.Memory.Hook;
import dev.rozgar.domain.alerts.Keeper;
import dev.rozgar.domain.alerts.SavedSearch;
import dev.rozgar.domain.alerts.SavedSearchId;
import dev.rozgar.domain.alerts.Webhook;
import dev.rozgar.domain.alerts.WebhookId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

record MemoryAlerts(InMemoryTransactions transactions) implements Alerts {
    @Override
    public Optional<SavedSearch> search(SavedSearchId id) {
        return Optional.ofNullable(transactions.stored().searches.get(id));
    }

    @Override
    public List<SavedSearch> searches(Keeper keeper, long after, int most) {
        return searches(after, Integer.MAX_VALUE).stream()
                .filter(search -> search.keeper().equals(keeper))
                .limit(most)
                .toList();
    }

    @Override
    public List<SavedSearch> searches(long after, int most) {
        return transactions.stored().searches.values().stream()
                .filter(search -> search.id().value() > after)
                .sorted(Comparator.comparingLong(search -> search.id().value()))
                .limit(most)
                .toList();
    }

    @Override
    public List<Found> found(SavedSearchId id, long before, int most) {
        return transactions.stored().findings.stream()
                .filter(finding -> finding.search().equals(id))
                .map(Finding::found)
                .filter(found -> before == 0 || found.place() < before)
                .sorted(Comparator.comparingLong(Found::place).reversed())
                .limit(most)
                .toList();
    }

    @Override
    public Optional<Webhook> webhook(WebhookId id) {
        return Optional.ofNullable(transactions.stored().webhooks.get(id)).map(Hook::webhook);
    }

    @Override
    public List<Webhook> webhooks(Keeper keeper, long after, int most) {
        return transactions.stored().webhooks.values().stream()
                .map(Hook::webhook)
                .filter(webhook ->
                        webhook.keeper().equals(keeper) && webhook.id().value() > after)
                .sorted(Comparator.comparingLong(webhook -> webhook.id().value()))
                .limit(most)
                .toList();
    }
}
