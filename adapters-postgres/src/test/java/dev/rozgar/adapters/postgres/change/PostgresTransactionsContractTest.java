package dev.rozgar.adapters.postgres.change;

import dev.rozgar.adapters.postgres.TestDatabase;
import dev.rozgar.application.change.Transactions;
import dev.rozgar.application.change.TransactionsContract;
import dev.rozgar.application.change.TransitionLog;
import org.junit.jupiter.api.AfterAll;

class PostgresTransactionsContractTest extends TransactionsContract {
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
