package dev.rozgar.adapters.postgres.alerts;

import dev.rozgar.adapters.postgres.session.Session;
import dev.rozgar.application.change.AlertDesk;
import dev.rozgar.domain.alerts.Keeper;
import dev.rozgar.domain.alerts.SavedSearch;
import dev.rozgar.domain.alerts.SavedSearchId;
import dev.rozgar.domain.alerts.Secret;
import dev.rozgar.domain.alerts.Webhook;
import dev.rozgar.domain.alerts.WebhookId;
import java.time.Instant;
import java.util.Optional;

/// Saved searches and webhooks within a transaction. They have no lines in the log: nobody but their keeper has to do
/// with them.
public final class PostgresAlertDesk implements AlertDesk {
    /// Two statements, so that the second sees what was committed while the first waited. Two keepers whose hashes are
    /// the same wait for each other in vain, and no more.
    private static final String COUNT = """
            select pg_advisory_xact_lock(hashtextextended(?, %d));
            select count(*) from %s where %s = ?
            """;
    /// Beside that of attempts, which is 1.
    private static final int SEARCHES = 2;
    private static final int WEBHOOKS = 3;

    private static final String ADD_SEARCH =
            "insert into saved_search (id, %s, name, query, scope, saved_at) values (?, ?, ?, ?, ?, ?)";
    private static final String ADD_WEBHOOK = """
            insert into webhook (id, version, %s, url, events, stopped, created_at, secret)
            values (?, 1, ?, ?, ?::event_type[], ?, ?, ?)
            """;
    private static final String SAVE = """
            update webhook set url = ?, events = ?::event_type[], stopped = ?, version = version + 1
            where id = ? and version = ?
            """;
    private static final String SIGNING =
            "select secret_before_until from webhook where id = ? and secret_before_until > ?";
    private static final String REPLACE = "update webhook set secret = ? where id = ?";
    private static final String ROTATE =
            "update webhook set secret_before = secret, secret_before_until = ?, secret = ? where id = ?";

    private final Session session;

    public PostgresAlertDesk(Session session) {
        this.session = session;
    }

    @Override
    public SavedSearchId nextSearch() {
        return new SavedSearchId(session.ids().searches().next(session.reads()));
    }

    @Override
    public WebhookId nextWebhook() {
        return new WebhookId(session.ids().webhooks().next(session.reads()));
    }

    @Override
    public int searchesOf(Keeper keeper) {
        return count(keeper, SEARCHES, "saved_search");
    }

    @Override
    public int webhooksOf(Keeper keeper) {
        return count(keeper, WEBHOOKS, "webhook");
    }

    private int count(Keeper keeper, int lock, String table) {
        KeptBy kept = KeptBy.of(keeper);
        return session.reads()
                .first(COUNT.formatted(lock, table, kept.column()), row -> row.getInt(1), kept.name(), kept.value())
                .orElseThrow();
    }

    @Override
    public Optional<SavedSearch> lock(SavedSearchId id) {
        return session.reads().first(AlertRows.SEARCH + "id = ? for no key update", AlertRows::search, id.value());
    }

    @Override
    public Optional<Webhook> lock(WebhookId id) {
        return session.reads().first(AlertRows.WEBHOOK + "id = ? for no key update", AlertRows::webhook, id.value());
    }

    @Override
    public void add(SavedSearch search) {
        KeptBy kept = KeptBy.of(search.keeper());
        session.writes()
                .add(
                        ADD_SEARCH.formatted(kept.column()),
                        search.id().value(),
                        kept.value(),
                        search.name(),
                        search.query(),
                        search.scope().name(),
                        search.savedAt());
    }

    @Override
    public void remove(SavedSearchId id) {
        session.writes().addExpectingOne("delete from saved_search where id = ?", id.value());
    }

    @Override
    public void add(Webhook webhook, Secret secret) {
        KeptBy kept = KeptBy.of(webhook.keeper());
        session.writes()
                .add(
                        ADD_WEBHOOK.formatted(kept.column()),
                        webhook.id().value(),
                        kept.value(),
                        webhook.url().text(),
                        AlertRows.events(webhook),
                        webhook.stopped().orElse(null),
                        webhook.createdAt(),
                        secret.text());
    }

    @Override
    public void save(Webhook webhook) {
        session.writes()
                .addExpectingOne(
                        SAVE,
                        webhook.url().text(),
                        AlertRows.events(webhook),
                        webhook.stopped().orElse(null),
                        webhook.id().value(),
                        webhook.version());
    }

    @Override
    public void remove(WebhookId id) {
        session.writes().addExpectingOne("delete from webhook where id = ?", id.value());
    }

    @Override
    public Instant rotate(WebhookId id, Secret secret, Instant now, Instant until) {
        Optional<Instant> signing = session.reads()
                .first(
                        SIGNING,
                        row -> AlertRows.moment(row, "secret_before_until").orElseThrow(),
                        id.value(),
                        now);
        if (signing.isPresent()) session.writes().addExpectingOne(REPLACE, secret.text(), id.value());
        else session.writes().addExpectingOne(ROTATE, until, secret.text(), id.value());
        return signing.orElse(until);
    }
}
