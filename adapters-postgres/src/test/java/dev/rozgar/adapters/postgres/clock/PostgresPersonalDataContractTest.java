package dev.rozgar.adapters.postgres.clock;

import dev.rozgar.adapters.postgres.TestDatabase;
import dev.rozgar.application.change.PersonalDataContract;
import dev.rozgar.application.change.Transactions;
import dev.rozgar.application.change.TransitionLog;
import dev.rozgar.application.clock.PersonalData;
import dev.rozgar.application.hiring.Applications;
import org.junit.jupiter.api.AfterAll;

class PostgresPersonalDataContractTest extends PersonalDataContract {
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

    @Override
    protected PersonalData people() {
        return DATABASE.postgres().personalData();
    }

    @Override
    protected Applications applications() {
        return DATABASE.postgres().applications();
    }
}
