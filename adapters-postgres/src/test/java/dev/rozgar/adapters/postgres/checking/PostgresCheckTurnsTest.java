package dev.rozgar.adapters.postgres.checking;

import dev.rozgar.adapters.postgres.TestDatabase;
import dev.rozgar.application.checking.CheckTurns;
import dev.rozgar.application.checking.CheckTurnsContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;

class PostgresCheckTurnsTest extends CheckTurnsContract {
    private static final TestDatabase DATABASE = TestDatabase.open();

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @BeforeEach
    void asInstalled() {
        DATABASE.run("update index_check set next_id = null, taken_at = null, ended_at = null");
    }

    @Override
    protected CheckTurns turns() {
        return DATABASE.postgres().checkTurns();
    }
}
