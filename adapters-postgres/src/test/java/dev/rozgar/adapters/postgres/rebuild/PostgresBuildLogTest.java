package dev.rozgar.adapters.postgres.rebuild;

import dev.rozgar.adapters.postgres.PlainRows;
import dev.rozgar.adapters.postgres.Postgres;
import dev.rozgar.adapters.postgres.TestDatabase;
import dev.rozgar.application.rebuild.BuildLogContract;
import org.junit.jupiter.api.AfterAll;

class PostgresBuildLogTest extends BuildLogContract {
    private static final TestDatabase DATABASE = TestDatabase.open();

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Override
    protected Store open() {
        PlainRows.startAnew(DATABASE);
        Postgres postgres = DATABASE.postgres();
        return new Store(postgres.listedJobs(), postgres.indexLedger(), postgres.buildLog());
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
