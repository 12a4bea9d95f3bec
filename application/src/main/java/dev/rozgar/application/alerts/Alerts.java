package dev.rozgar.application.alerts;

import dev.rozgar.domain.alerts.Keeper;
import dev.rozgar.domain.alerts.SavedSearch;
import dev.rozgar.domain.alerts.SavedSearchId;
import dev.rozgar.domain.alerts.Webhook;
import dev.rozgar.domain.alerts.WebhookId;
import dev.rozgar.domain.job.JobId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Saved searches and webhooks, read.
public interface Alerts {
    Optional<SavedSearch> search(SavedSearchId id);

    /// A keeper's, in the order of their ids.
    List<SavedSearch> searches(Keeper keeper, long after, int most);

    /// Everybody's, in the order of their ids.
    List<SavedSearch> searches(long after, int most);

    /// What a search has found, the newest first.
    ///
    /// @param before a place of an earlier page; 0: from the newest on
    List<Found> found(SavedSearchId id, long before, int most);

    Optional<Webhook> webhook(WebhookId id);

    /// A keeper's, in the order of their ids.
    List<Webhook> webhooks(Keeper keeper, long after, int most);

    /// A job that a search was told of.
    ///
    /// @param place a number that grows, over all searches
    record Found(long place, JobId job, Instant at) {}
}
