package dev.rozgar.adapters.postgres.alerts;

import dev.rozgar.adapters.postgres.TestDatabase;
import dev.rozgar.application.alerts.AlertsContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;

class PostgresAlertsTest extends AlertsContract {
    private static final TestDatabase DATABASE = TestDatabase.open();

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @BeforeEach
    void asInstalled() {
        DATABASE.run("truncate saved_search, webhook cascade;"
                + " update search_turn set cursor = null, holding = 0, leased_until = null");
    }

    @Override
    protected Store store() {
        var stores = DATABASE.postgres().alerts();
        return new Store(DATABASE.postgres().transactions(), stores.alerts(), stores.deliveries(), stores.turns());
    }
}
