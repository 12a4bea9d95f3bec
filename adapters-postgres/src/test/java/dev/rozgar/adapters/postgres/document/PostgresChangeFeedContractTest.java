package dev.rozgar.adapters.postgres.document;

import dev.rozgar.adapters.postgres.PlainRows;
import dev.rozgar.adapters.postgres.Settled;
import dev.rozgar.adapters.postgres.TestDatabase;
import dev.rozgar.application.feed.ChangeFeed;
import dev.rozgar.application.feed.ChangeFeedContract;
import org.junit.jupiter.api.AfterAll;

class PostgresChangeFeedContractTest extends ChangeFeedContract {
    private static final TestDatabase DATABASE = TestDatabase.open();

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Override
    protected ChangeFeed open() {
        PlainRows.startAnew(DATABASE);
        DATABASE.run("truncate job_change; update job_change_forgotten set xid = '0', seq = 0, made = '-infinity'");
        return DATABASE.postgres().changeFeed();
    }

    /// Listed once it has its place, as the application does it.
    @Override
    protected void put(long id, String region) {
        DATABASE.run(PlainRows.job(id, 1, "cook").replace("'PUBLISHED'", "'PAUSED'")
                + "; insert into job_location (job_id, position, region, country, precision) values (" + id + ", 0, '"
                + region + "', 'IN', 'REGION') on conflict (job_id, position) do update set region = excluded.region;"
                + " update job set state = 'PUBLISHED' where state = 'PAUSED' and id = " + id);
    }

    @Override
    protected void pause(long id) {
        DATABASE.run("update job set state = 'PAUSED' where id = " + id);
    }

    @Override
    protected void resume(long id) {
        DATABASE.run("update job set state = 'PUBLISHED' where id = " + id);
    }

    @Override
    protected void rename() {
        DATABASE.run("update company set display_name = 'Renamed' where id = 1");
    }

    @Override
    protected String document(long id) {
        return DATABASE.ask("select document from job_documents(array[" + id + "])")
                .getFirst();
    }

    @Override
    protected void settle() {
        Settled.await(DATABASE);
    }
}
