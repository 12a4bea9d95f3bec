package dev.rozgar.adapters.http.alerts;

import dev.rozgar.adapters.http.json.Json;
import dev.rozgar.adapters.http.resource.Telling;
import dev.rozgar.adapters.http.route.Paths;
import dev.rozgar.application.alerts.Alerts;
import dev.rozgar.domain.alerts.SavedSearch;
import dev.rozgar.domain.alerts.Scope;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Saved searches as their keepers see them. Public inside because JSON-B reads nothing else.
public final class SearchViews {
    private SearchViews() {}

    /// @param id missing of one that was only tried
    @JsonbPropertyOrder({"id", "name", "query", "scope", "savedAt"})
    public record Search(@Nullable Long id, String name, String query, Scope scope, OffsetDateTime savedAt) {
        static Search of(SavedSearch search) {
            return new Search(
                    search.id().value(), search.name(), search.query(), search.scope(), Json.moment(search.savedAt()));
        }
    }

    /// @param next the cursor of the following page; missing on the last
    @JsonbPropertyOrder({"items", "next", "links"})
    public record Searches(List<Search> items, @Nullable String next, Telling.Links links) {}

    /// @param at   when the search was told of the job
    /// @param href where the job is, as long as it is shown
    @JsonbPropertyOrder({"jobId", "at", "href"})
    public record Found(Long jobId, OffsetDateTime at, String href) {
        static Found of(Alerts.Found found) {
            long job = found.job().value();
            return new Found(job, Json.moment(found.at()), Paths.JOBS + '/' + job);
        }
    }

    /// @param next the cursor of the following page; missing on the last
    @JsonbPropertyOrder({"items", "next", "links"})
    public record FoundPage(List<Found> items, @Nullable String next, Telling.Links links) {}
}
