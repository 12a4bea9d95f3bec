package dev.rozgar.adapters.postgres.indexing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.rozgar.adapters.postgres.PlainRows;
import dev.rozgar.adapters.postgres.TestDatabase;
import dev.rozgar.application.indexing.Claim;
import dev.rozgar.application.indexing.DeadLetters;
import dev.rozgar.application.indexing.DeadLettersContract;
import dev.rozgar.application.indexing.IndexLedger;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class PostgresDeadLettersTest extends DeadLettersContract {
    private static final TestDatabase DATABASE = TestDatabase.open();

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Test
    void areRedrivenOnceThoughTwoNodesFindTheNewMapping() throws Exception {
        change(1, "cook");
        IndexLedger ledger = DATABASE.postgres().indexLedger();
        Claim claim = ledger.claim(1, Duration.ofHours(1)).claims().getFirst();
        ledger.refuse(claim, "no such field", 1);
        AtomicLong redriven = new AtomicLong(-1);
        try (Connection first = DATABASE.connect()) {
            first.setAutoCommit(false);
            TestDatabase.run(first, "update index_state set redriven_for = 'new'");
            Thread second =
                    Thread.ofVirtual().start(() -> redriven.set(deadLetters().redriveFor("new")));
            while (!DATABASE.isSomebodyWaiting()) Thread.onSpinWait();
            first.commit();
            second.join();
        }

        assertEquals(0, redriven.get());
        assertEquals(1, ledger.backlog().setAside());
    }

    @Override
    protected IndexLedger open() {
        DATABASE.run("truncate company cascade; truncate index_ledger, index_fanout, listed_count;"
                + " update index_state set redriven_for = null");
        PlainRows.insertCompany(DATABASE, 1);
        return DATABASE.postgres().indexLedger();
    }

    @Override
    protected DeadLetters deadLetters() {
        return DATABASE.postgres().deadLetters();
    }

    @Override
    protected void change(long id, String title) {
        PlainRows.putJob(DATABASE, id, 1, title);
    }

    @Override
    protected Instant now() {
        String text = "select to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')";
        return Instant.parse(DATABASE.ask(text).getFirst());
    }
}
