package dev.rozgar.adapters.postgres.hiring;

import dev.rozgar.adapters.postgres.TestDatabase;
import dev.rozgar.application.change.ReceptionContract;
import dev.rozgar.application.change.Transactions;
import dev.rozgar.application.change.TransitionLog;
import org.junit.jupiter.api.AfterAll;

class PostgresReceptionTest extends ReceptionContract {
    private static final TestDatabase DATABASE = TestDatabase.open();

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Override
    protected Transactions transactions() {
        return DATABASE.postgres().transactions();
    }

    @Override
    protected TransitionLog log() {
        return DATABASE.postgres().transitionLog();
    }
}
