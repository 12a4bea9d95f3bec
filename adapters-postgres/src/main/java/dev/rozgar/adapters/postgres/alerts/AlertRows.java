package dev.rozgar.adapters.postgres.alerts;

import dev.rozgar.domain.alerts.EventType;
import dev.rozgar.domain.alerts.SavedSearch;
import dev.rozgar.domain.alerts.SavedSearchId;
import dev.rozgar.domain.alerts.Scope;
import dev.rozgar.domain.alerts.Webhook;
import dev.rozgar.domain.alerts.WebhookId;
import dev.rozgar.domain.alerts.WebhookUrl;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/// Saved searches and webhooks as they are read.
final class AlertRows {
    /// A condition follows.
    static final String SEARCH =
            "select id, " + KeptBy.COLUMNS + ", name, query, scope, saved_at from saved_search where ";

    /// The driver knows no array of a domain.
    static final String WEBHOOK = "select id, " + KeptBy.COLUMNS
            + ", url, events::text[] as events, stopped, version, created_at from webhook where ";

    private AlertRows() {}

    static SavedSearch search(ResultSet row) throws SQLException {
        return new SavedSearch(
                new SavedSearchId(row.getLong("id")),
                KeptBy.read(row),
                row.getString("name"),
                row.getString("query"),
                Scope.valueOf(row.getString("scope")),
                moment(row, "saved_at").orElseThrow());
    }

    static Webhook webhook(ResultSet row) throws SQLException {
        String[] events = (String[]) row.getArray("events").getArray();
        return new Webhook(
                new WebhookId(row.getLong("id")),
                KeptBy.read(row),
                new WebhookUrl(row.getString("url")),
                Arrays.stream(events).map(EventType::valueOf).collect(Collectors.toUnmodifiableSet()),
                Optional.ofNullable(row.getString("stopped")),
                row.getLong("version"),
                moment(row, "created_at").orElseThrow());
    }

    static String[] events(Webhook webhook) {
        return webhook.events().stream().sorted().map(EventType::name).toArray(String[]::new);
    }

    static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
