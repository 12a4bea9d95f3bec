package dev.rozgar.adapters.postgres;

import dev.rozgar.adapters.postgres.alerts.PostgresAlerts;
import dev.rozgar.adapters.postgres.alerts.PostgresDeliveries;
import dev.rozgar.adapters.postgres.alerts.PostgresSearchTurns;
import dev.rozgar.adapters.postgres.sql.PostgresPool;
import dev.rozgar.application.alerts.Alerts;
import dev.rozgar.application.alerts.Deliveries;
import dev.rozgar.application.alerts.SearchTurns;

/// What there is of saved searches and webhooks.
///
/// @param alerts     to read
/// @param deliveries what is on its way
/// @param turns      whose turn it is to look through the feed
public record AlertStores(Alerts alerts, Deliveries deliveries, SearchTurns turns) {
    static AlertStores at(PostgresPool pool) {
        return new AlertStores(new PostgresAlerts(pool), new PostgresDeliveries(pool), new PostgresSearchTurns(pool));
    }
}
