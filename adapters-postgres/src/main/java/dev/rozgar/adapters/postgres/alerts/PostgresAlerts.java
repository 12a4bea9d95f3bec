package dev.rozgar.adapters.postgres.alerts;

import dev.rozgar.adapters.postgres.sql.PostgresPool;
import dev.rozgar.application.alerts.Alerts;
import dev.rozgar.domain.alerts.Keeper;
import dev.rozgar.domain.alerts.SavedSearch;
import dev.rozgar.domain.alerts.SavedSearchId;
import dev.rozgar.domain.alerts.Webhook;
import dev.rozgar.domain.alerts.WebhookId;
import dev.rozgar.domain.job.JobId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/// Saved searches and webhooks read outside of transactions.
public final class PostgresAlerts implements Alerts {
    private static final String PAGE = "id > ? order by id limit ?";
    private static final String FOUND = """
            select place, job_id, at from saved_search_found where search_id = ? and place < ?
            order by place desc limit ?
            """;

    private final PostgresPool pool;

    public PostgresAlerts(PostgresPool pool) {
        this.pool = pool;
    }

    @Override
    public Optional<SavedSearch> search(SavedSearchId id) {
        return pool.rows(AlertRows.SEARCH + "id = ?", AlertRows::search, id.value()).stream()
                .findFirst();
    }

    @Override
    public List<SavedSearch> searches(Keeper keeper, long after, int most) {
        KeptBy kept = KeptBy.of(keeper);
        String sql = AlertRows.SEARCH + kept.column() + " = ? and " + PAGE;
        return pool.rows(sql, AlertRows::search, kept.value(), after, most);
    }

    @Override
    public List<SavedSearch> searches(long after, int most) {
        return pool.rows(AlertRows.SEARCH + PAGE, AlertRows::search, after, most);
    }

    @Override
    public List<Found> found(SavedSearchId id, long before, int most) {
        return pool.rows(FOUND, PostgresAlerts::found, id.value(), before == 0 ? Long.MAX_VALUE : before, most);
    }

    private static Found found(ResultSet row) throws SQLException {
        return new Found(
                row.getLong("place"),
                new JobId(row.getLong("job_id")),
                AlertRows.moment(row, "at").orElseThrow());
    }

    @Override
    public Optional<Webhook> webhook(WebhookId id) {
        return pool.rows(AlertRows.WEBHOOK + "id = ?", AlertRows::webhook, id.value()).stream()
                .findFirst();
    }

    @Override
    public List<Webhook> webhooks(Keeper keeper, long after, int most) {
        KeptBy kept = KeptBy.of(keeper);
        String sql = AlertRows.WEBHOOK + kept.column() + " = ? and " + PAGE;
        return pool.rows(sql, AlertRows::webhook, kept.value(), after, most);
    }
}
