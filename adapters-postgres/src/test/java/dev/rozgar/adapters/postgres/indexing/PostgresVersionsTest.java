package dev.rozgar.adapters.postgres.indexing;

import dev.rozgar.adapters.postgres.PlainRows;
import dev.rozgar.adapters.postgres.TestDatabase;
import dev.rozgar.application.indexing.IndexLedger;
import dev.rozgar.application.indexing.VersionsContract;
import org.junit.jupiter.api.AfterAll;

class PostgresVersionsTest extends VersionsContract {
    private static final TestDatabase DATABASE = TestDatabase.open();

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Override
    protected IndexLedger open() {
        PlainRows.startAnew(DATABASE);
        return DATABASE.postgres().indexLedger();
    }

    @Override
    protected void change(long id, String title) {
        PlainRows.putJob(DATABASE, id, 1, title);
    }

    @Override
    protected void hide(long id) {
        DATABASE.run("update job set state = 'PAUSED' where id = " + id);
    }
}
