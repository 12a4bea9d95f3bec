package dev.rozgar.adapters.postgres.indexing;

import dev.rozgar.adapters.postgres.PlainRows;
import dev.rozgar.adapters.postgres.TestDatabase;
import dev.rozgar.application.indexing.FanOuts;
import dev.rozgar.application.indexing.FanOutsContract;
import dev.rozgar.application.indexing.IndexLedger;
import org.junit.jupiter.api.AfterAll;

class PostgresFanOutsTest extends FanOutsContract {
    private static final TestDatabase DATABASE = TestDatabase.open();

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Override
    protected IndexLedger open() {
        DATABASE.run("truncate company cascade; truncate index_ledger, index_fanout, listed_count");
        PlainRows.insertCompany(DATABASE, 1);
        return another();
    }

    @Override
    protected IndexLedger another() {
        return DATABASE.postgres().indexLedger();
    }

    @Override
    protected FanOuts fanOuts() {
        return DATABASE.postgres().fanOuts();
    }

    @Override
    protected void change(long id, String title) {
        PlainRows.putJob(DATABASE, id, 1, title);
    }

    @Override
    protected void rename(String name) {
        DATABASE.run("update company set display_name = '" + name + "' where id = 1");
    }

    @Override
    protected void changeUnseen() {
        DATABASE.run("update company set legal_name = 'Unseen', website = 'https://x.example' where id = 1");
    }
}
